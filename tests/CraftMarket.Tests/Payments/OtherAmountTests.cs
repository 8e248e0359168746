using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Payments;
using CraftMarket.Demo;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>A payment page that took another amount than the order's.</summary>
public sealed class OtherAmountTests(RunningMarket market)
{
    [Fact]
    public async Task money_of_another_amount_is_booked_and_goes_back_whole()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        var bag = await market.Sell(artisan, stock: 1);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (bag, 1))).Json();
        await market.ChangePage(placed, x => x with { Amount = StripeAmount.Of(new(1_000)) });

        await Pay(buyer, placed);

        var entries = await Shop.Eventually(() => Entries(artisan), x => x.Count == 2);
        Assert.Equal([EntryKind.OtherReceived, EntryKind.OtherReturned], entries.Select(x => x.Kind).Order());
        Assert.Equal([new Rupiah(-1_000), new Rupiah(1_000)], entries.Select(x => x.Change(Account.Stripe)).Order());
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "lapsed");
        Assert.Equal(0, (await market.Stock(bag)).Reserved);
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        await maker.Earns(balance: 0, onTheWay: 0, paid: 0);
    }

    [Fact]
    public async Task money_of_another_amount_that_somebody_gave_back_at_stripe_is_booked_as_back()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (await market.Sell(artisan), 1))).Json();
        var intent = "";
        await market.ChangePage(placed, x =>
        {
            intent = x.PaymentIntent;
            return x with { Amount = StripeAmount.Of(new(1_000)) };
        });
        // By hand, before ours is sent: it lies there when the money comes.
        await using (var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Store(new FakeStripeRefund($"re_by_hand_{intent}", intent, StripeAmount.Of(new(1_000)), 0,
                new Dictionary<string, string>()));
            await session.SaveChangesAsync(Shop.Token);
        }

        await Pay(buyer, placed);

        var entries = await Shop.Eventually(() => Entries(artisan), x => x.Count == 2);
        Assert.Equal(Rupiah.Zero, entries.Select(x => x.Change(Account.Returning)).Sum());
        await using var look = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        Assert.Equal(intent, (await look.Query<Refund>().SingleAsync(x => x.ArtisanId == artisan, Shop.Token)).Reference);
    }

    private static async Task Pay(HttpClient buyer, System.Text.Json.JsonElement placed)
    {
        using var form = new FormUrlEncodedContent([new("action", "pay")]);
        Assert.Equal(HttpStatusCode.SeeOther,
            (await buyer.PostAsync(placed.GetProperty("payment").GetProperty("url").GetString(), form, Shop.Token)).StatusCode);
    }

    private async Task<List<EntryBooked>> Entries(ArtisanId artisan)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return [.. (await session.Query<LedgerEntry>().Where(x => x.ArtisanId == artisan).ToListAsync(Shop.Token))
            .Select(x => x.Booked)];
    }
}
