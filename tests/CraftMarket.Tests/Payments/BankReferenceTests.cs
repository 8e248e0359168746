using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

/// <summary>A reference of the bank serves one transfer and one payout.</summary>
public sealed class BankReferenceTests(RunningMarket market)
{
    [Fact]
    public async Task one_bank_reference_confirms_one_order_however_it_is_typed()
    {
        using var staff = market.As("staff");
        var reference = Paying.Reference();
        var (first, second) = (await Ordered(), await Ordered());
        await Confirm(staff, first, reference).Is(HttpStatusCode.OK);
        await Confirm(staff, first, $" {reference.ToUpperInvariant()} ").Is(HttpStatusCode.OK);

        var refused = await Confirm(staff, second, $"{reference.ToLowerInvariant()[..3]} {reference[3..]}")
            .Is(HttpStatusCode.Conflict);

        Assert.Equal("reference_used", (await refused.Json()).GetProperty("code").GetString());
        using var buyer = market.Visitor();
        await buyer.Until(first, x => x.GetProperty("status").GetString() == "confirmed");
        Assert.Equal("placed", (await buyer.OrderPage(second)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task one_bank_reference_told_for_two_orders_at_once_confirms_one()
    {
        using var staff = market.As("staff");
        for (var round = 0; round < 3; round++)
        {
            var (first, second, reference) = (await Ordered(), await Ordered(), Paying.Reference());
            var replies =
                await Task.WhenAll(Confirm(staff, first, reference), Confirm(staff, second, reference.ToUpperInvariant()));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], replies.Select(x => x.StatusCode).Order());
        }
    }

    [Fact]
    public async Task one_bank_reference_closes_one_payout_also_at_once()
    {
        using var desk = market.As("operator");
        var (first, second, reference) = (await Asked(desk), await Asked(desk), Paying.Reference());

        var replies = await Task.WhenAll(Paid(desk, first, reference), Paid(desk, second, $"{reference} "));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], replies.Select(x => x.StatusCode).Order());
        var closed = replies[0].StatusCode == HttpStatusCode.OK ? first : second;
        await Paid(desk, closed, reference.ToUpperInvariant()).Is(HttpStatusCode.OK);
        var refused = await Paid(desk, closed == first ? second : first, reference.ToUpperInvariant())
            .Is(HttpStatusCode.Conflict);
        Assert.Equal("reference_used", (await refused.Json()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task a_payout_to_nobody_we_know_is_refused_at_its_field()
    {
        using var desk = market.As("operator");
        var refused =
            await (await desk.Step("/api/v1/payouts", new { artisanId = Guid.NewGuid(), amount = 1_000 },
            HttpStatusCode.UnprocessableEntity)).Json();
        Assert.Equal("unknown_artisan", refused.GetProperty("code").GetString());
        Assert.True(refused.GetProperty("errors").TryGetProperty("artisanId", out _));
    }

    private async Task<JsonElement> Ordered()
    {
        using var buyer = market.Visitor();
        return await (await buyer.Order("transfer", (await market.Sell(ArtisanId.From(Guid.NewGuid())), 1))).Json();
    }

    /// <summary>A payout of an artisan who sold and delivered.</summary>
    private async Task<string> Asked(HttpClient desk)
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        using var staff = market.As("staff");
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("transfer", (await market.Sell(artisan), 1))).Json();
        await Confirm(staff, placed, Paying.Reference()).Is(HttpStatusCode.OK);
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        await maker.Deliver(buyer, placed);
        await maker.Earns(balance: placed.Net(), onTheWay: 0, paid: 0);
        var asked = await desk.Step("/api/v1/payouts", new { artisanId = artisan.Value, amount = 10_000 },
            HttpStatusCode.Created);
        return (await asked.Json()).GetProperty("id").GetString()!;
    }

    private static Task<HttpResponseMessage> Confirm(HttpClient staff, JsonElement placed, string reference) =>
        staff.PostAsJsonAsync(
        $"/api/v1/orders/{placed.GetProperty("id").GetString()}/payment-confirmation",
        new { reference, amount = placed.GetProperty("total").GetInt64() }, Shop.Token);

    private static Task<HttpResponseMessage> Paid(HttpClient desk, string payout, string reference) =>
        desk.PostAsJsonAsync($"/api/v1/payouts/{payout}/paid", new { reference }, Shop.Token);
}

internal static class Replied
{
    public static async Task<HttpResponseMessage> Is(this Task<HttpResponseMessage> asking, HttpStatusCode expected)
    {
        var reply = await asking;
        Assert.True(reply.StatusCode == expected, $"{reply.StatusCode}: {await reply.Content.ReadAsStringAsync(Shop.Token)}");
        return reply;
    }
}
