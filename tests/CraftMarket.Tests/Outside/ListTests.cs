using System.Net;
using AngleSharp.Html.Dom;
using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests.Outside;

/// <summary>What a list is called, and what is shown beside a shared link to it.</summary>
public sealed class ListTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_list_is_called_after_what_was_chosen_everywhere_alike_and_no_two_have_one_description()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2006"));
        for (var i = 0; i < 25; i++) await workshop.OnSale(await workshop.Bag($"Tas Sengkerang {i:00}"));
        using var reader = new Reader(market);
        var descriptions = new HashSet<string>();
        foreach (var (path, name) in new[]
        {
            ("/?desa=sengkerang", "Barang dari Desa Sengkerang"),
            ("/?desa=sengkerang&hal=2", "Barang dari Desa Sengkerang, halaman 2"),
            ("/?desa=sengkerang&kategori=tas", "Tas dari Desa Sengkerang"), ("/?kategori=tas", "Tas"),
            ("/?urut=giliran", "Semua barang"),
            ("/?desa=sengkerang&kategori=tas&bahasa=en", "Bags from the village of Sengkerang"),
            ("/?desa=sengkerang&hal=2&bahasa=en", "Goods from the village of Sengkerang, page 2"),
        })
        {
            var page = await reader.Open(path);
            Assert.Equal((name, $"{name} · CraftMarket", name),
                (page.QuerySelector("h1")!.TextContent, page.Title, Meta(page, "og:title")));
            Assert.Equal(Meta(page, "description"), Meta(page, "og:description"));
            Assert.True(descriptions.Add(Meta(page, "description")!), path);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?urut=giliran")]
    [InlineData("/desa")]
    [InlineData("/urutan")]
    [InlineData("/?bahasa=en")]
    public async Task a_page_without_a_picture_of_its_own_is_shared_with_the_markets_card(string path)
    {
        using var reader = new Reader(market);
        var page = await reader.Open(path);
        Assert.Equal(("1200", "630", "summary_large_image"),
            (Meta(page, "og:image:width"), Meta(page, "og:image:height"), Meta(page, "twitter:card")));
        using var visitor = market.Visitor();
        var card = await visitor.GetAsync(Meta(page, "og:image"), Now);
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (card.StatusCode, card.Content.Headers.ContentType?.MediaType));
        var bytes = await card.Content.ReadAsByteArrayAsync(Now);
        Assert.Equal((1200, 630), SizeOf(bytes));
        Assert.InRange(bytes.Length, 10_000, 200_000);
    }

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");

    /// <summary>From the start of frame of a baseline JPEG.</summary>
    private static (int Width, int Height) SizeOf(byte[] jpeg)
    {
        for (var at = 2; at + 8 < jpeg.Length; at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3]))
            if (jpeg[at + 1] is 0xC0 or 0xC2) return (jpeg[at + 7] << 8 | jpeg[at + 8], jpeg[at + 5] << 8 | jpeg[at + 6]);
        return default;
    }
}
