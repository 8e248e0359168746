using System.Net;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Media;
using CraftMarket.People.Persons;
using CraftMarket.Tests.Media;
using CraftMarket.Tests.People;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Catalogue;

/// <summary>Erasing an artisan takes their photos out of the store, and nobody else's.</summary>
public sealed class ErasedPhotoTests(RunningMarket market)
{
    private readonly BlobStore _blobs = market.Services.GetRequiredService<BlobStore>();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task photos_pictures_cards_and_uploads_of_an_erased_artisan_are_gone_from_the_store()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Potret"));
        using var workshop = await Maker(person);
        await workshop.Brand("Potret " + Guid.NewGuid().ToString("N")[..6], "#8a5a2b",
            new { logoPhotoId = await Sent(workshop, SamplePhotos.Grainy(500, 500, Seed())) });
        var bag = await workshop.Bag("Tas Potret " + Guid.NewGuid().ToString("N")[..6]);
        bag["photoIds"] = new[] { await Sent(workshop, SamplePhotos.Grainy(700, 500, Seed())) };
        var product = (await workshop.OnSale(bag)).GetProperty("id").GetGuid();
        var (card, shop) = await Workshop.Eventually(() => Drawn(workshop, product), x =>
            x is ({ ShareCard: not null }, { Banner: not null }));
        var upload = await Begun(workshop);
        Assert.Equal(HttpStatusCode.OK, await Look(workshop, upload));
        // The sample that every workshop sends is others' photo too, and stays.
        var common = await workshop.Photo();
        var photos = (await Photos(workshop.Id)).Where(x => x.Id.Value != common).ToList();
        Assert.Equal(2, photos.Count);
        string[] pictures = [.. photos.SelectMany(x => x.Renditions).Select(x => x.Url), card!.ShareCard!, card.ShareSquare!,
            shop!.Banner, shop.Card, shop.Square];
        foreach (var picture in pictures) Assert.Equal(HttpStatusCode.OK, await Status(picture));

        Assert.IsType<Done>(await market.Send(new ErasePerson(person)));

        await Shop.Eventually(() => StillThere(pictures), x => x.Length == 0);
        foreach (var photo in photos) await Shop.Eventually(() => IsKept(photo.Content), x => !x);
        await Shop.Eventually(() => Look(workshop, upload), x => x is HttpStatusCode.NotFound or HttpStatusCode.Gone);
        Assert.All(await Photos(workshop.Id), x => Assert.True(x is { Erased: true, Renditions.Count: 0 }));
    }

    [Fact]
    public async Task the_very_same_photo_of_somebody_else_stays()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Foto Serupa"));
        using var workshop = await Maker(person);
        using var other = await Workshop.Open(market);
        var shared = SamplePhotos.Grainy(640, 480, Seed());
        await Sent(workshop, shared);
        var own = await Sent(workshop, SamplePhotos.Grainy(640, 480, Seed()));
        await Sent(other, shared);
        var theirs = Assert.Single(await Photos(other.Id));

        Assert.IsType<Done>(await market.Send(new ErasePerson(person)));

        var lost = (await Photos(workshop.Id)).Single(x => x.Id.Value == own).Content;
        await Shop.Eventually(() => IsKept(lost), x => !x);
        await Shop.Eventually(async () => (await Photos(workshop.Id)).All(x => x.Erased), x => x);
        await market.Tell(new DropOriginal(theirs.Content));
        await market.Tell(DropPictures.Of(theirs.Renditions));
        Assert.True(await IsKept(theirs.Content));
        foreach (var picture in theirs.Renditions) Assert.Equal(HttpStatusCode.OK, await Status(picture.Url));
    }

    private static async Task<Guid> Sent(Workshop workshop, byte[] photo) => (await workshop.Artisan.Photo(photo))
        .GetProperty("id").GetGuid();

    private static int Seed() => Random.Shared.Next(1, int.MaxValue);

    private async Task<Workshop> Maker(PersonId person)
    {
        var workshop = await Workshop.Open(market, person: person);
        await Workshop.Eventually(async () =>
        {
            await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
            return await session.LoadAsync<MakerPerson>(workshop.Id.Value, Now);
        }, x => x is not null);
        return workshop;
    }

    private async Task<(Product?, ShopPictures?)> Drawn(Workshop workshop, Guid product)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.LoadAsync<Product>(product, Now),
            await session.LoadAsync<ShopPictures>(CraftMarket.Catalogue.Maker.StreamOf(workshop.Id), Now));
    }

    private async Task<IReadOnlyList<Photo>> Photos(ArtisanId owner)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.QueryAsync<Photo>("where data ->> 'Owner' = ?", Now, owner.Value.ToString());
    }

    private async Task<bool> IsKept(string content)
    {
        try
        {
            using var lent = await _blobs.LendOriginalAsync(content, Now);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private async Task<HttpStatusCode> Status(string path)
    {
        using var visitor = market.Visitor();
        return (await visitor.GetAsync(path, Now)).StatusCode;
    }

    private async Task<string> StillThere(string[] pictures)
    {
        var there = new List<string>();
        foreach (var picture in pictures)
            if (await Status(picture) == HttpStatusCode.OK)
                there.Add($"{Array.IndexOf(pictures, picture)} of {pictures.Length}: {picture}");
        return string.Join(", ", there);
    }

    private static async Task<HttpStatusCode> Look(Workshop workshop, string upload)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, upload);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        using var reply = await workshop.Artisan.SendAsync(request, Now);
        return reply.StatusCode;
    }

    private static async Task<string> Begun(Workshop workshop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/uploads");
        request.Headers.Add("Tus-Resumable", "1.0.0");
        request.Headers.Add("Upload-Length", "5000");
        using var reply = await workshop.Artisan.SendAsync(request, Now);
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        return reply.Headers.Location!.OriginalString;
    }
}
