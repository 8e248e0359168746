using System.Net;

namespace CraftMarket.Tests;

/// <summary>What every page owes its reader.</summary>
public sealed class PageShapeTests(RunningMarket market)
{
    [Theory]
    [InlineData("/", null)]
    [InlineData("/masuk", null)]
    [InlineData("/masuk/lupa", null)]
    [InlineData("/sandi/palsu", null)]
    [InlineData("/akun", "artisan")]
    [InlineData("/akun/pengaman", "artisan")]
    [InlineData("/demo", null)]
    [InlineData("/urutan", null)]
    [InlineData("/?urut=giliran", null)]
    [InlineData("/?q=tidak+ada+begitu&desa=x", null)]
    [InlineData("/keranjang", null)]
    [InlineData("/kirim-ke?provinsi=31&next=/keranjang", null)]
    [InlineData("/operator/ongkir", "operator")]
    [InlineData("/tidak-ada", null)]
    [InlineData("/undangan/palsu", null)]
    [InlineData("/desa/semoyang", null)]
    [InlineData("/perajin", "artisan")]
    [InlineData("/perajin/merek", "artisan")]
    [InlineData("/perajin/kontak", "artisan")]
    [InlineData("/perajin/kelompok", "artisan")]
    [InlineData("/perajin/produk", "artisan")]
    [InlineData("/perajin/produk/baru", "artisan")]
    [InlineData("/perajin/pesanan", "artisan")]
    [InlineData("/perajin/penghasilan", "artisan")]
    [InlineData("/perajin/penjualan-luar/baru", "artisan")]
    public async Task a_page_has_a_language_a_title_one_heading_and_a_label_for_every_field(string path, string? role)
    {
        using var reader = new Reader(market, role, ("artisan", Guid.NewGuid().ToString()),
            ("person", Guid.NewGuid().ToString()));
        var page = await reader.Open(path);
        Assert.Equal("id", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("h1"));
        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            Assert.True(field.Closest("label") is not null || page.QuerySelector($"label[for='{field.Id}']") is not null,
                $"{field.OuterHtml} on {path} has no label.");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?urut=terbaru")]
    [InlineData("/masuk")]
    public async Task a_page_needs_nothing_of_another_host_and_nothing_inline(string path)
    {
        using var reader = new Reader(market);
        var page = await reader.Open(path);
        Assert.All(page.QuerySelectorAll("script:not([type='application/ld+json'])"), x =>
            Assert.StartsWith("/", x.GetAttribute("src"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("link[rel=stylesheet]"), x =>
            Assert.StartsWith("/", x.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick], [onsubmit]"));
    }

    [Fact]
    public async Task the_whole_dress_of_a_page_is_light()
    {
        using var visitor = market.Visitor();
        Assert.InRange(await Bytes("/market.css"), 1_000, 24_000);
        Assert.InRange(await Bytes("/workroom.css"), 1_000, 9_000);
        Assert.InRange(await Bytes("/market.js"), 1_000, 15_000);
        Assert.InRange(await Bytes("/market.css", "br"), 1_000, 5_500);
        Assert.InRange(await Bytes("/market.js", "br"), 1_000, 3_200);

        async Task<int> Bytes(string address, string encoding = "identity")
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            using var reply = await visitor.SendAsync(request, TestContext.Current.CancellationToken);
            return (await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }
    }

    [Fact]
    public async Task a_buyer_fetches_nothing_that_only_workrooms_wear()
    {
        using var buyer = new Reader(market);
        using var artisan = new Reader(market, "artisan", ("artisan", Guid.NewGuid().ToString()));
        (Reader, string, bool)[] looks = [(buyer, "/", false), (buyer, "/keranjang", false), (artisan, "/perajin/produk", true)];
        foreach (var (reader, page, wears) in looks)
        {
            await reader.Open(page);
            Assert.Equal(wears, reader.Page.QuerySelector("link[href^='/workroom.css']") is not null);
            Assert.NotNull(reader.Page.QuerySelector("link[href^='/market.css']"));
        }
    }

    [Fact]
    public async Task a_reader_switches_to_english_and_stays_on_the_page()
    {
        using var reader = new Reader(market);
        await reader.Open("/masuk");
        await reader.Send("language");
        Assert.Equal("/masuk", reader.Path);
        Assert.Equal("en", reader.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Sign in", reader.Page.QuerySelector("h1")!.TextContent);
        await reader.Send("language");
        Assert.Equal("Masuk", reader.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task an_unknown_address_is_a_friendly_page_that_says_not_found()
    {
        using var reader = new Reader(market);
        await reader.Open("/tidak-ada");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        Assert.Equal("Halaman tidak ditemukan", reader.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task an_error_is_told_in_the_language_of_the_address_and_the_switch_goes_back_to_that_address()
    {
        using var reader = new Reader(market);
        foreach (var path in new[] { "/tidak-ada?bahasa=en&x=1", "/produk/tidak-ada?bahasa=en" })
        {
            await reader.Open(path);
            Assert.Equal(HttpStatusCode.NotFound, reader.Status);
            Assert.Equal("Page not found", reader.Page.QuerySelector("h1")!.TextContent);
            Assert.Equal(path, reader.Page.QuerySelector("input[name=next]")!.GetAttribute("value"));
            await reader.Send("language");
            Assert.Equal(path.Replace("bahasa=en&", "", StringComparison.Ordinal)
                .Replace("?bahasa=en", "", StringComparison.Ordinal), reader.Path);
            Assert.Equal("Halaman tidak ditemukan", reader.Page.QuerySelector("h1")!.TextContent);
        }
    }

    [Fact]
    public async Task a_wrong_password_is_said_in_words_and_the_login_stays_typed()
    {
        using var reader = new Reader(market);
        await reader.Open("/masuk");
        await reader.Send("submit", ("login", "nobody@craftmarket.test"), ("password", "salah-sekali"));
        Assert.Contains("salah", reader.Find("problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("nobody@craftmarket.test", reader.Page.QuerySelector("#login")!.GetAttribute("value"));
    }

    [Fact]
    public async Task a_page_for_artisans_asks_strangers_to_sign_in_and_comes_back_to_it()
    {
        using var reader = new Reader(market);
        await reader.Open("/perajin/pesanan");
        Assert.StartsWith("/masuk?kembali=", reader.Path, StringComparison.Ordinal);
    }
}
