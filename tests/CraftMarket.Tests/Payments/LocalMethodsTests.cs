using System.Net;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

public sealed class LocalMethodsTests(RunningMarket market)
{
    [Fact]
    public async Task a_transfer_is_confirmed_once_with_the_right_amount()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        var bag = await market.Sell(artisan);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("transfer", (bag, 1))).Json();
        var url = $"/api/v1/orders/{placed.GetProperty("id").GetString()}/payment-confirmation";
        var total = placed.GetProperty("total").GetInt64();
        using var staff = market.As("staff");
        var reference = Paying.Reference();

        await staff.Step(url, new { reference, amount = total });
        await staff.Step(url, new { reference, amount = total });
        await staff.Step(url, new { reference = Paying.Reference(), amount = total }, HttpStatusCode.Conflict);

        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        var part = placed.GetProperty("parts")[0];
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        await maker.Earns(balance: 0, onTheWay: part.GetProperty("total").GetInt64() - part.GetProperty("fee")
            .GetInt64(), paid: 0);
        await maker.Step($"/api/v1/seller-orders/{part.GetProperty("id").GetString()}/refusal", new { reason = "Bahan habis" });
        await maker.Earns(balance: 0, onTheWay: 0, paid: 0);
        Assert.Equal(0, (await market.Stock(bag)).Reserved);
    }

    [Fact]
    public async Task cash_on_delivery_never_makes_the_platform_owe_and_only_its_fee_is_owed()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        var bag = await market.Sell(artisan);
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        var placed = await (await buyer.Order("cod", (bag, 1))).Json();
        var part = placed.GetProperty("parts")[0];
        var url = $"/api/v1/seller-orders/{part.GetProperty("id").GetString()}";
        var waiting = (await maker.GetJson("/api/v1/artisans/me/orders")).GetProperty("items")[0];
        Assert.Equal(System.Text.Json.JsonValueKind.Null, waiting.GetProperty("recipient").ValueKind);

        await maker.Step(url + "/acceptance");
        var numbered = await buyer.OrderPage(placed);
        Assert.StartsWith("CM-", numbered.GetProperty("number").GetString(), StringComparison.Ordinal);
        await market.Tell(new Ordering.ExpireOrder(new(placed.GetProperty("id").GetGuid())));
        await maker.Step(url + "/shipment", new { courier = "antar sendiri", noTracking = true });
        using var staff = market.As("staff");
        Assert.Equal(HttpStatusCode.OK, (await staff.PostAsync(url + "/delivery", null, Shop.Token)).StatusCode);

        await maker.Earns(balance: -part.GetProperty("fee").GetInt64(), onTheWay: 0, paid: 0);
    }

    [Fact]
    public async Task a_cash_order_that_nobody_takes_on_lapses()
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()));
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("cod", (bag, 1))).Json();
        await market.Tell(new Ordering.ExpireOrder(new(placed.GetProperty("id").GetGuid())));
        Assert.Equal("lapsed", (await buyer.OrderPage(placed)).GetProperty("status").GetString());
        Assert.Equal(0, (await market.Stock(bag)).Reserved);
    }

    [Theory]
    [InlineData("id", "Dijawab paling lambat")]
    [InlineData("en", "Answered by")]
    public async Task a_buyer_reads_by_when_the_maker_answers_and_whom_to_ask(string language, string words)
    {
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("cod", (await market.Sell(ArtisanId.From(Guid.NewGuid())), 1))).Json();
        using var reader = new Reader(market);
        await reader.Open(
            $"/pesanan/{placed.GetProperty("id").GetString()}?bahasa={language}"
            + $"&key={placed.GetProperty("accessKey").GetString()}");
        Assert.StartsWith(words, reader.Find("answer-by").TextContent, StringComparison.Ordinal);
        Assert.Contains("WITA", reader.Find("answer-by").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("mailto:kantor@craftmarket.test", reader.Find("office-mail").GetAttribute("href"),
            StringComparison.Ordinal);
        Assert.All(reader.Find("help").QuerySelectorAll("a[href*=':']"),
            x => Assert.DoesNotContain(placed.GetProperty("accessKey").GetString()!, x.GetAttribute("href"),
                StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id", "Tidak dijawab")]
    [InlineData("en", "Not answered")]
    public async Task why_it_lapsed_is_said_in_the_readers_language(string language, string words)
    {
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("cod", (await market.Sell(ArtisanId.From(Guid.NewGuid())), 1))).Json();
        await market.Tell(new Ordering.ExpireOrder(new(placed.GetProperty("id").GetGuid())));
        using var reader = new Reader(market);
        await reader.Open(
            $"/pesanan/{placed.GetProperty("id").GetString()}?bahasa={language}"
            + $"&key={placed.GetProperty("accessKey").GetString()}");
        Assert.Contains(words, reader.Find("part").TextContent, StringComparison.Ordinal);
        Assert.Equal("not_answered", (await buyer.OrderPage(placed)).GetProperty("parts")[0].GetProperty("refusalCode")
            .GetString());
    }

    [Fact]
    public async Task a_part_is_nobody_elses()
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()));
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("cod", (bag, 1))).Json();
        var url = $"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}";
        using var other = market.As("artisan", ("artisan", Guid.NewGuid().ToString()));
        await other.Step(url + "/acceptance", expected: HttpStatusCode.NotFound);
        await other.Step(url + "/refusal", new { reason = "Bukan milik saya" }, HttpStatusCode.NotFound);
        await other.Step(url + "/shipment", new { courier = "JNE" }, HttpStatusCode.NotFound);
        await other.Step(url + "/refunds", new { amount = 1, reason = "Coba" }, HttpStatusCode.NotFound);
        Assert.Equal(0, (await other.GetJson("/api/v1/artisans/me/orders")).GetProperty("total").GetInt32());
    }
}
