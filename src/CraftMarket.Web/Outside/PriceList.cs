using System.Globalization;
using CraftMarket.Catalogue;
using CraftMarket.Web.Listing;
using Marten;

namespace CraftMarket.Web.Outside;

/// <summary>All goods as shopping sites want them: Google Merchant's product data, as a table (CSV) and as RSS 2.0 with its own
/// names (XML).</summary>
/// <remarks>Names and limits: https://support.google.com/merchants/answer/7052112. What is made to order counts as in stock, with
/// the days it takes.</remarks>
internal sealed class PriceList(StorefrontProducts goods, IQuerySession session)
{
    private const string Google = "http://base.google.com/ns/1.0";
    private const int MostPictures = 10, MostTitle = 150, MostDescription = 5_000, MostMaterials = 3, MostMaterial = 200;

    private static readonly string[] Columns =
    [
        "id", "title", "description", "link", "image_link", "additional_image_link", "availability", "price", "condition",
        "brand", "product_type", "material",
        "shipping_weight", "max_handling_time", "identifier_exists", "item_group_id", "color", "size",
    ];

    public async Task WriteCsvAsync(Stream stream, string address, string language, CancellationToken cancellation)
    {
        await using var csv = Csv.Writer(stream);
        await csv.RowAsync(Columns, cancellation);
        await foreach (var row in RowsAsync(address, language, cancellation))
            await csv.RowAsync(Columns.Select(column => string.Join(',', row.Where(x => x.Name == column).Select(x => x.Value))),
                cancellation);
    }

    public async Task WriteXmlAsync(Stream stream, string address, string language, CancellationToken cancellation)
    {
        await using var xml = Markup.Writer(stream);
        await xml.WriteStartElementAsync(null, "rss", null);
        await xml.WriteAttributeStringAsync(null, "version", null, "2.0");
        await xml.WriteAttributeStringAsync("xmlns", "g", null, Google);
        await xml.WriteStartElementAsync(null, "channel", null);
        await xml.Element("title", "CraftMarket");
        await xml.Element("link", Found.In($"{address}/", language));
        await xml.Element("description", language == "en" ? "Crafts of West Nusa Tenggara from the makers' hands"
            : "Kerajinan Nusa Tenggara Barat dari tangan perajinnya");
        await foreach (var row in RowsAsync(address, language, cancellation))
        {
            await xml.WriteStartElementAsync(null, "item", null);
            foreach (var (name, value) in row) await xml.WriteElementStringAsync("g", name, Google, Markup.Clean(value));
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    /// <summary>A good without a picture is left out: shopping sites refuse it.</summary>
    private async IAsyncEnumerable<IReadOnlyList<(string Name, string Value)>> RowsAsync(string address, string language,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var categories = (await session.Query<Category>().ToListAsync(cancellation))
            .ToDictionary(x => x.Id, x => x.Name.In(language));
        await foreach (var good in goods.ListAsync(0, int.MaxValue, cancellation))
        {
            if (good.Page.Photos.Count == 0) continue;
            foreach (var kind in (IEnumerable<CardVariant?>?)good.Card.Variants ?? [null])
                yield return [.. Row(good, address, language, categories, kind)];
        }
    }

    /// <param name="kind">The size or colour that the row is of; null where there is one kind only.</param>
    internal static IEnumerable<(string Name, string Value)> Row(StorefrontProduct good, string address, string language,
        IReadOnlyDictionary<string, string> categories, CardVariant? kind = null)
    {
        var (card, page) = (good.Card, good.Page);
        if (kind is not null) card = card with { Price = kind.Price, Available = kind.Available };
        yield return ("id", (kind?.Id ?? card.Id).ToString());
        yield return ("title", Markup.Within(Article.Titled(card.Name, kind?.Name), MostTitle));
        yield return ("description", string.IsNullOrWhiteSpace(page.Description) ? MadeBy(card, language)
            : Markup.Within(page.Description, MostDescription));
        yield return ("link", address
            + Found.In(kind is null ? $"/produk/{card.Slug}"
            : Found.Query($"/produk/{card.Slug}", ("pilihan", kind.Id.ToString())), language));
        yield return ("image_link", Whole(page.Photos[0].Url));
        foreach (var photo in page.Photos.Skip(1).Take(MostPictures)) yield return ("additional_image_link", Whole(photo.Url));
        yield return ("availability", Supply.CanBeBought(card) ? "in_stock" : "out_of_stock");
        yield return ("price", string.Create(CultureInfo.InvariantCulture, $"{card.Price} IDR"));
        yield return ("condition", "new");
        yield return ("brand", card.Brand);
        yield return ("product_type", categories.GetValueOrDefault(card.Category, card.Category));
        if (Materials(card) is { Length: > 0 } materials) yield return ("material", materials);
        yield return ("shipping_weight", string.Create(CultureInfo.InvariantCulture, $"{page.WeightGrams} g"));
        if (Supply.DaysToMake(card) is { } days) yield return ("max_handling_time", days.ToString(CultureInfo.InvariantCulture));
        // Nothing made by hand has a manufacturer's number.
        yield return ("identifier_exists", "no");
        if (kind is null) yield break;
        yield return ("item_group_id", card.Id.ToString());
        if (kind.Colour is { } colour) yield return ("color", colour);
        if (kind.Size is { } size) yield return ("size", size);

        string Whole(string url) => url.StartsWith('/') ? address + url : url;
    }

    /// <summary>As many of the first three as fit whole; a material cut in half is another one.</summary>
    private static string Materials(ProductCard card)
    {
        var listed = "";
        foreach (var material in card.Materials.Take(MostMaterials))
            if (listed.Length + 1 + material.Length <= MostMaterial) listed = listed.Length == 0 ? material
                : $"{listed}/{material}";
        return listed;
    }

    private static string MadeBy(ProductCard card, string language) => (card.Village, language) switch
    {
        ({ } village, "en") => $"Made by {card.Artisan.Name}, village of {village.Name}",
        ({ } village, _) => $"Buatan {card.Artisan.Name}, Desa {village.Name}",
        (null, "en") => $"Made by {card.Artisan.Name}",
        _ => $"Buatan {card.Artisan.Name}",
    };
}
