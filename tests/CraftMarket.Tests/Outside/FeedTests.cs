using System.Net;
using System.Xml.Linq;
using CraftMarket.Catalogue;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.Media;
using CraftMarket.Tests.People;
using CraftMarket.Web.Outside;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests.Outside;

/// <summary>What search engines, shopping sites and feed readers fetch.</summary>
public sealed class FeedTests(RunningMarket market)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9",
    Image = "http://www.google.com/schemas/sitemap-image/1.1",
        Google = "http://base.google.com/ns/1.0", Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_sitemap_names_every_product_in_both_languages_with_its_pictures_and_no_workroom()
    {
        using var workshop = await Workshop.Open(market);
        var slug = await Sold(workshop, "Tas Peta");
        using var visitor = market.Visitor();
        var urls = XDocument.Parse(await visitor.GetStringAsync("/sitemap.xml", Now)).Root!.Elements(Map + "url")
            .ToDictionary(x => x.Element(Map + "loc")!.Value);
        var plain = $"{market.Address}produk/{slug}";
        Assert.Contains($"{plain}?bahasa=en", urls.Keys);
        Assert.Contains($"{market.Address}", urls.Keys);
        Assert.Contains($"{market.Address}desa/semoyang", urls.Keys);
        Assert.NotEmpty(urls[plain].Element(Image + "image")!.Element(Image + "loc")!.Value);
        Assert.True(DateTimeOffset.Parse(urls[plain].Element(Map + "lastmod")!.Value) > DateTimeOffset.UtcNow.AddHours(-1));
        var paths = urls.Keys.Select(x => new Uri(x).AbsolutePath).ToList();
        Assert.DoesNotContain(paths, x => x.StartsWith("/kantor", StringComparison.Ordinal)
            || x.StartsWith("/keranjang", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_sitemap_that_is_too_long_is_an_index_whose_parts_hold_every_page_once()
    {
        using var workshop = await Workshop.Open(market);
        foreach (var i in Enumerable.Range(0, 3)) await Sold(workshop, $"Tas Bagian {i}");
        var goods = market.Services.GetRequiredService<StorefrontProducts>();
        var whole = new SitemapPages(goods);
        // Others put goods up and take them down meanwhile; what is compared is one state of the window.
        var (all, found, _) = await Workshop.Eventually(async () =>
        {
            var before = Locations(await Written(whole, null));
            var parts = await Parts(new SitemapPages(goods, mostPages: before.Count / 6 + 1), before.Count);
            return (All: before, Found: parts, Still: Locations(await Written(whole, null)).SequenceEqual(before));
        }, x => x.Still);
        Assert.Equal(all.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> Parts(SitemapPages parts, int addresses)
    {
        var index = XDocument.Parse(await Written(parts, null)).Root!;
        Assert.Equal(Map + "sitemapindex", index.Name);
        Assert.InRange(index.Elements().Count(), 3, 4);
        var found = new List<string>();
        for (var i = 1; i <= index.Elements().Count(); i++)
        {
            Assert.Equal($"http://x/sitemap-{i}.xml", index.Elements().ElementAt(i - 1).Element(Map + "loc")!.Value);
            var part = Locations(await Written(parts, i));
            Assert.InRange(part.Count, 1, 2 * (addresses / 6 + 1));
            found.AddRange(part);
        }

        return found;
    }

    [Fact]
    public async Task the_price_list_reads_the_same_as_a_table_and_as_xml()
    {
        using var workshop = await Workshop.Open(market);
        const string name = "Tas \"Rinjani\", besar & <kuat>\u0007";
        var bag = await workshop.Bag(name);
        bag["description"] = "Baris satu.\nBaris dua, dengan koma.";
        (bag["stock"], bag["leadTimeDays"]) = (null, 9);
        bag["photoIds"] = new[] { await workshop.Photo(), await Another(600, 900), await Another(700, 500) };
        var id = (await workshop.OnSale(bag)).GetProperty("id").GetGuid().ToString();
        await Workshop.Eventually(() => workshop.Shown(id), x => x.GetProperty("photos").GetArrayLength() == 3);
        using var visitor = market.Visitor();
        var item = XDocument.Parse(await visitor.GetStringAsync("/feed/produk.xml", Now)).Descendants("item")
            .Single(x => x.Element(Google + "id")!.Value == id);
        var table = Table.Read(await visitor.GetStringAsync("/feed/produk.csv", Now));
        var row = table.Single(x => x["id"] == id);
        Assert.Equal("Tas \"Rinjani\", besar & <kuat>", row["title"]);
        Assert.Equal("Baris satu.\nBaris dua, dengan koma.", row["description"].ReplaceLineEndings("\n"));
        Assert.Equal(("150000 IDR", "in_stock", "new", "400 g", "no"),
            (row["price"], row["availability"], row["condition"], row["shipping_weight"], row["identifier_exists"]));
        Assert.StartsWith($"{market.Address}produk/", row["link"], StringComparison.Ordinal);
        Assert.StartsWith($"{market.Address}media/", row["image_link"], StringComparison.Ordinal);
        Assert.Equal(("9", 2),
            (row["max_handling_time"], row["additional_image_link"].Split(',').Distinct()
            .Count(x => x.StartsWith($"{market.Address}media/", StringComparison.Ordinal))));
        Assert.DoesNotContain(row["image_link"], row["additional_image_link"], StringComparison.Ordinal);
        foreach (var elements in item.Elements().GroupBy(x => x.Name.LocalName))
            Assert.Equal(string.Join(',', elements.Select(x => x.Value)).ReplaceLineEndings("\n"),
                row[elements.Key].ReplaceLineEndings("\n"));
        Assert.Equal(row.Where(x => x.Value.Length > 0).Select(x => x.Key).Order(), item.Elements().Select(x => x.Name.LocalName)
            .Distinct().Order());

        async Task<Guid> Another(int width, int height) => (await workshop.Artisan.Photo(SamplePhotos.Jpeg(width, height)))
            .GetProperty("id").GetGuid();
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://contoh.test\",\"Klik\")")]
    [InlineData("+62 Tas")]
    [InlineData("-2+3 Tas")]
    [InlineData("@SUM(A1) Tas")]
    public async Task a_title_was_run_as_a_formula_by_the_spreadsheet_that_opened_the_price_list(string name)
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag(name);
        (bag["description"], bag["materials"]) = ("=1+1", new[] { "@katun" });
        var id = (await workshop.OnSale(bag)).GetProperty("id").GetGuid().ToString();
        await Workshop.Eventually(() => workshop.Shown(id), x => x.GetProperty("photos").GetArrayLength() == 1);
        using var visitor = market.Visitor();
        var row = (await Workshop.Eventually(async () => Table.Read(await visitor.GetStringAsync("/feed/produk.csv", Now)), x =>
            x.Any(y => y["id"] == id))).Single(x => x["id"] == id);
        Assert.Equal(($"'{name}", "'=1+1", "'@katun", "150000 IDR"),
            (row["title"], row["description"], row["material"], row["price"]));
    }

    [Fact]
    public async Task no_table_that_the_program_writes_has_a_cell_that_a_spreadsheet_runs()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag("=2+5");
        (bag["description"], bag["materials"]) = ("-1", new[] { "+1", "@1" });
        await workshop.OnSale(bag);
        var tables = Door.Of(market).Where(x => x.Method == "GET" && x.Pattern.EndsWith(".csv", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(tables);
        foreach (var door in tables)
        {
            var who = AccessTable.Rows[door.Name][0];
            using var client = who == AccessTable.Anyone ? market.Visitor() : market.As(who, Visitors.Claims(who));
            using var reply = await client.SendAsync(door.Knock(), Now);
            if (!reply.IsSuccessStatusCode) continue;
            var cells = Table.Read(await reply.Content.ReadAsStringAsync(Now)).SelectMany(x => x.Values)
                .Where(x => x.Length > 0 && "=+-@\t\r".Contains(x[0], StringComparison.Ordinal));
            Assert.DoesNotContain(cells, x => !decimal.TryParse(x, System.Globalization.CultureInfo.InvariantCulture, out _));
        }
    }

    [Fact]
    public async Task the_feed_of_new_goods_is_atom_and_an_entry_keeps_its_id_when_it_changes()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.OnSale(await workshop.Bag("Tas Kabar & <b>"));
        var id = bag.GetProperty("id").GetGuid();
        using var visitor = market.Visitor();
        var feed = await Feed(visitor);
        Assert.Equal(3, new[] { "id", "title", "updated" }.Count(x => feed.Elements(Atom + x).Count() == 1));
        Assert.Equal($"{market.Address}feed/baru.atom", feed.Elements(Atom + "link")
            .Single(x => x.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.Equal(feed.Elements(Atom + "entry").Count(), feed.Elements(Atom + "entry")
            .Select(x => x.Element(Atom + "id")!.Value).Distinct().Count());
        var before = Entry(feed);
        Assert.Equal("Tas Kabar & <b>, Rp150.000", before.Element(Atom + "title")!.Value);
        Assert.Equal("id", before.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.All(["updated", "published", "author", "content", "link"], x => Assert.NotNull(before.Element(Atom + x)));
        Assert.Contains("Tas Kabar &amp; &lt;b&gt;", before.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.True((await workshop.Patch(id, new { price = 160_000 })).IsSuccessStatusCode);
        var after = Entry(await Feed(visitor));
        Assert.Equal("Tas Kabar & <b>, Rp160.000", after.Element(Atom + "title")!.Value);
        Assert.Equal(before.Element(Atom + "published")!.Value, after.Element(Atom + "published")!.Value);

        XElement Entry(XElement feed) =>
            feed.Elements(Atom + "entry").Single(x => x.Element(Atom + "id")!.Value == $"urn:uuid:{id}");
    }

    [Theory]
    [InlineData("/sitemap.xml")]
    [InlineData("/feed/produk.csv")]
    [InlineData("/feed/produk.xml")]
    [InlineData("/feed/baru.atom")]
    public async Task who_has_a_list_already_is_told_so_until_something_changes(string path)
    {
        using var workshop = await Workshop.Open(market);
        using var visitor = market.Visitor();
        var known = await Workshop.Eventually(async () =>
        {
            var first = await visitor.GetAsync(path, Now);
            return (Tag: first.Headers.ETag!, Again: (await Again(first.Headers.ETag!)).StatusCode,
                first.Headers.CacheControl!.Public, first.Content.Headers.LastModified);
        }, x => x.Again == HttpStatusCode.NotModified);
        Assert.True(known.Public);
        Assert.NotNull(known.LastModified);
        await Sold(workshop, "Tas Baru");
        Assert.Equal(HttpStatusCode.OK, (await Again(known.Tag)).StatusCode);
        using var head = await visitor.SendAsync(new(HttpMethod.Head, path), Now);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Now));

        async Task<HttpResponseMessage> Again(System.Net.Http.Headers.EntityTagHeaderValue tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
            return await visitor.SendAsync(request, Now);
        }
    }

    [Fact]
    public async Task pages_point_to_the_feed()
    {
        using var reader = new Reader(market);
        var page = await reader.Open("/");
        Assert.Equal("/feed/baru.atom",
            page.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href"));
    }

    private static async Task<string> Sold(Workshop workshop, string name) => (await workshop.OnSale(await workshop.Bag(name)))
        .GetProperty("slug").GetString()!;

    private static async Task<XElement> Feed(HttpClient visitor) =>
        XDocument.Parse(await visitor.GetStringAsync("/feed/baru.atom", Now)).Root!;

    private static List<string> Locations(string xml) =>
        [.. XDocument.Parse(xml).Root!.Elements(Map + "url").Select(x => x.Element(Map + "loc")!.Value)];

    private static async Task<string> Written(SitemapPages pages, int? part)
    {
        using var stream = new MemoryStream();
        await pages.WriteAsync(stream, "http://x", part, Now);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
