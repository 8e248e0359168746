using System.Net;
using System.Net.Http.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.People.Joining;
using CraftMarket.Tests.People;
using CraftMarket.Tests.Training;
using CraftMarket.Workflows;
using Marten;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public async Task an_answer_given_while_somebody_becomes_an_artisan_counts_for_the_new_shop()
    {
        using var field = new Field(market);
        var (person, batch) = (new PersonId(await field.VerifiedParticipant()), await field.Batch());
        await Field.Ok(await field.Enrol(batch, person.Value));
        await Field.Ok(await field.Complete(batch, person.Value));
        Assert.IsType<Done>(await market.Send(new ChangeConsent(person, ConsentPurpose.Shop, true)));
        var welcome = new WelcomeArtisan(person);
        await market.WhileHeld<ConsentRegister>(ConsentRegister.StreamOf(person), welcome,
            (_, register) => register.AppendOne(new ConsentWithdrawn(person, ConsentPurpose.Shop)));
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        Assert.True((await session.LoadAsync<Maker>(Maker.StreamOf(welcome.ArtisanId), Stop))!.Paused);
    }

    private static async Task Put(HttpClient artisan, bool given) =>
        await Workshop.Read(await artisan.PutAsJsonAsync("/api/v1/artisans/me/consents/shop", new { given }, Stop), 200,
            empty: true);
}
