using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using CraftMarket.Tests.Media;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Catalogue;

public sealed class BrandTests(RunningMarket market)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_old_order_shows_the_brand_of_its_day_and_a_new_one_the_new()
    {
        using var workshop = await Workshop.Open(market);
        var (before, after) = (Unique("Sahnun"), Unique("Rumah"));
        await workshop.Brand(before, "#8a5a2b");
        var bag = new ProductId((await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid());
        var old = await Workshop.Eventually(() => workshop.Visitor.Order("transfer", (bag, 1)), x =>
            x.StatusCode == HttpStatusCode.Created);
        var oldOrder = await old.Json();
        await workshop.Brand(after, "#224466");
        var newOrder = await (await workshop.Visitor.Order("transfer", (bag, 1))).Json();

        var sold = (await workshop.Visitor.OrderPage(oldOrder)).GetProperty("parts")[0].GetProperty("brand");
        Assert.Equal((before, "#8a5a2b", 1),
            (sold.GetProperty("name").GetString(), sold.GetProperty("colour").GetString(), sold.GetProperty("version")
            .GetInt32()));
        Assert.Equal(after, (await workshop.Visitor.OrderPage(newOrder)).GetProperty("parts")[0].GetProperty("brand")
            .GetProperty("name").GetString());

        using var buyer = new Reader(market);
        await buyer.Open($"/pesanan/{oldOrder.GetProperty("id").GetGuid()}?key={oldOrder.GetProperty("accessKey").GetString()}");
        Assert.Contains(before, buyer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(after, buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_artisan_sees_the_brand_an_order_was_sold_under()
    {
        using var workshop = await Workshop.Open(market);
        var (before, after) = (Unique("Sahnun"), Unique("Rumah"));
        await workshop.Brand(before, "#8a5a2b");
        var bag = new ProductId((await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid());
        await Workshop.Eventually(() => workshop.Visitor.Order("cod", (bag, 1)), x => x.StatusCode == HttpStatusCode.Created);
        await workshop.Brand(after, "#224466");
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin/pesanan");
        Assert.Contains(before, artisan.Find("brand").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task every_change_is_a_version_with_its_date()
    {
        using var workshop = await Workshop.Open(market);
        await workshop.Brand(Unique("Satu"), "#8a5a2b");
        await workshop.Brand(Unique("Satu"), "#8a5a2b");
        await workshop.Brand("Dua Merek", "#8a5a2b",
            new { tagline = "Dari daun", careNote = "Jauhkan dari air", storyEnglish = "Three generations." });
        await workshop.Brand("Dua Merek", "#8a5a2b");
        var versions =
            await Workshop.Read(await workshop.Artisan.GetAsync("/api/v1/artisans/me/brand/versions", Cancellation), 200);
        Assert.Equal([3, 2, 1], versions.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("version").GetInt32()));
        Assert.Equal("Dari daun", versions.GetProperty("items")[0].GetProperty("tagline").GetString());
        var since = versions.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("since").GetDateTimeOffset())
            .ToList();
        Assert.Equal(since.OrderDescending(), since);
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin/merek");
        Assert.Contains("3 versi", artisan.Find("versions").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_makers_shop_has_a_page_and_an_old_address_leads_on_to_it()
    {
        using var workshop = await Workshop.Open(market);
        var (before, after) = (Unique("Toko"), Unique("Rumah"));
        var old = (await workshop.Brand(before, "#8a5a2b", new { tagline = "Dari daun tembakau" })).GetProperty("slug")
            .GetString();
        var product = await workshop.OnSale(await workshop.Bag("Tas toko sendiri"));
        using var visitor = new Reader(market);
        await visitor.Open($"/perajin/{old}");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Tas toko sendiri", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Dari daun tembakau", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("/desa/semoyang", visitor.Find("village").GetAttribute("href"));

        var now = (await workshop.Brand(after, "#8a5a2b")).GetProperty("slug").GetString();
        using var moved = await workshop.Visitor.GetAsync($"/perajin/{old}", Cancellation);
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/perajin/{now}"),
            (moved.StatusCode, moved.Headers.Location?.ToString()));
        // The name may come back: what a browser kept of this must not lead it in a circle then.
        Assert.True(moved.Headers.CacheControl?.NoCache);
        using var english = await workshop.Visitor.GetAsync($"/perajin/{old}?bahasa=en", Cancellation);
        Assert.Equal($"/perajin/{now}?bahasa=en", english.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await workshop.Visitor.GetAsync("/perajin/tidak-ada", Cancellation)).StatusCode);
        await visitor.Open($"/produk/{product.GetProperty("slug").GetString()}");
        Assert.Equal($"/perajin/{now}", visitor.Find("maker").GetAttribute("href"));
    }

    [Fact]
    public async Task two_makers_who_choose_one_name_at_once_have_a_shop_each()
    {
        using var one = await Workshop.Open(market);
        using var other = await Workshop.Open(market);
        var name = Unique("Kembar");
        var brands = await Task.WhenAll(one.Brand(name, "#8a5a2b"), other.Brand(name, "#8a5a2b"));
        Assert.Equal(2, brands.Select(x => x.GetProperty("slug").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task the_pictures_of_shop_and_product_are_drawn_and_follow_brand_and_price()
    {
        using var workshop = await Workshop.Open(market);
        var slug = (await workshop.Brand(Unique("Gambar"), "#8a5a2b")).GetProperty("slug").GetString();
        var id = (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        var first = await Workshop.Eventually(() => workshop.Shown(id.ToString()), x => Square(x) is not null
            && x.GetProperty("photos").GetArrayLength() == 1);
        Assert.Equal((1080, 1080), await Size(workshop, Square(first)!));

        await Workshop.Read(await workshop.Patch(id, new { price = 175_000 }), 200);
        var dearer = await Workshop.Eventually(() => workshop.Shown(id.ToString()), x => Square(x) != Square(first));
        await workshop.Brand(Unique("Gambar"), "#224466");
        await Workshop.Eventually(() => workshop.Shown(id.ToString()), x => Square(x) != Square(dearer));

        using var visitor = new Reader(market);
        var page = await Workshop.Eventually(() => visitor.Open($"/perajin/{slug}"), x =>
            x.QuerySelector("[data-test=banner]") is not null);
        Assert.Equal((1600, 500), await Size(workshop, page.QuerySelector("[data-test=banner]")!.GetAttribute("src")!));
        var card = new Uri(page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!).PathAndQuery;
        Assert.Equal((1200, 630), await Size(workshop, card));
    }

    /// <summary>Two painted at once: the one that is kept later knows of the other, which erasing must find.</summary>
    [Fact]
    public async Task pictures_that_are_kept_at_once_are_all_found_later()
    {
        using var workshop = await Workshop.Open(market);
        await workshop.Brand(Unique("Serentak"), "#8a5a2b");
        var id = Maker.StreamOf(workshop.Id);
        await Workshop.Eventually(() => Pictures(id), x => x is not null);
        var late = new KeepShopPictures(id, new("/media/1.jpg", "/media/2.jpg", "/media/3.jpg"), "late", "");
        await market.WhileHeld<Maker>(id, late, (session, _) => session.Store(
            new ShopPictures(id, "/media/4.jpg", "/media/5.jpg", "/media/6.jpg", "later", "")));
        var kept = await Pictures(id);
        string[] found = [kept!.Banner, kept.Card, kept.Square, .. kept.Earlier ?? []];
        Assert.Empty(Enumerable.Range(1, 6).Select(x => $"/media/{x}.jpg").Except(found));
    }

    [Fact]
    public async Task a_logo_reaches_the_shop_and_later_orders()
    {
        using var workshop = await Workshop.Open(market);
        var logo = await workshop.Photo();
        await workshop.Brand(Unique("Logo"), "#8a5a2b", new { logoPhotoId = logo });
        var bag = new ProductId((await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid());
        await Workshop.Eventually(async () =>
        {
            var order = await (await workshop.Visitor.Order("transfer", (bag, 1))).Json();
            return order.TryGetProperty("id", out _) ? (await workshop.Visitor.OrderPage(order))
                .GetProperty("parts")[0].GetProperty("brand").GetProperty("logo").GetString() : null;
        }, x => x?.EndsWith(".webp", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task a_logo_made_ready_while_the_brand_was_written_is_found_afterwards()
    {
        using var workshop = await Workshop.Open(market);
        await workshop.Brand(Unique("Logo"), "#8a5a2b", new { logoPhotoId = await workshop.Photo() });
        var known = await Workshop.Eventually(() => Known(workshop.Id), x => x?.Logo is not null);
        var store = market.Services.GetRequiredService<IDocumentStore>();
        await using (var session = store.LightweightSession())
        {
            session.Store((await session.LoadAsync<MakerBrand>(workshop.Id.Value, Cancellation))! with { Logo = null });
            await session.SaveChangesAsync(Cancellation);
        }

        await workshop.Tell(new LookAtLogo(workshop.Id));
        await Workshop.Eventually(() => Known(workshop.Id), x => x?.Logo == known!.Logo);
    }

    /// <summary>Two versions of one brand at once: orders are written under the one that the brand became.</summary>
    [Fact]
    public async Task two_versions_that_meet_leave_orders_under_the_brand_as_it_is()
    {
        using var workshop = await Workshop.Open(market);
        for (var round = 0; round < 10; round++)
        {
            await Task.WhenAll(Enumerable.Range(1, 3).Select(x => workshop.Brand(Unique($"Merek {x}"), "#8a5a2b")));
            await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
            var brand = (await session.LoadAsync<Maker>(Maker.StreamOf(workshop.Id), Cancellation))!;
            var known = (await Known(workshop.Id))!;
            Assert.Equal((brand.BrandVersion, brand.Name), (known.Version, known.Name));
        }
    }

    [Fact]
    public async Task colours_from_the_logo_are_proposed_and_one_is_tried_with_a_tap()
    {
        using var workshop = await Workshop.Open(market);
        var logo = (await workshop.Artisan.Photo(SamplePhotos.Jpeg(600, 400))).GetProperty("id").GetGuid();
        await workshop.Brand(Unique("Warna"), "#123456", new { logoPhotoId = logo });
        var brand = await Workshop.Eventually(
            async () => await Workshop.Read(await workshop.Artisan.GetAsync("/api/v1/artisans/me/brand", Cancellation), 200),
            x => x.GetProperty("proposedColours").GetArrayLength() > 0);
        var proposed = brand.GetProperty("proposedColours").EnumerateArray().Select(x => x.GetString()!).ToList();
        Assert.InRange(proposed.Count, 3, 5);
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin/merek");
        var tried = await artisan.Send("pick-2");
        Assert.Equal(HttpStatusCode.OK, artisan.Status);
        Assert.Equal(proposed[1], tried.QuerySelector("input[name=colour]")!.GetAttribute("value"));
        // A file that is no photo is told all the same.
        artisan.Attach("logo", "bukan foto"u8.ToArray());
        tried = await artisan.Send("pick-3");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, artisan.Status);
        Assert.NotNull(tried.GetElementById("logoPhotoId-wrong"));
        Assert.Equal(proposed[2], tried.QuerySelector("input[name=colour]")!.GetAttribute("value"));
        // Tried, not saved.
        var kept = await Workshop.Read(await workshop.Artisan.GetAsync("/api/v1/artisans/me/brand", Cancellation), 200);
        Assert.Equal("#123456", kept.GetProperty("colour").GetString());
    }

    [Fact]
    public async Task a_damaged_logo_is_told_and_not_waited_for()
    {
        using var workshop = await Workshop.Open(market);
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin/merek");
        artisan.Attach("logo", SamplePhotos.HollowJpeg());
        await artisan.Send("save", ("name", Unique("Rusak")), ("story", "Tiga generasi."));
        var page = await Workshop.Eventually(() => artisan.Open("/perajin/merek"), x =>
            x.GetElementById("logoPhotoId-wrong") is not null);
        Assert.Contains("rusak", page.GetElementById("logoPhotoId-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".label img.emblem"));
        var logo = page.QuerySelector("input[name=logoPhotoId][type=hidden]")!.GetAttribute("value");
        await artisan.Open($"/perajin/foto/{logo}");
        Assert.Equal("/photo-broken.svg", artisan.Path);
    }

    private async Task<MakerBrand?> Known(ArtisanId artisan)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<MakerBrand>(artisan.Value, Cancellation);
    }

    private async Task<ShopPictures?> Pictures(Guid id)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return await session.LoadAsync<ShopPictures>(id, Cancellation);
    }

    private static string Unique(string name) => $"{name} {Guid.NewGuid().ToString("N")[..6]}";

    private static string? Square(JsonElement product) => product.TryGetProperty("shareSquare", out var url) ? url.GetString()
        : null;

    private static async Task<(int, int)> Size(Workshop workshop, string url)
    {
        using var picture = NetVips.Image.NewFromBuffer(await workshop.Visitor.GetByteArrayAsync(url, Cancellation));
        return (picture.Width, picture.Height);
    }
}
