using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Demo;

namespace CraftMarket.Tests;

/// <summary>An artisan writes a product down on a browser without JavaScript.</summary>
public sealed class ProductFormTests(RunningMarket market)
{
    private static readonly (string, string)[] FiveFields =
        [("name", "Tas kecil Inaq Sahnun"), ("price", "Rp 150.000"), ("stock", "5"), ("materials", "daun tembakau, katun")];

    [Fact]
    public async Task five_fields_and_a_photo_make_a_product_that_waits_for_the_curator()
    {
        using var artisan = await AtTheForm();
        artisan.Attach("photos", CraftPicture.Draw(Craft.Bag, 1));
        await artisan.Send("save-and-submit", FiveFields);
        Assert.StartsWith("/perajin/produk?", artisan.Path, StringComparison.Ordinal);
        var product = artisan.Find("product").TextContent;
        Assert.Contains("Tas kecil Inaq Sahnun", product, StringComparison.Ordinal);
        Assert.Contains("Rp150.000", product, StringComparison.Ordinal);
        Assert.Contains("Sedang diperiksa kurator", product, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_missing_stands_at_its_field_and_photo_and_words_stay()
    {
        using var artisan = await AtTheForm();
        artisan.Attach("photos", CraftPicture.Draw(Craft.Wallet, 2));
        await artisan.Send("save", [.. FiveFields.Where(x => x.Item1 != "price"), ("price", "mahal")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, artisan.Status);
        Assert.Contains("angka", artisan.Page.GetElementById("price-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tas kecil Inaq Sahnun", artisan.Page.QuerySelector("#name")!.GetAttribute("value"));
        await artisan.Send("save", ("price", "150000"));
        Assert.Contains("Belum dikirim ke kurator", artisan.Find("product").TextContent, StringComparison.Ordinal);
        await artisan.Open(artisan.Find("edit").GetAttribute("href")!);
        Assert.Single(artisan.Page.QuerySelectorAll("[data-test=photo] input[name=photoIds]:not([disabled])"));
    }

    [Fact]
    public async Task a_form_sent_twice_makes_one_product()
    {
        using var artisan = await AtTheForm();
        var photo = CraftPicture.Draw(Craft.Bag, 3);
        artisan.Attach("photos", photo);
        await artisan.Send("save", FiveFields);
        await artisan.Back();
        artisan.Attach("photos", photo);
        await artisan.Send("save", FiveFields);
        Assert.Single(artisan.Page.QuerySelectorAll("[data-test=product]"));
        await artisan.Open(artisan.Find("edit").GetAttribute("href")!);
        Assert.Single(artisan.Page.QuerySelectorAll("[data-test=photo] input[name=photoIds]:not([disabled])"));
    }

    [Fact]
    public async Task a_form_sent_again_with_other_words_loses_none_of_them()
    {
        using var artisan = await AtTheForm();
        await artisan.Send("save", FiveFields);
        await artisan.Back();
        await artisan.Send("save", [.. FiveFields.Where(x => x.Item1 is not ("price" or "stock")), ("price", "175.000"),
            ("stock", "7")]);
        Assert.Matches("^/perajin/produk/[0-9a-f-]{36}", artisan.Path);
        Assert.Equal(("175.000", "7"), (Value(artisan, "price"), Value(artisan, "stock")));
        await artisan.Send("save");
        var product = Assert.Single(artisan.Page.QuerySelectorAll("[data-test=product]"));
        Assert.Contains("Rp175.000", product.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_refused_after_the_words_were_saved_can_be_saved_again()
    {
        using var artisan = await AtTheForm();
        await artisan.Send("save", FiveFields);
        await artisan.Open(artisan.Find("edit").GetAttribute("href")!);
        // No curator looks at a product without a photo.
        await artisan.Send("save-and-submit", ("price", "160.000"), ("stock", "6"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, artisan.Status);
        await artisan.Send("save", ("price", "170.000"));
        Assert.Contains("Rp170.000", artisan.Find("product").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sisa 6",
            (await Shop.Eventually(() => artisan.Open("/perajin/produk"), x =>
            x.Body!.TextContent.Contains("Sisa 6", StringComparison.Ordinal))).Body!.TextContent, StringComparison.Ordinal);
        await artisan.Open(artisan.Find("edit").GetAttribute("href")!);
        Assert.Empty(artisan.Page.QuerySelectorAll("[data-test=older-draft], [data-test=draft-found]"));
    }

    [Fact]
    public async Task cigarettes_are_refused_in_plain_words()
    {
        using var artisan = await AtTheForm();
        await artisan.Send("save", [.. FiveFields.Where(x => x.Item1 != "name"), ("name", "Rokok kretek")]);
        Assert.Contains("tidak boleh dijual", artisan.Page.GetElementById("name-wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_edit_of_something_changed_meanwhile_is_told_so()
    {
        using var artisan = await AtTheForm();
        await artisan.Send("save", FiveFields);
        await artisan.Open(artisan.Find("edit").GetAttribute("href")!);
        await artisan.Send("save", ("price", "160000"));
        await artisan.Back();
        await artisan.Send("save", ("price", "170000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, artisan.Status);
        Assert.Contains("Muat ulang", artisan.Find("problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task another_artisans_product_is_not_found()
    {
        using var artisan = await AtTheForm();
        await artisan.Send("save", FiveFields);
        var address = artisan.Find("edit").GetAttribute("href")!;
        using var other = await AtTheForm();
        await other.Open(address);
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
    }

    private static string? Value(Reader page, string field) => page.Page.GetElementById(field)!.GetAttribute("value");

    private async Task<Reader> AtTheForm()
    {
        var artisan = new Reader(market, "artisan", ("artisan", NewId.At<ArtisanId>(DateTimeOffset.UtcNow).Value.ToString()));
        await artisan.Open("/perajin/produk/baru");
        return artisan;
    }
}
