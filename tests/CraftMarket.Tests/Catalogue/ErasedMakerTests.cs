using System.Net;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.People.Persons;
using CraftMarket.Tests.People;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Catalogue;

/// <summary>Who was erased sells nothing any more, and nothing that they wrote is shown.</summary>
public sealed class ErasedMakerTests(RunningMarket market)
{
    private const string Tagline = "Anyaman warisan keluarga";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_goods_of_an_erased_artisan_are_gone_everywhere_and_cannot_be_ordered()
    {
        var person = await market.Registered(Villagers.Inaq("Inaq Pamit"));
        using var workshop = await Workshop.Open(market, person: person);
        await Workshop.Eventually(async () =>
        {
            await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
            return await session.LoadAsync<MakerPerson>(workshop.Id.Value, Now);
        }, x => x is not null);
        var name = "Tas Pamit " + Guid.NewGuid().ToString("N")[..6];
        var brand = await workshop.Brand("Pamit " + Guid.NewGuid().ToString("N")[..6], "#8a5a2b",
            new { tagline = Tagline, logoPhotoId = await workshop.Photo() });
        var product = await workshop.OnSale(await workshop.Bag(name));
        var waiting = (await workshop.Listed(await workshop.Bag("Tas Menunggu"))).GetProperty("id").GetGuid();
        await Workshop.Read(await workshop.Submit(waiting), 202);
        var (goods, shop) = ($"/produk/{product.GetProperty("slug").GetString()}",
            $"/perajin/{brand.GetProperty("slug").GetString()}");
        Assert.Contains(Tagline, await workshop.Visitor.GetStringAsync(shop, Now), StringComparison.Ordinal);
        Assert.Contains(goods, await workshop.Visitor.GetStringAsync("/sitemap.xml", Now), StringComparison.Ordinal);

        Assert.IsType<Done>(await market.Send(new ErasePerson(person)));

        await Workshop.Eventually(() => Status(goods), x => x == HttpStatusCode.Gone);
        await Workshop.Eventually(() => Status(shop), x => x == HttpStatusCode.Gone);
        var closed = await (await workshop.Visitor.GetAsync(shop, Now)).Content.ReadAsStringAsync(Now);
        Assert.DoesNotContain(Tagline, closed, StringComparison.Ordinal);
        Assert.DoesNotContain("Tiga generasi", closed, StringComparison.Ordinal);
        Assert.Contains("noindex", closed, StringComparison.Ordinal);
        foreach (var list in new[] { "/sitemap.xml", "/feed/produk.csv", "/feed/produk.xml", "/feed/baru.atom",
            $"/?q={Uri.EscapeDataString(name)}" })
            Assert.DoesNotContain(goods, await workshop.Visitor.GetStringAsync(list, Now), StringComparison.Ordinal);
        Assert.DoesNotContain(shop, await workshop.Visitor.GetStringAsync("/desa/semoyang", Now), StringComparison.Ordinal);
        await Workshop.Eventually(() => workshop.Found($"q={Uri.EscapeDataString(name)}"), x => !x.Contains(name));
        await Workshop.Eventually(async () =>
            (await workshop.Visitor.Order("transfer", (new(product.GetProperty("id").GetGuid()), 1))).StatusCode, x =>
            x == (HttpStatusCode)422);
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        await Workshop.Eventually(async () => (await session.LoadAsync<ProductCard>(waiting, Now))!.Status, x =>
            x == "withdrawn");
        var shown = (await session.BrandOf(workshop.Id, Now))!;
        Assert.Equal((true, null, null, null), (shown.Closed, shown.Story, shown.Tagline, shown.LogoPhotoId));

        async Task<HttpStatusCode> Status(string path) => (await workshop.Visitor.GetAsync(path, Now)).StatusCode;
    }
}
