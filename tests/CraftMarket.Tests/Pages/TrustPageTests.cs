using System.Net;
using CraftMarket.Web.Access;

namespace CraftMarket.Tests;

/// <summary>Who buys, sells or has data here finds whom to ask, at the foot of every page.</summary>
public sealed class TrustPageTests(RunningMarket market)
{
    [Theory]
    [InlineData("/", null)]
    [InlineData("/?urut=giliran", null)]
    [InlineData("/desa", null)]
    [InlineData("/keranjang", null)]
    [InlineData("/masuk", null)]
    [InlineData("/tidak-ada", null)]
    [InlineData("/perajin/produk", Roles.Artisan)]
    public async Task every_page_names_returns_privacy_and_contact(string path, string? role)
    {
        using var reader = new Reader(market, role, ("artisan", Guid.NewGuid().ToString()),
            ("person", Guid.NewGuid().ToString()));
        var page = await reader.Open(path);
        Assert.NotNull(page.QuerySelector("header form[role=search] input[name=q]"));
        Assert.NotNull(page.QuerySelector("header a[href='/favorit']"));
        Assert.Equal(["Tentang /tentang", "Cara membeli /cara-membeli", "Pengembalian /pengembalian", "Privasi /privasi",
            "Kontak /kontak"],
            page.QuerySelectorAll("footer [data-test=trust] a").Select(x => $"{x.TextContent} {x.GetAttribute("href")}"));
    }

    [Theory]
    [InlineData("/tentang", "Tentang", "About")]
    [InlineData("/cara-membeli", "Cara membeli", "How to buy")]
    [InlineData("/pengembalian", "Pengembalian", "Returns")]
    [InlineData("/privasi", "Privasi", "Privacy")]
    [InlineData("/kontak", "Kontak", "Contact")]
    public async Task they_are_read_in_both_languages_and_found(string path, string indonesian, string english)
    {
        using var reader = new Reader(market);
        var page = await reader.Open(path);
        Assert.Equal((HttpStatusCode.OK, indonesian), (reader.Status, page.QuerySelector("h1")!.TextContent));
        Assert.Equal("id", page.DocumentElement.GetAttribute("lang"));
        page = await reader.Open($"{path}?bahasa=en");
        Assert.Equal(english, page.QuerySelector("h1")!.TextContent);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        using var visitor = market.Visitor();
        Assert.Contains($"<loc>{market.Address}{path[1..]}</loc>",
            await visitor.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cara-membeli", "transfer", "dalam 24 jam", "within 24 hours")]
    [InlineData("/cara-membeli", "cod", "paling lama 3 hari, dan 24 jam", "within 3 days, or 24 hours")]
    [InlineData("/pengembalian", "cod", "paling lama dalam 3 hari", "within 3 days")]
    public async Task they_say_how_long_an_order_waits(string path, string way, string indonesian, string english)
    {
        using var reader = new Reader(market);
        await reader.Open(path);
        Assert.Contains(indonesian, reader.Find(way).TextContent, StringComparison.Ordinal);
        await reader.Open($"{path}?bahasa=en");
        Assert.Contains(english, reader.Find(way).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_contact_is_the_one_that_is_set()
    {
        using var reader = new Reader(market);
        await reader.Open("/kontak");
        Assert.Contains("Kantor CraftMarket (contoh)", reader.Find("contact").TextContent, StringComparison.Ordinal);
        Assert.Contains("kantor@craftmarket.test", reader.Find("contact").TextContent, StringComparison.Ordinal);
    }
}
