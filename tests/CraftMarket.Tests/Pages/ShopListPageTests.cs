using System.Net;
using System.Net.Http.Json;
using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests;

/// <summary>The shop's list for people: choices, chips, order, pages, and what to do when nothing is found. All of it in the
/// address.</summary>
public sealed class ShopListPageTests(RunningMarket market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_choice_narrows_the_list_and_its_chip_takes_it_back()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2001"));
        foreach (var (name, category) in new[] { ("Tas Sukaraja", "tas"), ("Bingkai Sukaraja", "bingkai"),
            ("Dompet Sukaraja", "dompet") })
        {
            var product = await workshop.Bag(name);
            product["category"] = category;
            await workshop.OnSale(product);
        }

        using var reader = new Reader(market);
        await reader.Open("/?desa=sukaraja");
        Assert.Equal("3 barang", reader.Find("found").TextContent);
        var kind = reader.Page.QuerySelectorAll("[data-test=kind]")
            .Single(x => x.TextContent.StartsWith("Bingkai", StringComparison.Ordinal));
        Assert.EndsWith("1", kind.TextContent.Trim(), StringComparison.Ordinal);
        await reader.Open(kind.GetAttribute("href")!);
        Assert.Equal("/?desa=sukaraja&kategori=bingkai", reader.Path);
        Assert.Contains("Bingkai Sukaraja", Assert.Single(reader.Page.QuerySelectorAll("[data-test=product]")).TextContent,
            StringComparison.Ordinal);
        Assert.Equal(2, reader.Page.QuerySelectorAll("[data-test=chip]").Length);
        Assert.Equal([("desa", "sukaraja"), ("kategori", "bingkai")],
            reader.Find("search-form").QuerySelectorAll("input[type=hidden]")
                .Select(x => (x.GetAttribute("name")!, x.GetAttribute("value")!)));
        await reader.Open(reader.Find("chip").GetAttribute("href")!);
        Assert.Equal("3 barang", reader.Find("found").TextContent);
    }

    [Fact]
    public async Task nothing_found_offers_the_nearest_word_one_condition_less_and_other_kinds()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2009"));
        await workshop.OnSale(await workshop.Bag("Keranjang Marong"));
        using var reader = new Reader(market);
        await reader.Open("/?q=kernjang+marong&desa=marong&maks=1000");
        Assert.Equal("keranjang marong", reader.Find("suggestion").QuerySelector("b")!.TextContent);
        Assert.NotNull(reader.Find("popular"));
        await reader.Open(reader.Find("widen").GetAttribute("href")!);
        Assert.Equal("/?q=kernjang%20marong&desa=marong", reader.Path);
        Assert.Single(reader.Page.QuerySelectorAll("[data-test=product]"));
    }

    [Fact]
    public async Task pages_know_their_neighbours_and_photos_their_size()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2005"));
        for (var i = 0; i < 25; i++) await workshop.OnSale(await workshop.Bag($"Tas Landah {i:00}"));
        using var reader = new Reader(market);
        // The pictures are made after the reply.
        await Patience.Until(() => reader.Open("/?desa=landah&urut=terbaru"), x => x.QuerySelectorAll("[data-test=product] .pic")
            .Length >= 24);
        Assert.Equal(24, reader.Page.QuerySelectorAll("[data-test=product]").Length);
        var next = reader.Page.QuerySelector("main a[rel=next]")!.GetAttribute("href")!;
        Assert.Equal(next, reader.Page.QuerySelector("link[rel=next]")!.GetAttribute("href"));
        Assert.All(reader.Page.QuerySelectorAll("main img"), x =>
            Assert.True(x.HasAttribute("width") && x.HasAttribute("height"), x.OuterHtml));
        Assert.True(reader.Page.QuerySelectorAll("main img[loading=lazy]").Length >= 22);
        await reader.Open(next);
        Assert.Contains("Tas Landah 00", Assert.Single(reader.Page.QuerySelectorAll("[data-test=product]")).TextContent,
            StringComparison.Ordinal);
        Assert.NotNull(reader.Page.QuerySelector("link[rel=prev]"));
        await reader.Open("/?desa=landah&hal=9");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        Assert.Contains("sudah habis", reader.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task pictures_that_a_phone_does_not_show_are_not_fetched_by_it()
    {
        foreach (var name in new[] { "Satu", "Dua", "Tiga" })
        {
            using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2004"));
            var slug = (await workshop.OnSale(await workshop.Bag($"Tas Mujur {name}"))).GetProperty("slug").GetString()!;
            await Workshop.Eventually(() => workshop.Shown(slug), x =>
                x.GetProperty("photo").ValueKind == System.Text.Json.JsonValueKind.Object);
        }

        using var reader = new Reader(market);
        await Workshop.Eventually(() => reader.Open("/"), x => x.QuerySelector(".trio") is not null);
        Assert.All(reader.Page.QuerySelectorAll(".trio img:not(.seed)"), x => Assert.Equal("lazy", x.GetAttribute("loading")));
    }

    [Fact]
    public async Task a_curator_edits_search_words_on_a_page_and_a_wrong_line_is_told()
    {
        using var curator = new Reader(market, "curator");
        await curator.Open("/kantor/kata-cari");
        var known = curator.Page.QuerySelector("textarea")!.TextContent;
        Assert.Contains("tas, bag", known, StringComparison.Ordinal);
        await curator.Send("submit", ("groups", known + "\nsendirian"));
        Assert.Contains("sendirian", curator.Page.GetElementById("groups-wrong")!.TextContent, StringComparison.Ordinal);
        var (mark, alike) = ($"lembar{Letters()}", $"helai{Letters()}");
        await curator.Open("/kantor/kata-cari");
        await curator.Send("submit", ("groups", curator.Page.QuerySelector("textarea")!.TextContent + $"\n{mark}, {alike}"));
        using var program = market.As("curator");
        var groups = (await program.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/v1/search/synonyms", Stop))
            .GetProperty("groups").GetRawText();
        Assert.Contains(alike, groups, StringComparison.Ordinal);
    }

    private static string Letters() => string.Concat(Guid.NewGuid().ToString("N").Select(x => (char)('a' + x % 26)))[..8];
}
