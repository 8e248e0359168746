using System.Net;
using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

/// <summary>A buyer cancels what was not sent: the stock is free, the money goes back, and who has no key does nothing.</summary>
public sealed class CancellationTests(RunningMarket market)
{
    private readonly ArtisanId _artisan = ArtisanId.From(Guid.NewGuid());

    [Fact]
    public async Task a_paid_order_is_cancelled_on_its_page_and_the_money_goes_back()
    {
        var bag = await market.Sell(_artisan);
        using var visitor = market.Visitor();
        var placed = await (await visitor.Order("card", (bag, 1))).Json();
        await visitor.PayOnPage(placed, "pay");
        await visitor.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        using var buyer = new Reader(market);
        await buyer.Open(Page(placed));
        await buyer.Open(buyer.Find("cancel").GetAttribute("href")!);
        Assert.Contains("Tas daun tembakau", buyer.Find("ends").TextContent, StringComparison.Ordinal);
        await buyer.Send("confirm");
        Assert.Contains("Dibatalkan oleh pembeli", buyer.Find("part").TextContent, StringComparison.Ordinal);
        Assert.Null(buyer.Page.QuerySelector("[data-test=cancel]"));
        Assert.Equal(0, (await market.Stock(bag)).Reserved);
        var part = (await visitor.OrderPage(placed)).GetProperty("parts")[0];
        Assert.Equal(("refused", "cancelled_by_buyer", part.GetProperty("total").GetInt64()),
            (part.GetProperty("status").GetString(), part.GetProperty("refusalCode").GetString(), part.GetProperty("refunded")
                .GetInt64()));
        await visitor.Until(placed, x => x.GetProperty("payment").TryGetProperty("refunds", out var refunds)
            && refunds.GetArrayLength() == 1);
    }

    [Theory]
    [InlineData("cod")]
    [InlineData("transfer")]
    public async Task an_order_that_is_not_paid_ends_once_however_often_it_is_said(string payment)
    {
        var bag = await market.Sell(_artisan);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order(payment, (bag, 1))).Json();
        await buyer.Step(Address(placed), new { key = "salah" }, HttpStatusCode.NotFound);
        await buyer.Step(Address(placed), new { key = placed.GetProperty("accessKey").GetString() });
        await buyer.Step(Address(placed), new { key = placed.GetProperty("accessKey").GetString() });
        Assert.Equal("lapsed", (await buyer.OrderPage(placed)).GetProperty("status").GetString());
        Assert.Equal(0, (await market.Stock(bag)).Reserved);
    }

    [Fact]
    public async Task what_was_sent_cannot_be_cancelled()
    {
        var bag = await market.Sell(_artisan);
        using HttpClient buyer = market.Visitor(), maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var placed = await (await buyer.Order("cod", (bag, 1))).Json();
        var part = $"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}";
        await maker.Step(part + "/acceptance");
        await maker.Step(part + "/shipment", new { courier = "JNE", trackingNumber = "1" });
        var refused = await buyer.Step(Address(placed), new { key = placed.GetProperty("accessKey").GetString() },
            HttpStatusCode.Conflict);
        Assert.Equal("wrong_state", (await refused.Json()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task the_maker_who_took_it_on_is_told_at_home_and_at_her_orders_not_to_send_it()
    {
        var bag = await market.Sell(_artisan);
        using HttpClient buyer = market.Visitor(), maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var placed = await (await buyer.Order("cod", (bag, 1))).Json();
        await maker.Step(Part(placed) + "/acceptance");
        await buyer.Step(Address(placed), new { key = placed.GetProperty("accessKey").GetString() });

        using var artisan = new Reader(market, "artisan", ("artisan", _artisan.Value.ToString()));
        await artisan.Open("/perajin");
        var told = artisan.Page.QuerySelectorAll(".todo a")
            .Single(x => x.TextContent.Contains("Ada 1 pesanan batal: jangan dikirim", StringComparison.Ordinal));
        await artisan.Open(told.GetAttribute("href")!);

        Assert.Equal("Batal: dibatalkan pembeli", artisan.Find("status").TextContent);
        Assert.Contains("jangan dikirim", artisan.Find("ended").TextContent, StringComparison.Ordinal);
        Assert.True(artisan.Find("order").HasAttribute("open"));
        Assert.Null(artisan.Page.QuerySelector("[data-test=ship-form]"));
    }

    [Fact]
    public async Task what_was_sent_while_the_buyer_read_is_not_cancelled_and_the_order_says_so()
    {
        var bag = await market.Sell(_artisan);
        using HttpClient visitor = market.Visitor(), maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var placed = await (await visitor.Order("cod", (bag, 1))).Json();
        await maker.Step(Part(placed) + "/acceptance");
        using var buyer = new Reader(market);
        await buyer.Open(Page(placed));
        await buyer.Open(buyer.Find("cancel").GetAttribute("href")!);
        await maker.Step(Part(placed) + "/shipment", new { courier = "JNE", trackingNumber = "1" });

        await buyer.Send("confirm");

        Assert.Equal((HttpStatusCode.OK, Page(placed)), (buyer.Status, buyer.Path));
        Assert.Contains("tidak bisa dibatalkan lagi", buyer.Find("notice").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("tidak perlu membayar", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task when_less_goes_back_than_the_buyer_read_the_page_asks_again()
    {
        var (bag, hat) = (await market.Sell(_artisan), await market.Sell(ArtisanId.From(Guid.NewGuid()), price: 80_000));
        using HttpClient visitor = market.Visitor(), maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var placed = await (await visitor.Order("card", (bag, 1), (hat, 1))).Json();
        await visitor.PayOnPage(placed, "pay");
        var paid = await visitor.Until(placed, x => x.GetProperty("status").GetString() == "confirmed"
            && x.GetProperty("parts").EnumerateArray().All(y => y.GetProperty("status").GetString() == "received"));
        var parts = paid.GetProperty("parts").EnumerateArray().ToList();
        var sent = parts.Single(x => x.GetProperty("artisanId").GetGuid() == _artisan.Value);
        var left = parts.Single(x => x.GetProperty("artisanId").GetGuid() != _artisan.Value);
        using var buyer = new Reader(market);
        await buyer.Open(Page(placed));
        await buyer.Open(buyer.Find("cancel").GetAttribute("href")!);
        Assert.Contains($"{new Rupiah(placed.GetProperty("total").GetInt64())}", buyer.Find("back").TextContent,
            StringComparison.Ordinal);
        var part = $"/api/v1/seller-orders/{sent.GetProperty("id").GetString()}";
        await maker.Step(part + "/acceptance");
        await maker.Step(part + "/shipment", new { courier = "JNE", trackingNumber = "1" });

        await buyer.Send("confirm");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, buyer.Status);
        Assert.Contains("berubah", buyer.Find("problem").TextContent, StringComparison.Ordinal);
        Assert.Contains($"{new Rupiah(left.GetProperty("total").GetInt64())}", buyer.Find("back").TextContent,
            StringComparison.Ordinal);
        Assert.NotNull(buyer.Find("stays"));
        await buyer.Send("confirm");
        Assert.Contains("Sudah dibatalkan", buyer.Find("notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(["refused", "shipped"], (await visitor.OrderPage(placed)).GetProperty("parts").EnumerateArray()
            .Select(x => x.GetProperty("status").GetString()!).Order(StringComparer.Ordinal));
    }

    private static string Part(JsonElement placed) =>
        $"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}";

    private static string Page(JsonElement placed) =>
        $"/pesanan/{placed.GetProperty("id").GetString()}?key={placed.GetProperty("accessKey").GetString()}";

    private static string Address(JsonElement placed) => $"/api/v1/orders/{placed.GetProperty("id").GetString()}/cancellation";
}
