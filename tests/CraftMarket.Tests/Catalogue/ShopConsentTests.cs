using System.Net;
using System.Net.Http.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests.Catalogue;

/// <summary>Who takes back the consent to be shown is in the shop no more, until it is given again.</summary>
public sealed class ShopConsentTests(RunningMarket market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task goods_leave_the_shop_with_the_consent_and_come_back_with_it()
    {
        var person = new PersonId(Guid.CreateVersion7());
        using var workshop = await Workshop.Open(market, person: person);
        await workshop.Brand("Anyam Izin Toko", "#6f7a32");
        var (shown, waiting) = (await workshop.OnSale(await workshop.Bag("Tas Izin Toko")),
            await workshop.Listed(await workshop.Bag("Dompet Izin Toko")));
        await Workshop.Read(await workshop.Submit(waiting.GetProperty("id").GetGuid()), 202);
        using var artisan = market.As("artisan", ("artisan", $"{workshop.Id.Value}"), ("person", $"{person.Value}"));

        await Put(artisan, false);
        Assert.NotEqual(HttpStatusCode.OK,
            (await workshop.Visitor.GetAsync($"/api/v1/products/{shown.GetProperty("slug")}", Stop)).StatusCode);
        await Workshop.Eventually(() => workshop.Found("q=izin+toko"), x => x.Count == 0);
        Assert.Equal(HttpStatusCode.Gone, (await workshop.Visitor.GetAsync("/perajin/anyam-izin-toko", Stop)).StatusCode);
        Assert.Equal((409, "shop_consent_missing"),
            await workshop.Refused(await workshop.Submit(shown.GetProperty("id").GetGuid())));
        Assert.Equal(409, (int)(await workshop.Decide(waiting.GetProperty("id").GetGuid(), "approve")).StatusCode);

        await Put(artisan, true);
        Assert.Equal("Tas Izin Toko", (await workshop.Shown($"{shown.GetProperty("id")}")).GetProperty("name").GetString());
        await Workshop.Eventually(() => workshop.Found("q=izin+toko"), x => x.Count == 1);
        Assert.Equal(HttpStatusCode.OK, (await workshop.Visitor.GetAsync("/perajin/anyam-izin-toko", Stop)).StatusCode);
        // What waited for the curator waits again.
        Assert.Equal(200, (int)(await workshop.Decide(waiting.GetProperty("id").GetGuid(), "approve")).StatusCode);
    }

    private static async Task Put(HttpClient artisan, bool given) =>
        await Workshop.Read(await artisan.PutAsJsonAsync("/api/v1/artisans/me/consents/shop", new { given }, Stop), 200,
            empty: true);
}
