using System.Security.Claims;
using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using Marten;

namespace CraftMarket.Web.Api;

/// <summary>What everyone may see: products and their kinds.</summary>
internal static class ShopApi
{
    public static void MapShop(this IEndpointRouteBuilder api)
    {
        api.MapGet("/products", List).AllowAnonymous().WithName("products")
            .WithSummary("The shop window: search, filter, sort; without sort every maker in turn. facets=true adds what it can be narrowed to.").Produces<ProductList>();
        api.MapGet("/products/{idOrSlug}", Show).AllowAnonymous().WithName("product")
            .WithSummary("One product by id or slug. A draft is shown to its artisan only.").Produces<ProductCard>().ProducesProblem(404);
        api.MapGet("/categories", Categories).AllowAnonymous().WithName("categories")
            .WithSummary("The kinds of goods that are taken.").Produces<CategoryList>();
    }

    private static async Task<IResult> List(HttpContext http, ShopList shop, string? q = null, string? village = null, string? category = null,
        string? material = null, string? minPrice = null, string? maxPrice = null, string? sort = null, string? page = null,
        string? facets = null, Guid? artisan = null)
    {
        var question = new ShopQuestion(Said(q), Said(village), Said(category), Said(material), Number(minPrice), Number(maxPrice), sort switch
        {
            "newest" => ShopOrder.Newest,
            "price" => ShopOrder.CheapestFirst,
            "-price" => ShopOrder.DearestFirst,
            "relevance" => ShopOrder.Relevance,
            "fair" => ShopOrder.Fair,
            _ => null,
        }, (int)Math.Clamp(Number(page) ?? 1, 1, 10_000))
        { WithFacets = facets == "true", Maker = artisan is { } maker ? new(maker) : null };
        return new JsonList(await shop.FindAsync(question, http.RequestAborted));
    }

    private static async Task<IResult> Show(HttpContext http, string idOrSlug, ShopProduct shop)
    {
        var product = await shop.FindAsync(idOrSlug, http.RequestAborted);
        if (product is null || (!product.OnSale && http.User.FindFirstValue(SignedIn.ArtisanClaim) != product.ArtisanId.Value.ToString()))
            return Refusal.Missing().Problem(http);
        http.Response.Headers.ETag = ProductTag.Of(product.Version, product.Left, product.Marked);
        return Results.Bytes(product.Json, JsonList.ContentType);
    }

    private static async Task<IResult> Categories(HttpContext http, IQuerySession session)
    {
        var known = await session.Query<Category>().ToListAsync(http.RequestAborted);
        return Results.Ok(new CategoryList([.. known.Where(x => !x.Refused).OrderBy(x => x.Place).Select(x => new CategoryReply(x.Id, TwoLanguages.Of(x.Name)))]));
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Length > 200 ? text[..200] : text.Trim();

    private static long? Number(string? text) => long.TryParse(text, out var number) ? number : null;

    private sealed record ProductList(IReadOnlyList<ProductCard> Items, long Total, int Page, int PageSize, ShopFacets? Facets, string? Suggestion,
        IReadOnlyList<Widening>? Widenings);

    private sealed record CategoryList(IReadOnlyList<CategoryReply> Items);

    private sealed record CategoryReply(string Id, TwoLanguages Name);
}

/// <summary>A sentence in both languages, for programs.</summary>
internal sealed record TwoLanguages(string Id, string En)
{
    public static TwoLanguages Of(Wording words) => new(words.Indonesian, words.In("en"));
}
