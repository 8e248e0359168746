using System.Net;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Payments;
using CraftMarket.Demo;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>What Stripe tells later of a refund that it took on.</summary>
public sealed class RefundStateTests(RunningMarket market)
{
    private readonly ArtisanId _artisan = ArtisanId.From(Guid.NewGuid());

    [Fact]
    public async Task a_refund_that_stripe_could_not_deliver_is_unbooked_seen_and_handed_over_by_bank()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var (placed, sent) = await Refunded(buyer, maker);
        var total = placed.GetProperty("total").GetInt64();
        Assert.Equal(total - 25_000, await market.Booked(_artisan, Account.Stripe));

        await Tell("refund.updated", sent, "succeeded");
        await Tell("refund.failed", sent, "failed");

        await Shop.Eventually(() => market.Booked(_artisan, Account.Stripe), x => x == total);
        Assert.Equal(-25_000, await market.Booked(_artisan, Account.Returning));
        await maker.Earns(balance: placed.Net() - 25_000, onTheWay: 0, paid: 0);
        using var desk = market.As("operator");
        var item = await Item(desk, placed, "failed");
        Assert.Equal((25_000, "card", 0),
            (item.GetProperty("amount").GetInt64(), item.GetProperty("method").GetString(), item.GetProperty("ageDays")
            .GetInt32()));
        using var reader = new Reader(market);
        await reader.Open($"/pesanan/{placed.GetProperty("id").GetString()}?key={placed.GetProperty("accessKey").GetString()}");
        Assert.Contains("tidak sampai", reader.Find("refund-failed").TextContent, StringComparison.Ordinal);
        using var office = new Reader(market, "operator");
        await office.Open("/operator");
        Assert.Contains("gagal", office.Page.QuerySelector($"[data-refund='{item.GetProperty("id").GetString()}']")!.TextContent,
            StringComparison.OrdinalIgnoreCase);

        var url = $"/api/v1/refunds/{item.GetProperty("id").GetString()}/sent";
        var reference = Paying.Reference();
        await desk.Step(url, new { reference = " " }, HttpStatusCode.UnprocessableEntity);
        await desk.Step(url, new { reference });
        await desk.Step(url, new { reference = reference.ToUpperInvariant() });
        await desk.Step(url, new { reference = Paying.Reference() }, HttpStatusCode.Conflict);
        await Tell("refund.failed", sent, "failed");

        Assert.Equal((0, -25_000, total),
            (await market.Booked(_artisan, Account.Returning), await market.Booked(_artisan, Account.Bank),
            await market.Booked(_artisan, Account.Stripe)));
        await Item(desk, placed, "sent");
        await reader.Open($"/pesanan/{placed.GetProperty("id").GetString()}?key={placed.GetProperty("accessKey").GetString()}");
        Assert.Null(reader.Page.QuerySelector("[data-test=refund-failed]"));
    }

    [Fact]
    public async Task news_of_a_refund_in_any_order_twice_and_at_once_end_the_same()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var (placed, sent) = await Refunded(buyer, maker);
        string[] states = ["failed", "succeeded", "pending", "failed", "requires_action", "succeeded"];

        await Task.WhenAll(states.Select(x => Tell(x == "failed" ? "refund.failed" : "refund.updated", sent, x)));
        foreach (var late in states) await Tell("refund.updated", sent, late);

        using var desk = market.As("operator");
        await Item(desk, placed, "failed");
        Assert.Equal((-25_000, placed.GetProperty("total").GetInt64()),
            (await market.Booked(_artisan, Account.Returning), await market.Booked(_artisan, Account.Stripe)));
    }

    [Fact]
    public async Task a_refund_by_transfer_credits_the_bank_only_when_it_was_sent()
    {
        using var buyer = market.Visitor();
        using var staff = market.As("staff");
        using var desk = market.As("operator");
        var placed = await (await buyer.Order("transfer", (await market.Sell(_artisan), 1))).Json();
        var total = placed.GetProperty("total").GetInt64();
        await staff.Step($"/api/v1/orders/{placed.GetProperty("id").GetString()}/payment-confirmation",
            new { reference = Paying.Reference(), amount = total });
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");

        await staff.Step($"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}/refunds",
            new { amount = 20_000, reason = "Rusak" }, HttpStatusCode.Accepted);

        var item = await Item(desk, placed, "waiting");
        Assert.Equal((total, -20_000),
            (await market.Booked(_artisan, Account.Bank), await market.Booked(_artisan, Account.Returning)));
        await desk.Step($"/api/v1/refunds/{item.GetProperty("id").GetString()}/sent", new { reference = Paying.Reference() });
        Assert.Equal((total - 20_000, 0),
            (await market.Booked(_artisan, Account.Bank), await market.Booked(_artisan, Account.Returning)));
    }

    [Fact]
    public async Task a_failed_refund_that_was_made_at_stripes_own_pages_is_a_matter_for_the_operator()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var (_, sent) = await Refunded(buyer, maker);
        var id = $"re_{Guid.NewGuid():N}";

        await Tell("refund.failed", sent with { Id = id, Metadata = new Dictionary<string, string>() }, "failed");

        using var office = new Reader(market, "operator");
        await Shop.Eventually(() => office.Open("/operator"), x => x.QuerySelector($"[data-matter='{id}']") is not null);
    }

    /// <summary>A delivered bag of which Rp25.000 went back to the card.</summary>
    private async Task<(JsonElement Placed, FakeStripeRefund Sent)> Refunded(HttpClient buyer, HttpClient maker)
    {
        using var staff = market.As("staff");
        var placed = await (await buyer.Order("card", (await market.Sell(_artisan), 1))).Json();
        await buyer.PayOnPage(placed, "pay");
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        await maker.Deliver(buyer, placed);
        await staff.Step($"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}/refunds",
            new { amount = 25_000, reason = "Rusak" }, HttpStatusCode.Accepted);
        await maker.Earns(balance: placed.Net() - 25_000, onTheWay: 0, paid: 0);
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var intent = await market.IntentOf(placed);
        return (placed, (await session.Query<FakeStripeRefund>().SingleAsync(x => x.PaymentIntent == intent, Shop.Token)));
    }

    private async Task Tell(string type, FakeStripeRefund refund, string state) =>
        Assert.Equal(HttpStatusCode.OK, (await market.StripeTells(type, new()
        {
            ["id"] = refund.Id,
            ["object"] = "refund",
            ["amount"] = refund.Amount,
            ["currency"] = "idr",
            ["payment_intent"] = refund.PaymentIntent,
            ["charge"] = "ch_" + refund.PaymentIntent[3..],
            ["metadata"] = refund.Metadata,
            ["status"] = state,
            ["failure_reason"] = state == "failed" ? "expired_or_canceled_card" : null,
        })).StatusCode);

    private static async Task<JsonElement> Item(HttpClient desk, JsonElement placed, string status)
    {
        var order = placed.GetProperty("id").GetString();
        var listed = await Shop.Eventually(() => desk.GetJson($"/api/v1/refunds?status={status}"),
            x => x.GetProperty("items").EnumerateArray().Any(y => y.GetProperty("orderId").GetString() == order));
        return listed.GetProperty("items").EnumerateArray().Single(y => y.GetProperty("orderId").GetString() == order);
    }
}
