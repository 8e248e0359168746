using System.Globalization;
using System.Net;
using System.Xml;
using CraftMarket.Catalogue;

namespace CraftMarket.Web.Outside;

/// <summary>What came into the window last, as an Atom feed (RFC 4287). Entries keep their ids for ever, whatever their address or name becomes.</summary>
internal sealed class NewGoodsFeed(WindowGoods goods)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Most = 50;

    public async Task WriteAsync(Stream stream, string address, string language, CancellationToken cancellation)
    {
        var newest = new List<WindowGood>(Most);
        await foreach (var good in goods.ListAsync(0, Most, cancellation)) newest.Add(good);
        await using var xml = Markup.Writer(stream);
        await xml.WriteStartElementAsync(null, "feed", Atom);
        await xml.WriteAttributeStringAsync("xml", "lang", null, language);
        await xml.Element("id", $"urn:uuid:{NewId.For("feed", "new-goods", language)}", Atom);
        await xml.Element("title", language == "en" ? "CraftMarket: new goods" : "CraftMarket: barang baru", Atom);
        await xml.Element("updated", Instant(newest.Count == 0 ? DateTimeOffset.UnixEpoch : newest.Max(x => x.ChangedAt)), Atom);
        await Link(xml, "self", address + Found.In(Feeds.NewGoods, language), "application/atom+xml");
        await Link(xml, "alternate", Found.In($"{address}/", language), "text/html");
        await xml.Element("icon", $"{address}/icon.svg", Atom);
        foreach (var good in newest) await WriteAsync(xml, good, address, language);
        await xml.WriteEndElementAsync();
    }

    private static async Task WriteAsync(XmlWriter xml, WindowGood good, string address, string language)
    {
        var (card, page) = (good.Card, good.Page);
        await xml.WriteStartElementAsync(null, "entry", Atom);
        // What makers write is Indonesian in either feed.
        await xml.WriteAttributeStringAsync("xml", "lang", null, "id");
        await xml.Element("id", $"urn:uuid:{card.Id}", Atom);
        await xml.Element("title", $"{card.Name}, {new Rupiah(card.Price)}", Atom);
        await xml.Element("published", Instant(card.ListedAt ?? good.ChangedAt), Atom);
        await xml.Element("updated", Instant(good.ChangedAt), Atom);
        await Link(xml, "alternate", address + Found.In($"/produk/{card.Slug}", language), "text/html");
        await xml.WriteStartElementAsync(null, "author", Atom);
        await xml.Element("name", card.Artisan.Name, Atom);
        await xml.WriteEndElementAsync();
        await xml.Element("summary", page.Description, Atom);
        await xml.WriteStartElementAsync(null, "content", Atom);
        await xml.WriteAttributeStringAsync(null, "type", null, "html");
        await xml.WriteStringAsync(Markup.Clean(Html(card, page, address)));
        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    private static string Html(ProductCard card, ProductPage page, string address)
    {
        var picture = card.Photo is not { } photo ? ""
            : $"<p><img src=\"{WebUtility.HtmlEncode(photo.Url.StartsWith('/') ? address + photo.Url : photo.Url)}\" width=\"{photo.Width}\" height=\"{photo.Height}\" alt=\"{WebUtility.HtmlEncode(card.Name)}\"></p>";
        return $"{picture}<p>{WebUtility.HtmlEncode(page.Description)}</p><p>{WebUtility.HtmlEncode(card.Artisan.Name)}, {WebUtility.HtmlEncode(card.Village?.Name ?? "NTB")}</p>";
    }

    private static async Task Link(XmlWriter xml, string relation, string to, string type)
    {
        await xml.WriteStartElementAsync(null, "link", Atom);
        await xml.WriteAttributeStringAsync(null, "rel", null, relation);
        await xml.WriteAttributeStringAsync(null, "type", null, type);
        await xml.WriteAttributeStringAsync(null, "href", null, to);
        await xml.WriteEndElementAsync();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
