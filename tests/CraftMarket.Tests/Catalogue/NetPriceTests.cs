using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests.Catalogue;

/// <summary>What an artisan was told a price leaves is what the ledger says when it has been sold.</summary>
public sealed class NetPriceTests(RunningMarket market)
{
    [Theory]
    [InlineData(150_000)]
    [InlineData(33_333)]
    [InlineData(10_010)]
    [InlineData(999_999_990)]
    public async Task the_amount_told_is_the_ledgers_row_of_the_later_sale(long price)
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        var told = (await maker.GetJson($"/api/v1/artisans/me/net-price?price={price}")).GetProperty("receives").GetInt64();

        var bag = await market.Sell(artisan, price: price);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("transfer", (bag, 1))).Json();
        var part = placed.GetProperty("parts")[0];
        using var staff = market.As("staff");
        await staff.Step($"/api/v1/orders/{placed.GetProperty("id").GetString()}/payment-confirmation",
            new { reference = $"BNI-{price}", amount = placed.GetProperty("total").GetInt64() });
        var sold = $"/api/v1/seller-orders/{part.GetProperty("id").GetString()}";
        await maker.Step(sold + "/acceptance");
        await maker.Step(sold + "/shipment", new { courier = "JNE", trackingNumber = "JT1" });
        await staff.Step(sold + "/delivery");

        var rows = await Shop.Eventually(async () => (await maker.GetJson("/api/v1/artisans/me/earnings")).GetProperty("rows"), x => x.GetArrayLength() == 1);
        Assert.Equal(told + part.GetProperty("shipping").GetInt64(), rows[0].GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task material_and_hours_show_whether_the_price_is_enough()
    {
        using var maker = market.As("artisan", ("artisan", Guid.NewGuid().ToString()));
        var net = await maker.GetJson("/api/v1/artisans/me/net-price?price=75000&materialCost=40000&hours=2.5&hourly=15000");
        Assert.Equal((71_250, 37_500, -6_250, 82_000), (net.GetProperty("receives").GetInt64(), net.GetProperty("work").GetInt64(),
            net.GetProperty("left").GetInt64(), net.GetProperty("leastPrice").GetInt64()));
        Assert.Equal(JsonValueKind.Null, (await maker.GetJson("/api/v1/artisans/me/net-price?price=75000")).GetProperty("leastPrice").ValueKind);
        foreach (var wrong in new[] { "price=banyak", "price=-1", "price=1&hours=x", "price=1&hourly=1000000001" })
            Assert.Equal("bad_amount", (await maker.GetJson($"/api/v1/artisans/me/net-price?{wrong}")).GetProperty("code").GetString());
    }
}
