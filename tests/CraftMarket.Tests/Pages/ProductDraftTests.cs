using System.Net;
using System.Net.Http.Json;
using CraftMarket.Kernel;
using CraftMarket.Demo;

namespace CraftMarket.Tests;

/// <summary>An unfinished product form is kept for the artisan, on browsers without JavaScript too.</summary>
public sealed class ProductDraftTests(RunningMarket market)
{
    private readonly string _artisan = NewId.At<ArtisanId>(DateTimeOffset.UtcNow).Value.ToString();

    [Fact]
    public async Task what_was_begun_on_one_telephone_goes_on_on_another()
    {
        using var first = await Open("/perajin/produk/baru");
        first.Attach("photos", CraftPicture.Draw(Craft.Bag, 4));
        await first.Send("keep-draft", ("name", "Tas setengah jadi"), ("price", "seratus"), ("materialCost", "40.000"));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal("Tas setengah jadi", Value(first, "name"));

        using var second = await Open("/perajin/produk");
        Assert.Contains("Tas setengah jadi", second.Find("draft").TextContent, StringComparison.Ordinal);
        await second.Open(second.Find("continue").GetAttribute("href")!);
        Assert.Equal(("Tas setengah jadi", "seratus", "40.000"),
            (Value(second, "name"), Value(second, "price"), Value(second, "materialCost")));
        Assert.Single(PhotosOf(second));
        await second.Send("save", ("price", "150.000"), ("stock", "2"), ("materials", "daun tembakau"));
        Assert.Contains("Tas setengah jadi", second.Find("product").TextContent, StringComparison.Ordinal);
        Assert.Empty(second.Page.QuerySelectorAll("[data-test=draft]"));
        // What making costs stays, for the artisan alone.
        await second.Open(second.Find("edit").GetAttribute("href")!);
        Assert.Equal("40.000", Value(second, "materialCost"));
    }

    [Fact]
    public async Task two_telephones_do_not_overwrite_each_other_unasked()
    {
        using var first = await Open("/perajin/produk/baru");
        await first.Send("keep-draft", ("name", "Tas A"));
        using var second = await Open("/perajin/produk/baru");
        await second.Send("keep-draft", ("name", "Tas B"));

        await first.Send("keep-draft", ("name", "Tas C"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Contains("ponsel lain", first.Find("problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("Tas C", Value(first, "name"));
        await second.Open("/perajin/produk/baru");
        Assert.Equal("Tas B", Value(second, "name"));

        // Asked again, the artisan means it.
        await first.Send("keep-draft");
        await second.Open("/perajin/produk/baru");
        Assert.Equal("Tas C", Value(second, "name"));
    }

    [Fact]
    public async Task photos_change_places_and_go_and_their_words_go_with_them()
    {
        using var artisan = await Open("/perajin/produk/baru");
        foreach (var seed in new[] { 1, 2, 3 })
        {
            artisan.Attach("photos", CraftPicture.Draw(Craft.KeyRing, seed));
            await artisan.Send("keep-draft");
        }

        var photos = PhotosOf(artisan);
        Assert.Equal(3, photos.Count);
        await artisan.Send("keep-draft", [.. photos.Select((x, i) => ($"photoDescriptions[{x}]", $"Foto {i + 1}"))]);
        await Press(artisan, "up", photos[2]);
        Assert.Equal([photos[0], photos[2], photos[1]], PhotosOf(artisan));
        await Press(artisan, "down", photos[0]);
        await Press(artisan, "remove", photos[1]);
        Assert.Equal([photos[2], photos[0]], PhotosOf(artisan));
        Assert.Equal(["Foto 3", "Foto 1"], artisan.Page.QuerySelectorAll("[data-test=photo] [data-describes][name]")
            .Select(x => x.GetAttribute("value")));

        await artisan.Send("save", ("name", "Gantungan"), ("price", "20000"), ("stock", "9"), ("materials", "daun"));
        using var maker = market.As("artisan", ("artisan", _artisan));
        var id = new Uri(market.Address, artisan.Find("edit").GetAttribute("href")!).Segments[^1];
        var shown = await Shop.Eventually(() => maker.GetJson($"/api/v1/products/{id}"), x =>
            x.GetProperty("photos").GetArrayLength() == 2);
        Assert.Equal([(photos[2], "Foto 3"), (photos[0], "Foto 1")],
            shown.GetProperty("photos").EnumerateArray()
                .Select(x => (x.GetProperty("id").GetString()!, x.GetProperty("description").GetString()!)));
        Assert.False(shown.TryGetProperty("photoDescriptions", out _), "The descriptions stand at their photos.");
    }

    [Fact]
    public async Task the_button_works_out_what_is_left_without_script()
    {
        using var artisan = await Open("/perajin/produk/baru");
        await artisan.Send("count", ("price", "75.000"), ("materialCost", "40.000"), ("hours", "2,5"), ("hourly", "15.000"));
        Assert.Contains("Rp71.250", artisan.Find("net").TextContent, StringComparison.Ordinal);
        Assert.Contains("Kurang", artisan.Find("left").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Rp6.250", "Rp82.000"),
            (artisan.Find("left").TextContent.Trim(), artisan.Find("least").TextContent.Trim()));
    }

    [Fact]
    public async Task what_making_costs_is_shown_to_nobody_else()
    {
        using var artisan = await Open("/perajin/produk/baru");
        await artisan.Send("save", ("name", "Tas rahasia"), ("price", "150000"), ("stock", "1"), ("materials", "daun"),
            ("materialCost", "41.237"), ("hourly", "13.579"));
        var id = new Uri(market.Address, artisan.Find("edit").GetAttribute("href")!).Segments[^1];
        using var maker = market.As("artisan", ("artisan", _artisan));
        var shown = (await maker.GetJson($"/api/v1/products/{id}")).ToString();
        using var curator = new Reader(market, "curator");
        await curator.Open($"/kantor/kurasi/{id}");
        foreach (var secret in new[] { "41237", "41.237", "13579", "13.579" })
            Assert.DoesNotContain(secret, shown + curator.Text, StringComparison.Ordinal);
        using var other = new Reader(market, "artisan", ("artisan", Guid.NewGuid().ToString()));
        await other.Open($"/perajin/produk/baru?draf={id}");
        Assert.Equal("", Value(other, "materialCost"));
    }

    [Fact]
    public async Task changes_of_a_product_are_kept_until_they_are_saved_or_thrown_away()
    {
        using var artisan = await Open("/perajin/produk/baru");
        await artisan.Send("save", ("name", "Tas lama"), ("price", "150000"), ("stock", "1"), ("materials", "daun"));
        var address = artisan.Find("edit").GetAttribute("href")!;
        await artisan.Open(address);
        await artisan.Send("keep-draft", ("name", "Tas baru"));
        await artisan.Open("/perajin/produk");
        Assert.Contains("Tas lama", artisan.Find("product").TextContent, StringComparison.Ordinal);
        await artisan.Open(address);
        Assert.Equal("Tas baru", Value(artisan, "name"));
        await artisan.Send("discard");
        Assert.Equal("Tas lama", Value(artisan, "name"));
    }

    [Fact]
    public async Task changes_that_began_from_an_older_product_are_offered_and_not_hidden()
    {
        var address = await Written("Tas lama");
        using var first = await Open(address);
        await first.Send("keep-draft", ("name", "Tas baru"));
        using var maker = market.As("artisan", ("artisan", _artisan));
        (await maker.PatchAsJsonAsync($"/api/v1/products/{address.Split('/')[^1]}", new { price = 160_000 }, Shop.Token))
            .EnsureSuccessStatusCode();

        await first.Open(address);
        Assert.Equal(("Tas lama", "160.000"), (Value(first, "name"), Value(first, "price")));
        Assert.NotNull(first.Find("older-draft"));
        // Typing on beside it does not overwrite it unasked.
        await first.Send("keep-draft", ("name", "Tas ketiga"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        await first.Open(address);
        await first.Open(first.Find("take-older").GetAttribute("href")!);
        Assert.Equal(("Tas baru", "150.000"), (Value(first, "name"), Value(first, "price")));
        await first.Send("save", ("price", "165.000"));
        Assert.Contains("Tas baru", first.Find("product").TextContent, StringComparison.Ordinal);
        Assert.Contains("Rp165.000", first.Find("product").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_draft_kept_after_its_product_was_written_down_becomes_a_change_of_it()
    {
        using var first = await Open("/perajin/produk/baru");
        await first.Send("keep-draft", ("name", "Tas awal"));
        using var second = await Open("/perajin/produk/baru");
        await second.Send("save", ("price", "150000"), ("stock", "1"), ("materials", "daun"));
        await first.Send("keep-draft", ("name", "Tas akhir"), ("price", "150000"));
        Assert.StartsWith(second.Find("edit").GetAttribute("href")!, first.Path, StringComparison.Ordinal);
        Assert.Equal("Tas akhir", Value(first, "name"));
        await second.Open("/perajin/produk");
        Assert.Contains("Tas awal", second.Find("product").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_draft_of_a_product_that_moved_on_is_never_told_as_kept_without_asking()
    {
        var address = await Written("Tas lama");
        using var first = await Open(address);
        using var second = await Open(address);
        await second.Send("save", ("price", "160000"));

        await first.Send("keep-draft", ("name", "Tas saya"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Tas saya"), (first.Status, Value(first, "name")));
        Assert.Contains("sudah diubah", first.Find("problem").TextContent, StringComparison.Ordinal);
        await first.Send("keep-draft");
        await second.Open(address);
        Assert.Equal("Tas saya", Value(second, "name"));
    }

    [Fact]
    public async Task a_refusal_stands_at_its_field_and_the_eye_is_led_there()
    {
        using var artisan = await Open("/perajin/produk/baru");
        await artisan.Send("save", ("name", "Tas"), ("price", "mahal"), ("stock", "banyak"), ("materials", "daun"));
        Assert.Equal(["problem"], artisan.Page.QuerySelectorAll("[autofocus]").Select(x => x.GetAttribute("data-test")));
        Assert.Equal(["#price", "#stock"], artisan.Page.QuerySelectorAll("[data-test=problem] a").Select(x =>
            x.GetAttribute("href")));
        Assert.NotNull(artisan.Page.GetElementById("stock-wrong"));
        // Even so nothing is lost.
        using var second = await Open("/perajin/produk/baru");
        Assert.Equal("mahal", Value(second, "price"));
    }

    [Fact]
    public async Task a_draft_not_wanted_is_thrown_away()
    {
        using var artisan = await Open("/perajin/produk/baru");
        await artisan.Send("keep-draft", ("name", "Salah"));
        await artisan.Open("/perajin/produk");
        await artisan.Send("discard");
        Assert.Empty(artisan.Page.QuerySelectorAll("[data-test=draft]"));
    }

    /// <summary>A product that is written down, and where it is changed.</summary>
    private async Task<string> Written(string name)
    {
        using var artisan = await Open("/perajin/produk/baru");
        await artisan.Send("save", ("name", name), ("price", "150000"), ("stock", "1"), ("materials", "daun"));
        return artisan.Find("edit").GetAttribute("href")!;
    }

    private async Task<Reader> Open(string path)
    {
        var artisan = new Reader(market, "artisan", ("artisan", _artisan));
        await artisan.Open(path);
        return artisan;
    }

    private static string? Value(Reader page, string field) => page.Page.GetElementById(field)!.GetAttribute("value") ?? "";

    private static List<string> PhotosOf(Reader page) =>
        [.. page.Page.QuerySelectorAll("[data-test=photo] [name=photoIds]:not([disabled])")
            .Select(x => x.GetAttribute("value")!)];

    /// <summary>Presses the button of one photo's row.</summary>
    private static Task<AngleSharp.Html.Dom.IHtmlDocument> Press(Reader page, string button, string photo)
    {
        var pressed = page.Page.QuerySelector($"button[name={button}][value='{photo}']")!;
        pressed.SetAttribute("data-test", $"{button}-{photo}");
        return page.Send($"{button}-{photo}");
    }
}
