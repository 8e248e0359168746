using System.Net;
using System.Text;
using CraftMarket.Kernel;
using CraftMarket.Payments;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

public sealed class WebhookTests(RunningMarket market)
{
    private const string Completed = "checkout.session.completed";
    private const string Expired = "checkout.session.expired";

    [Fact]
    public async Task the_same_news_ten_times_at_once_and_as_another_event_is_booked_once()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        var (buyer, placed) = await Ordered(artisan);
        await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(_ => Told(Completed, placed, "evt_twice_" + placed.GetProperty("id").GetString())));
        await Told(Completed, placed, "evt_again_" + placed.GetProperty("id").GetString());
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        await Told("checkout.session.async_payment_succeeded", placed);
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        var part = placed.GetProperty("parts")[0];
        await maker.Earns(balance: 0, onTheWay: part.GetProperty("total").GetInt64() - part.GetProperty("fee")
            .GetInt64(), paid: 0);
        Assert.Equal(1, await Entries(artisan));
        buyer.Dispose();
    }

    [Fact]
    public async Task an_ending_that_comes_after_the_payment_changes_nothing()
    {
        var (buyer, placed) = await Ordered(ArtisanId.From(Guid.NewGuid()));
        await Told(Completed, placed);
        await Told(Expired, placed);
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        await market.Tell(new Ordering.ExpireOrder(new(placed.GetProperty("id").GetGuid())));
        Assert.Equal("confirmed", (await buyer.OrderPage(placed)).GetProperty("status").GetString());
        buyer.Dispose();
    }

    [Fact]
    public async Task a_bad_signature_an_old_one_and_another_version_are_refused()
    {
        var (buyer, placed) = await Ordered(ArtisanId.From(Guid.NewGuid()));
        await Refused(market.StripeSays(Completed, placed, secret: "whsec_guess"), "bad_signature");
        await Refused(market.StripeSays(Completed, placed, signedAt: DateTimeOffset.UtcNow.AddMinutes(-6)), "bad_signature");
        await Refused(market.StripeSays(Completed, placed, apiVersion: "2020-08-27"), "api_version_mismatch");
        using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");
        await Refused(buyer.PostAsync("/webhooks/stripe", nothing, Shop.Token), "bad_signature");
        Assert.Equal("placed", (await buyer.OrderPage(placed)).GetProperty("status").GetString());
        buyer.Dispose();
    }

    [Fact]
    public async Task a_body_that_cannot_be_read_is_refused_for_good()
    {
        await Refused(market.StripeSends("{\"object\": \"event\", \"data\": "), "malformed");
        await Refused(market.StripeSends("null"), "malformed");
    }

    [Fact]
    public async Task money_in_another_currency_is_noted_and_waits_for_the_operator()
    {
        var (buyer, placed) = await Ordered(ArtisanId.From(Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.OK, (await market.StripeSays(Completed, placed, amount: 1_250, currency: "usd")).StatusCode);
        using var desk = new Reader(market, "operator");
        var matter = $"[data-matter='cs_test_of_{placed.GetProperty("id").GetString()}']";
        await Shop.Eventually(() => desk.Open("/operator"), x =>
            x.QuerySelector(matter)?.TextContent.Contains("12.50 USD", StringComparison.Ordinal) == true);
        Assert.Equal("placed", (await buyer.OrderPage(placed)).GetProperty("status").GetString());

        await desk.Send(desk.Page.QuerySelector($"{matter} button")!.GetAttribute("data-test")!);

        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Null(desk.Page.QuerySelector(matter));
        buyer.Dispose();
    }

    private async Task<(HttpClient Buyer, System.Text.Json.JsonElement Placed)> Ordered(ArtisanId artisan)
    {
        var bag = await market.Sell(artisan);
        var buyer = market.Visitor();
        return (buyer, await (await buyer.Order("card", (bag, 1))).Json());
    }

    private async Task Told(string type, System.Text.Json.JsonElement placed, string? id = null) =>
        Assert.Equal(HttpStatusCode.OK, (await market.StripeSays(type, placed, id)).StatusCode);

    private static async Task Refused(Task<HttpResponseMessage> telling, string code)
    {
        var reply = await telling;
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(code, (await reply.Json()).GetProperty("code").GetString());
    }

    private async Task<int> Entries(ArtisanId artisan)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.Query<LedgerEntry>().CountAsync(x => x.ArtisanId == artisan, Shop.Token);
    }
}
