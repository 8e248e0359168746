using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests.Catalogue;

/// <summary>What an artisan was told a price leaves is what the ledger says when it has been sold.</summary>
public sealed class NetPriceTests(RunningMarket market)
{
    /// <summary>What the ledger books of a sale and the shipping that came with it; cash at the door is the artisan's
    /// already.</summary>
    [Theory]
    [InlineData(150_000, 1, "transfer")]
    [InlineData(33_333, 1, "transfer")]
    [InlineData(10_010, 1, "cod")]
    [InlineData(10_010, 2, "transfer")]
    [InlineData(10_010, 3, "transfer")]
    [InlineData(10_010, 3, "cod")]
    [InlineData(33_333, 2, "cod")]
    [InlineData(999_999_990, 1, "transfer")]
    public async Task the_amount_told_is_what_the_artisan_ends_up_with(long price, int pieces, string method)
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        var told = (await maker.GetJson($"/api/v1/artisans/me/net-price?price={price}&pieces={pieces}")).GetProperty("receives")
            .GetInt64();

        var bag = await market.Sell(artisan, price: price);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order(method, (bag, pieces))).Json();
        var part = placed.GetProperty("parts")[0];
        using var staff = market.As("staff");
        if (method == "transfer")
            await staff.Step($"/api/v1/orders/{placed.GetProperty("id").GetString()}/payment-confirmation",
                new { reference = $"BNI-{price}-{pieces}", amount = placed.GetProperty("total").GetInt64() });
        var sold = $"/api/v1/seller-orders/{part.GetProperty("id").GetString()}";
        await maker.Step(sold + "/acceptance");
        await maker.Step(sold + "/shipment", new { courier = "JNE", trackingNumber = "JT1" });
        await staff.Step(sold + "/delivery");

        var rows = await Shop.Eventually(async () => (await maker.GetJson("/api/v1/artisans/me/earnings")).GetProperty("rows"),
            x => x.GetArrayLength() == 1);
        var (shipping, cash) = (part.GetProperty("shipping").GetInt64(), method == "cod" ? placed.GetProperty("total")
            .GetInt64() : 0);
        Assert.Equal(told + shipping, rows[0].GetProperty("amount").GetInt64() + cash);
    }

    [Fact]
    public async Task the_fee_of_several_pieces_is_rounded_once()
    {
        using var maker = market.As("artisan", ("artisan", Guid.NewGuid().ToString()));
        var (one, three) = (await maker.GetJson("/api/v1/artisans/me/net-price?price=10010&materialCost=100"),
            await maker.GetJson("/api/v1/artisans/me/net-price?price=10010&materialCost=100&pieces=3"));
        Assert.Equal((501, 9_509, 9_409),
            (one.GetProperty("fee").GetInt64(), one.GetProperty("receives").GetInt64(), one.GetProperty("left").GetInt64()));
        Assert.Equal((1_502, 28_528, 28_228),
            (three.GetProperty("fee").GetInt64(), three.GetProperty("receives").GetInt64(), three.GetProperty("left")
            .GetInt64()));
    }

    [Fact]
    public async Task material_and_hours_show_whether_the_price_is_enough()
    {
        using var maker = market.As("artisan", ("artisan", Guid.NewGuid().ToString()));
        var net = await maker.GetJson("/api/v1/artisans/me/net-price?price=75000&materialCost=40000&hours=2.5&hourly=15000");
        Assert.Equal((71_250, 37_500, -6_250, 82_000),
            (net.GetProperty("receives").GetInt64(), net.GetProperty("work").GetInt64(),
            net.GetProperty("left").GetInt64(), net.GetProperty("leastPrice").GetInt64()));
        Assert.Equal(JsonValueKind.Null, (await maker.GetJson("/api/v1/artisans/me/net-price?price=75000"))
            .GetProperty("leastPrice").ValueKind);
        foreach (var wrong in new[] { "price=banyak", "price=-1", "price=1&hours=x", "price=1&hourly=1000000001",
            "price=1&pieces=0" })
            Assert.Equal("bad_amount", (await maker.GetJson($"/api/v1/artisans/me/net-price?{wrong}")).GetProperty("code")
                .GetString());
    }
}
