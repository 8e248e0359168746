using System.Net;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Payments;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;

namespace CraftMarket.Tests;

/// <summary>Money that goes back past this house: at Stripe's own pages, or by a dispute.</summary>
public sealed class OutsideReturnTests(RunningMarket market)
{
    private readonly ArtisanId _artisan = ArtisanId.From(Guid.NewGuid());

    [Fact]
    public async Task a_refund_made_at_stripe_lowers_the_balance_once_beside_our_own()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        using var staff = market.As("staff");
        var (placed, part, net) = await Delivered(buyer, maker);

        await market.GivenBackAtStripe(placed, 40_000);
        await maker.Earns(balance: net - 40_000, onTheWay: 0, paid: 0);
        await staff.Step($"/api/v1/seller-orders/{part}/refunds", new { amount = 25_000, reason = "Rusak" },
            HttpStatusCode.Accepted);
        await maker.Earns(balance: net - 65_000, onTheWay: 0, paid: 0);
        foreach (var late in new[] { 40_000, 65_000, 40_000 })
            await market.StripeReturned(placed, late, await market.IntentOf(placed));
        await market.GivenBackAtStripe(placed, 10_000);

        await maker.Earns(balance: net - 75_000, onTheWay: 0, paid: 0);
        Assert.Equal(75_000, (await buyer.OrderPage(placed)).GetProperty("parts")[0].GetProperty("refunded").GetInt64());
        var left = placed.GetProperty("total").GetInt64() - 75_000;
        await staff.Step($"/api/v1/seller-orders/{part}/refunds", new { amount = left + 1, reason = "Rusak" },
            HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task a_refund_that_is_told_before_its_payment_is_counted_when_the_payment_comes()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var placed = await (await buyer.Order("card", (await market.Sell(_artisan), 1))).Json();
        var total = placed.GetProperty("total").GetInt64();

        Assert.Equal(HttpStatusCode.OK, (await market.StripeReturned(placed, total)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await market.StripeSays("checkout.session.completed", placed)).StatusCode);

        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed"
            && x.GetProperty("parts")[0].GetProperty("refunded").GetInt64() == total);
        await maker.Earns(balance: 0, onTheWay: 0, paid: 0);
    }

    [Fact]
    public async Task a_disputed_payment_is_shown_to_the_operator_and_not_paid_out_until_it_is_won()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var (placed, _, net) = await Delivered(buyer, maker);

        await market.StripeDisputes(placed, "created", "needs_response");

        using var desk = new Reader(market, "operator");
        await Shop.Eventually(() => desk.Open("/operator"), x => x.QuerySelector(Matter(placed)) is not null);
        using var money = market.As("operator");
        var refused = await money.Step("/api/v1/payouts", new { artisanId = _artisan.Value, amount = net },
            HttpStatusCode.Conflict);
        Assert.Equal("disputed", (await refused.Json()).GetProperty("code").GetString());
        await market.StripeDisputes(placed, "closed", "won");
        await market.StripeDisputes(placed, "created", "needs_response");
        await Shop.Eventually(() => desk.Open("/operator"), x => x.QuerySelector(Matter(placed)) is null);
        await money.Step("/api/v1/payouts", new { artisanId = _artisan.Value, amount = net }, HttpStatusCode.Created);
    }

    [Fact]
    public async Task a_dispute_that_is_lost_is_borne_like_a_refund_once()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var (placed, _, net) = await Delivered(buyer, maker);

        await market.StripeDisputes(placed, "closed", "lost");
        await market.StripeDisputes(placed, "created", "needs_response");
        await market.StripeDisputes(placed, "closed", "lost");

        await maker.Earns(balance: net - placed.GetProperty("total").GetInt64(), onTheWay: 0, paid: 0);
        using var desk = new Reader(market, "operator");
        Assert.Null((await desk.Open("/operator")).QuerySelector(Matter(placed)));
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("won")]
    public async Task a_refund_asked_while_a_dispute_is_open_waits_for_its_end_and_counts_once(string ending)
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        using var staff = market.As("staff");
        var (placed, part, net) = await Delivered(buyer, maker);
        await market.StripeDisputes(placed, "created", "needs_response");
        await staff.Step($"/api/v1/seller-orders/{part}/refunds", new { amount = 25_000, reason = "Rusak" },
            HttpStatusCode.Accepted);
        await Deferred();
        await maker.Earns(balance: net, onTheWay: 0, paid: 0);

        await market.StripeDisputes(placed, "closed", ending);

        await maker.Earns(balance: net - (ending == "lost" ? placed.GetProperty("total").GetInt64() : 25_000),
            onTheWay: 0, paid: 0);
    }

    [Fact]
    public async Task a_part_refused_while_a_dispute_is_open_leaves_nothing_behind_when_it_is_lost()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        var placed = await Paid(buyer);
        await market.StripeDisputes(placed, "created", "needs_response");
        await maker.Step($"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}/refusal",
            new { reason = "Daun habis." });
        await Deferred();

        await market.StripeDisputes(placed, "closed", "lost");

        await maker.Earns(balance: 0, onTheWay: 0, paid: 0);
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var entries = await session.Query<LedgerEntry>().Where(x => x.ArtisanId == _artisan).ToListAsync(Shop.Token);
        Assert.Equal(2, entries.Count);
        Assert.All([Account.Stripe, Account.Prepaid], x =>
            Assert.Equal(Rupiah.Zero, entries.Select(entry => entry.Booked.Change(x)).Sum()));
    }

    [Fact]
    public async Task money_that_went_back_of_a_payment_that_never_comes_is_looked_for_for_hours_and_then_lies_with_the_operator()
    {
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (await market.Sell(_artisan), 1))).Json();
        var order = placed.GetProperty("id").GetGuid();
        await using (var scope = market.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(
                new MoneyTakenBack(new(order), $"pi_{order:N} up to 1", new(1), $"pi_{order:N}", DateTimeOffset.UtcNow));
        await using var source = NpgsqlDataSource.Create(market.ConnectionString);
        // As if it had been tried for hours already.
        await using var hasten = source.CreateCommand($"""
            update wolverine.wolverine_incoming_envelopes set attempts = 11, execution_time = now()
            where message_type like '%MoneyTakenBack' and position('{order}'::bytea in body) > 0 and execution_time is not null
            """);
        await Shop.Eventually(() => hasten.ExecuteNonQueryAsync(Shop.Token), x => x == 1);

        await using var dead = source.CreateCommand($"""
            select id from wolverine.wolverine_dead_letters
            where message_type like '%MoneyTakenBack' and position('{order}'::bytea in body) > 0
            """);
        var letter = await Shop.Eventually(async () => (Guid?)await dead.ExecuteScalarAsync(Shop.Token), x => x is not null);
        using var desk = market.As("operator");
        var letters = (await desk.GetJson("/api/v1/dead-letters")).GetProperty("items").EnumerateArray();
        var seen = letters.Single(x => x.GetProperty("id").GetGuid() == letter);
        Assert.Contains("payment", seen.GetProperty("why").GetString(), StringComparison.Ordinal);
        using var page = new Reader(market, "operator");
        await page.Open("/operator/pesan-macet");
        var age = page.Page.QuerySelector($"[data-letter='{letter}'] [data-test=age]")!.TextContent;
        Assert.Contains("jam", age, StringComparison.Ordinal);
        Assert.Equal(0, await hasten.ExecuteNonQueryAsync(Shop.Token));
    }

    /// <summary>Waits until Stripe has refused to send the order's refund.</summary>
    private async Task Deferred() => await Shop.Eventually(async () =>
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.Query<Refund>().Where(x => x.ArtisanId == _artisan).ToListAsync(Shop.Token))
            .Count(x => x.IsDeferred);
    }, x => x == 1);

    private static string Matter(JsonElement placed) => $"[data-matter='dp_of_{placed.GetProperty("id").GetString()}']";

    /// <summary>A bag that was paid by card and delivered, its part, and what it earned.</summary>
    private async Task<(JsonElement Placed, string Part, long Net)> Delivered(HttpClient buyer, HttpClient maker)
    {
        var placed = await Paid(buyer);
        var part = placed.GetProperty("parts")[0];
        var (id, net) = (part.GetProperty("id").GetString()!, part.GetProperty("total").GetInt64() - part.GetProperty("fee")
            .GetInt64());
        await maker.Step($"/api/v1/seller-orders/{id}/acceptance");
        await maker.Step($"/api/v1/seller-orders/{id}/shipment", new { courier = "JNE", trackingNumber = "CGK1" });
        await buyer.Step($"/api/v1/seller-orders/{id}/delivery", new { key = placed.GetProperty("accessKey").GetString() });
        await maker.Earns(balance: net, onTheWay: 0, paid: 0);
        return (placed, id, net);
    }

    private async Task<JsonElement> Paid(HttpClient buyer)
    {
        var placed = await (await buyer.Order("card", (await market.Sell(_artisan), 1))).Json();
        await buyer.PayOnPage(placed, "pay");
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        return placed;
    }
}
