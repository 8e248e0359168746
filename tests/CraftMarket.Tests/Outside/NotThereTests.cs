using System.Net;
using System.Xml.Linq;
using AngleSharp.Dom;
using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.People;

namespace CraftMarket.Tests.Outside;

/// <summary>An address that leads to nothing says so by its status, so that search engines forget it.</summary>
public sealed class NotThereTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/?kategori=pesawat")]
    [InlineData("/?desa=atlantis")]
    [InlineData("/?desa=52.02.06.9999")]
    [InlineData("/?desa=52.02")]
    [InlineData("/?urut=giliran&hal=9999")]
    [InlineData("/?hal=2147483647")]
    [InlineData("/?hal=99999999999999999999")]
    [InlineData("/?kategori=tas&hal=9000")]
    [InlineData("/sitemap-99.xml")]
    [InlineData("/sitemap-2147483647.xml")]
    [InlineData("/sitemap-99999999999.xml")]
    [InlineData("/desa/atlantis")]
    public async Task what_nobody_knows_is_not_found(string path)
    {
        using var visitor = market.Visitor();
        var reply = await visitor.GetAsync(path, Now);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Contains("noindex", await reply.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pesanan/0198d2a0-0000-7000-8000-000000000002/penerimaan")]
    [InlineData("/keranjang/apa")]
    public async Task a_form_sent_to_a_part_of_a_page_that_is_not_there_shows_no_page_without_its_data(string path)
    {
        using var reader = new Reader(market);
        await reader.Open("/masuk");
        reader.Find("submit").Closest("form")!.SetAttribute("action", path);
        await reader.Send("submit", ("login", "081234567890"), ("password", "apa saja"));
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    [Theory]
    [InlineData("/?q=zzzzzz")]
    [InlineData("/?kategori=tas&q=zzzzzz")]
    [InlineData("/?kategori=tas&maks=9223372036854775807&min=9223372036854775807")]
    public async Task words_that_hit_nothing_are_an_answer_that_no_search_engine_lists(string path)
    {
        using var reader = new Reader(market);
        var page = await reader.Open(path);
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.NotNull(reader.Find("nothing"));
    }

    [Fact]
    public async Task a_village_has_one_address_in_the_list_by_name_or_by_code()
    {
        using var workshop = await Workshop.Open(market, RegionCode.Parse("52.02.06.2004"));
        await workshop.OnSale(await workshop.Bag("Tas Mujur"));
        using var reader = new Reader(market);
        foreach (var path in new[] { "/?desa=mujur", "/?desa=52.02.06.2004" })
        {
            var page = await reader.Open(path);
            Assert.Equal($"{market.Address}?desa=mujur", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Contains("Tas Mujur", reader.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task the_sitemap_holds_an_opened_village_without_goods_and_the_rule_of_the_order()
    {
        const string Code = "52.02.06.2014";
        using var reader = new Reader(market);
        await reader.Open("/desa/jero-puri");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        Assert.IsType<VillageOpen>(await market.Send(new OpenVillage(RegionCode.Parse(Code))));
        await reader.Open("/desa/jero-puri");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        using var visitor = market.Visitor();
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var found = XDocument.Parse(await visitor.GetStringAsync("/sitemap.xml", Now)).Descendants(map + "loc")
            .Select(x => x.Value).ToList();
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.All(["desa/jero-puri", "urutan"], x => Assert.Contains($"{market.Address}{x}", found));
    }
}
