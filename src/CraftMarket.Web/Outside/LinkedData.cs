using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CraftMarket.Catalogue;
using Microsoft.AspNetCore.Html;

namespace CraftMarket.Web.Outside;

/// <summary>Says in the words of schema.org what a page shows, for search engines.</summary>
public static class LinkedData
{
    // The default encoder writes <, > and & as \u003C and so on: no name of a product can end the script element it stands in.
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private const string Schema = "https://schema.org";

    /// <summary>A data block for the head of a page. Browsers run nothing of it, so the policy against inline scripts leaves it
    /// alone.</summary>
    public static IHtmlContent Script(object thing) =>
        new HtmlString($"<script type=\"application/ld+json\">{JsonSerializer.Serialize(thing, Json)}</script>");

    /// <summary>Where a page hangs in the shop, from the top; addresses are whole.</summary>
    public static object Breadcrumbs(IEnumerable<(string Name, string Address)> trail) => Thing("BreadcrumbList", new()
    {
        ["itemListElement"] =
            trail.Select((x, i) => Part("ListItem", new() { ["position"] = i + 1, ["name"] = x.Name, ["item"] = x.Address }))
            .ToArray(),
    });

    /// <summary>The market itself, with where to search it.</summary>
    public static object Market(string address) => Thing("Organization", new()
    {
        ["@id"] = $"{address}/#market", ["name"] = "CraftMarket", ["url"] = $"{address}/", ["logo"] = $"{address}/icon.svg",
        ["areaServed"] = "Nusa Tenggara Barat, Indonesia",
    });

    public static object Site(string address) => Thing("WebSite", new()
    {
        ["name"] = "CraftMarket", ["url"] = $"{address}/", ["inLanguage"] = new[] { "id", "en" },
        ["publisher"] = new Dictionary<string, string> { ["@id"] = $"{address}/#market" },
        ["potentialAction"] = Part("SearchAction", new()
        {
            ["target"] = Part("EntryPoint", new() { ["urlTemplate"] = $"{address}/?q={{search_term_string}}" }),
            ["query-input"] = "required name=search_term_string",
        }),
    });

    /// <summary>A maker, as a business of its own.</summary>
    public static object Maker(string address, string name, string? story, string? logo, string? village) =>
        Thing("Organization", new()
        {
            ["@id"] = $"{address}#maker", ["name"] = name, ["url"] = address, ["description"] = story, ["logo"] = logo,
            ["address"] = village is null ? null
            : Part("PostalAddress", new()
            {
                ["addressLocality"] = village, ["addressRegion"] = "Nusa Tenggara Barat",
                ["addressCountry"] = "ID"
            }),
        });

    /// <param name="address">Of the product's page.</param>
    /// <param name="pictures">Whole addresses.</param>
    /// <param name="category">In the reader's language.</param>
    /// <param name="maker">Whole address of the maker's page, if there is one.</param>
    public static object Product(ProductCard card, ProductPage page, string address, IEnumerable<string> pictures,
        string category, string? maker, Rating? rating) =>
        Thing("Product", new()
        {
            ["@id"] = $"{address}#product", ["name"] = card.Name, ["description"] = page.Description,
            ["sku"] = card.Id.ToString(),
            ["image"] = pictures.ToArray(), ["category"] = category, ["material"] = card.Materials.Count == 0 ? null
                : card.Materials,
            ["weight"] = Part("QuantitativeValue", new() { ["value"] = page.WeightGrams, ["unitCode"] = "GRM" }),
            ["brand"] = Part("Brand", new() { ["name"] = card.Brand }),
            ["aggregateRating"] = rating?.Average is not { } average ? null : Part("AggregateRating", new()
            {
                ["ratingValue"] = average.ToString("0.0", CultureInfo.InvariantCulture), ["reviewCount"] = rating.Count,
                ["bestRating"] = 5, ["worstRating"] = 1,
            }),
            ["offers"] = card.Variants is { } kinds
                ? kinds.Select(x =>
                    Offer(card with { Price = x.Price, Available = x.Available },
                    Found.Query(address, ("pilihan", x.Id.ToString())), maker, x)).ToArray()
                : Offer(card, address, maker, null),
        });

    /// <param name="kind">The size or colour whose price and count the card shows; null where there is one kind only.</param>
    private static Dictionary<string, object?> Offer(ProductCard card, string address, string? maker, CardVariant? kind) =>
        Part("Offer", new()
        {
            ["url"] = address, ["name"] = kind is null ? null : Article.Titled(card.Name, kind.Name),
            ["sku"] = kind?.Id.ToString(),
            ["priceCurrency"] = "IDR", ["price"] = card.Price,
            ["itemCondition"] = $"{Schema}/NewCondition",
            ["availability"] = $"{Schema}/{(Supply.CanBeBought(card) ? "InStock" : "OutOfStock")}",
            ["deliveryLeadTime"] = Supply.DaysToMake(card) is { } days
            ? Part("QuantitativeValue", new() { ["value"] = days, ["unitCode"] = "DAY" }) : null,
            ["seller"] = Part("Organization", new() { ["name"] = card.Artisan.Name, ["url"] = maker }),
        });

    private static Dictionary<string, object?> Thing(string type, Dictionary<string, object?> members) =>
        Part(type, members, [KeyValuePair.Create<string, object?>("@context", Schema)]);

    private static Dictionary<string, object?> Part(string type, Dictionary<string, object?> members,
        params IEnumerable<KeyValuePair<string, object?>> first) =>
        new([.. first, KeyValuePair.Create<string, object?>("@type", type), .. members.Where(x => x.Value is not null)]);
}
