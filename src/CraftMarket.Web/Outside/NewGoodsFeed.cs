using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using CraftMarket.Catalogue;

namespace CraftMarket.Web.Outside;

/// <summary>What came into the window last, as an Atom feed (RFC 4287). Entries keep their ids for ever, whatever their address
/// or name becomes.</summary>
internal sealed class NewGoodsFeed(StorefrontProducts goods)
{
    private const int Most = 50;

    public async Task WriteAsync(Stream stream, string address, string language, CancellationToken cancellation)
    {
        var newest = new List<StorefrontProduct>(Most);
        await foreach (var good in goods.ListAsync(0, Most, cancellation)) newest.Add(good);
        // The formatter writes without waiting, which a reply does not allow.
        using var whole = new MemoryStream();
        using (var xml = Markup.Writer(whole)) Of(newest, address, language).GetAtom10Formatter().WriteTo(xml);
        whole.Position = 0;
        await whole.CopyToAsync(stream, cancellation);
    }

    internal static SyndicationFeed Of(IReadOnlyList<StorefrontProduct> newest, string address, string language)
    {
        var feed = new SyndicationFeed
        {
            Id = $"urn:uuid:{NewId.For("feed", "new-goods", language)}",
            Title = new(language == "en" ? "CraftMarket: new goods" : "CraftMarket: barang baru"),
            Language = language,
            LastUpdatedTime = newest.Count == 0 ? DateTimeOffset.UnixEpoch : newest.Max(x => x.ChangedAt),
            Items = [.. newest.Select(x => Entry(x, address, language))],
        };
        feed.Links.Add(Link("self", address + Found.In(Feeds.NewGoods, language), "application/atom+xml"));
        feed.Links.Add(Link("alternate", Found.In($"{address}/", language), "text/html"));
        feed.ElementExtensions.Add("icon", "http://www.w3.org/2005/Atom", $"{address}/icon.svg");
        return feed;
    }

    private static SyndicationItem Entry(StorefrontProduct good, string address, string language)
    {
        var (card, page) = (good.Card, good.Page);
        var entry = new SyndicationItem
        {
            Id = $"urn:uuid:{card.Id}",
            Title = new(Markup.Clean($"{card.Name}, {new Rupiah(card.Price)}")),
            PublishDate = (card.ListedAt ?? good.ChangedAt).ToUniversalTime(),
            LastUpdatedTime = good.ChangedAt.ToUniversalTime(),
            Summary = new(Markup.Clean(page.Description)),
            Content = SyndicationContent.CreateHtmlContent(Markup.Clean(Html(card, page, address))),
        };
        // What makers write is Indonesian in either feed.
        entry.AttributeExtensions.Add(new XmlQualifiedName("lang", "http://www.w3.org/XML/1998/namespace"), "id");
        entry.Links.Add(Link("alternate", address + Found.In($"/produk/{card.Slug}", language), "text/html"));
        entry.Authors.Add(new() { Name = Markup.Clean(card.Artisan.Name) });
        return entry;
    }

    private static string Html(ProductCard card, ProductPage page, string address)
    {
        var picture = card.Photo is not { } photo ? ""
            : $"<p><img src=\"{WebUtility.HtmlEncode(photo.Url.StartsWith('/') ? address + photo.Url : photo.Url)}\" "
                + $"width=\"{photo.Width}\" height=\"{photo.Height}\" alt=\"{WebUtility.HtmlEncode(card.Name)}\"></p>";
        return $"{picture}<p>{WebUtility.HtmlEncode(page.Description)}</p><p>{WebUtility.HtmlEncode(card.Artisan.Name)}, "
            + $"{WebUtility.HtmlEncode(card.Village?.Name ?? "NTB")}</p>";
    }

    private static SyndicationLink Link(string relation, string to, string type) =>
        new(new Uri(to)) { RelationshipType = relation, MediaType = type };
}
