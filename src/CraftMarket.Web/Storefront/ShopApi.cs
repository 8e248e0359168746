using System.Globalization;
using System.Security.Claims;
using CraftMarket.Catalogue;
using CraftMarket.Search;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Listing;
using CraftMarket.Web.Outside;
using Marten;

namespace CraftMarket.Web.Storefront;

/// <summary>What everyone may see: products and their kinds.</summary>
internal static class ShopApi
{
    public static void MapShop(this IEndpointRouteBuilder api)
    {
        api.MapGet("/products", List).AllowAnonymous().WithName("products")
            .WithSummary("The shop window: search, filter, sort; without sort every maker in turn. facets=true adds what it "
                + "can be narrowed to.").Produces<ProductList>();
        api.MapGet("/products/{idOrSlug}", Show).AllowAnonymous().WithName("product")
            .WithSummary("One product by id or slug. A draft is shown to its artisan only.").Produces<ProductCard>()
                .ProducesProblem(404);
        api.MapGet("/categories", Categories).AllowAnonymous().WithName("categories")
            .WithSummary("The kinds of goods that are taken.").Produces<CategoryList>();
    }

    private static async Task<IResult> List(HttpContext http, ShopList shop, IQuerySession session, string? q = null,
        string? village = null, string? category = null,
        string? material = null, string? minPrice = null, string? maxPrice = null, string? sort = null, string? page = null,
        string? facets = null, Guid? artisan = null)
    {
        SortOrder? order = Said(sort) is { } asked && Orders.TryGetValue(asked, out var known) ? known : null;
        if (order is null && Said(sort) is not null) return UnknownSort.Problem(http);
        if (!TryPrice(minPrice, out var least)) return InvalidPrice("minPrice").Problem(http);
        if (!TryPrice(maxPrice, out var most)) return InvalidPrice("maxPrice").Problem(http);
        if (Said(facets) is not (null or "true" or "false")) return InvalidFacets.Problem(http);
        var question = new SearchQuery(Said(q), Said(village), Said(category), Said(material), least, most, order,
            Said(page) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : 1)
        { WithFacets = facets == "true", Maker = artisan is { } maker ? new(maker) : null };
        var found = await shop.FindAsync(question, http.RequestAborted);
        // What has goods is known; only of an empty list is it asked whether there is such a kind at all.
        return question.Category is { } kind && found.Total == 0
            && await session.LoadAsync<Category>(kind, http.RequestAborted) is not { Refused: false }
            ? UnknownCategory.Problem(http)
            : new JsonList(found);
    }

    private static async Task<IResult> Show(HttpContext http, string idOrSlug, ShopProduct shop)
    {
        var product = await shop.FindAsync(idOrSlug, http.RequestAborted);
        if (product is null
            || (!product.OnSale && http.User.FindFirstValue(SignedIn.ArtisanClaim) != product.ArtisanId.Value.ToString()))
            return Refusal.Missing().Problem(http);
        http.Response.Headers.ETag = ProductTag.Of(product.Version, product.Left, product.Marked);
        return Results.Bytes(product.Json, JsonList.ContentType);
    }

    private static async Task<IResult> Categories(HttpContext http, IQuerySession session)
    {
        var known = await session.Query<Category>().ToListAsync(http.RequestAborted);
        return Results.Ok(new CategoryList([.. known.Where(x => !x.Refused).OrderBy(x => x.Place)
            .Select(x => new CategoryReply(x.Id, TwoLanguages.Of(x.Name)))]));
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : Markup.Within(text.Trim(), 200);

    private static bool TryPrice(string? text, out long? price)
    {
        price = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return price is not null || Said(text) is null;
    }

    private static readonly Dictionary<string, SortOrder> Orders = new(StringComparer.Ordinal)
    {
        ["newest"] = SortOrder.Newest, ["price"] = SortOrder.CheapestFirst, ["-price"] = SortOrder.DearestFirst,
        ["relevance"] = SortOrder.Relevance,
        ["fair"] = SortOrder.Fair,
    };

    private static readonly Refusal UnknownSort =
        Refusal.Invalid("unknown_sort", "Urutan: newest, price, -price, relevance, atau fair.",
        "Sort by newest, price, -price, relevance or fair.", "sort");

    private static readonly Refusal UnknownCategory =
        Refusal.Invalid("unknown_category", "Jenis barang ini tidak ada. Daftarnya di /api/v1/categories.",
        "There is no such kind of goods. They are listed at /api/v1/categories.", "category");

    private static Refusal InvalidPrice(string field) =>
        Refusal.Invalid("invalid_price", "Harga ditulis dalam rupiah bulat, mulai dari 0.",
        "A price is whole rupiah, from 0.", field);

    private static readonly Refusal InvalidFacets =
        Refusal.Invalid("invalid_facets", "facets adalah true atau false.", "facets is true or false.", "facets");

    internal sealed record ProductList(IReadOnlyList<ProductCard> Items, long Total, int Page, int PageSize, SearchFacets? Facets,
        string? Suggestion, IReadOnlyList<Widening>? Widenings);

    internal sealed record CategoryList(IReadOnlyList<CategoryReply> Items);

    internal sealed record CategoryReply(string Id, TwoLanguages Name);
}

/// <summary>A sentence in both languages, for programs.</summary>
internal sealed record TwoLanguages(string Id, string En)
{
    public static TwoLanguages Of(Wording words) => new(words.Indonesian, words.In("en"));
}
