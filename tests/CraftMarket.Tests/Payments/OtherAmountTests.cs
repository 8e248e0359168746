using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Payments;
using CraftMarket.Web.StripeStandIn;
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
        await Underprice(placed, new(1_000));

        using (var form = new FormUrlEncodedContent([new("action", "pay")]))
            Assert.Equal(HttpStatusCode.SeeOther, (await buyer.PostAsync(placed.GetProperty("payment").GetProperty("url").GetString(), form, Shop.Token)).StatusCode);

        var entries = await Shop.Eventually(() => Entries(artisan), x => x.Count == 2);
        Assert.Equal([EntryKind.OtherReceived, EntryKind.OtherReturned], entries.Select(x => x.Kind).Order());
        Assert.Equal([new Rupiah(-1_000), new Rupiah(1_000)], entries.Select(x => x.Change(Account.Stripe)).Order());
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "lapsed");
        Assert.Equal(0, (await market.Stock(bag)).Reserved);
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        await maker.Earns(balance: 0, onTheWay: 0, paid: 0);
    }

    /// <summary>Changes what the payment page asks for behind everybody's back.</summary>
    private async Task Underprice(System.Text.Json.JsonElement placed, Rupiah amount)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var payment = await session.LoadAsync<Payment>(PaymentId.Of(new(placed.GetProperty("id").GetGuid())).Value, Shop.Token);
        var page = await session.LoadAsync<StandInSession>(payment!.SessionId!, Shop.Token);
        session.Store(page! with { Amount = StripeAmount.Of(amount) });
        await session.SaveChangesAsync(Shop.Token);
    }

    private async Task<List<EntryBooked>> Entries(ArtisanId artisan)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return [.. (await session.Query<LedgerEntry>().Where(x => x.ArtisanId == artisan).ToListAsync(Shop.Token)).Select(x => x.Booked)];
    }
}
