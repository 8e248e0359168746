using System.Globalization;
using CraftMarket.Catalogue;
using CraftMarket.Web.Listing;

namespace CraftMarket.Web.Outside;

/// <summary>One page for search engines: its path in Indonesian, when it last changed, and its pictures.</summary>
internal sealed record SitemapPage(string Path, DateTimeOffset? ChangedAt, IReadOnlyList<string> Pictures);

/// <summary>Every public page in both languages, with its pictures; in parts where one file may not hold them all.</summary>
/// <param name="mostPages">Pages in one file; each stands there twice, so 25,000 make the 50,000 addresses that the protocol
/// allows.</param>
internal sealed class SitemapPages(StorefrontProducts goods, int mostPages = SitemapPages.Most)
{
    public const int Most = 25_000;

    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9", Links = "http://www.w3.org/1999/xhtml",
        Images = "http://www.google.com/schemas/sitemap-image/1.1";

    /// <summary>Whether there is such a part; the first is always there.</summary>
    public async Task<bool> HasAsync(int part, CancellationToken cancellation)
    {
        var stamp = await goods.StampAsync(cancellation);
        return part <= Math.Max(1, PartsOf((await ListPagesAsync(stamp, cancellation)).Count(), stamp));
    }

    /// <summary>The whole sitemap, or an index of its parts when it is too long; or one part.</summary>
    public async Task WriteAsync(Stream stream, string address, int? part, CancellationToken cancellation)
    {
        var stamp = await goods.StampAsync(cancellation);
        List<SitemapPage> lists = [.. await ListPagesAsync(stamp, cancellation)];
        var parts = PartsOf(lists.Count, stamp);
        if (part is null && parts > 1) await WriteIndexAsync(stream, address, parts, stamp);
        else await WritePagesAsync(stream, address, PagesAsync(lists, (part ?? 1) - 1, cancellation));
    }

    private int PartsOf(int lists, StorefrontStamp stamp) => (int)((lists + stamp.Goods + mostPages - 1) / mostPages);

    /// <summary>The pages of lists stand in the first part, the goods behind them.</summary>
    private async IAsyncEnumerable<SitemapPage> PagesAsync(List<SitemapPage> lists, int part,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var (from, most) = (part * mostPages, mostPages);
        foreach (var list in lists.Skip(from).Take(most)) yield return list;
        most -= Math.Clamp(lists.Count - from, 0, mostPages);
        if (most == 0) yield break;
        await foreach (var good in goods.ListAsync(Math.Max(0, from - lists.Count), most, cancellation))
            yield return new($"/produk/{good.Card.Slug}", good.ChangedAt, [.. good.Page.Photos.Select(x => x.Url)]);
    }

    private async Task<IEnumerable<SitemapPage>> ListPagesAsync(StorefrontStamp stamp, CancellationToken cancellation)
    {
        var categories = await goods.CategoriesAsync(cancellation);
        var villages = await goods.VillagesAsync(cancellation);
        var makers = await goods.MakersAsync(cancellation);
        var groups = await goods.GroupsAsync(cancellation);
        return [new SitemapPage("/", stamp.ChangedAt, []),
            new SitemapPage("/desa", stamp.ChangedAt, []),
            new SitemapPage("/urutan", null, []),
            new SitemapPage("/tentang", null, []),
            new SitemapPage("/cara-membeli", null, []),
            new SitemapPage("/pengembalian", null, []),
            new SitemapPage("/privasi", null, []),
            new SitemapPage("/kontak", null, []),
            .. categories.Select(x => new SitemapPage(Found.Query("/", ("kategori", x.Key)), x.ChangedAt, [])),
            .. villages.Select(x => new SitemapPage($"/desa/{x.Key}", x.ChangedAt, [])),
            .. makers.Select(x => new SitemapPage($"/perajin/{x.Key}", x.ChangedAt, [])),
            .. groups.Select(x => new SitemapPage($"/kelompok/{x.Key}", x.ChangedAt, []))];
    }

    private static async Task WriteIndexAsync(Stream stream, string address, int parts, StorefrontStamp stamp)
    {
        await using var xml = Markup.Writer(stream);
        await xml.WriteStartElementAsync(null, "sitemapindex", Space);
        for (var i = 1; i <= parts; i++)
        {
            await xml.WriteStartElementAsync(null, "sitemap", Space);
            await xml.Element("loc", string.Create(CultureInfo.InvariantCulture, $"{address}/sitemap-{i}.xml"), Space);
            await xml.Element("lastmod", Instant(stamp.ChangedAt), Space);
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task WritePagesAsync(Stream stream, string address, IAsyncEnumerable<SitemapPage> pages)
    {
        await using var xml = Markup.Writer(stream);
        await xml.WriteStartElementAsync(null, "urlset", Space);
        await xml.WriteAttributeStringAsync("xmlns", "xhtml", null, Links);
        await xml.WriteAttributeStringAsync("xmlns", "image", null, Images);
        await foreach (var page in pages)
        {
            foreach (var language in Languages)
            {
                await xml.WriteStartElementAsync(null, "url", Space);
                await xml.Element("loc", address + Found.In(page.Path, language), Space);
                if (page.ChangedAt is { } at) await xml.Element("lastmod", Instant(at), Space);
                foreach (var other in Languages) await Alternate(other, address + Found.In(page.Path, other));
                foreach (var picture in page.Pictures)
                {
                    await xml.WriteStartElementAsync("image", "image", Images);
                    await xml.Element("loc", picture.StartsWith('/') ? address + picture : picture, Images);
                    await xml.WriteEndElementAsync();
                }

                await xml.WriteEndElementAsync();
            }
        }

        await xml.WriteEndElementAsync();

        async Task Alternate(string language, string link)
        {
            await xml.WriteStartElementAsync("xhtml", "link", Links);
            await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
            await xml.WriteAttributeStringAsync(null, "hreflang", null, language);
            await xml.WriteAttributeStringAsync(null, "href", null, link);
            await xml.WriteEndElementAsync();
        }
    }

    private static readonly string[] Languages = ["id", "en"];

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
