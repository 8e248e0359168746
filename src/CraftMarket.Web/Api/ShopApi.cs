using System.Security.Claims;
using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using Marten;

namespace CraftMarket.Web.Api;

/// <summary>What everyone may see: products and villages.</summary>
internal static class ShopApi
{
    public static void MapShop(this IEndpointRouteBuilder api)
    {
        api.MapGet("/products", List).AllowAnonymous().WithName("products")
            .WithSummary("The shop window: search, filter, sort.").Produces<ProductList>();
        api.MapGet("/products/{idOrSlug}", Show).AllowAnonymous().WithName("product")
            .WithSummary("One product by id or slug. A draft is shown to its artisan only.").Produces<ProductCard>().ProducesProblem(404);
        api.MapGet("/villages/{slug}", Village).AllowAnonymous().WithName("village")
            .WithSummary("A village's identity, makers and products.").Produces<VillageReply>().ProducesProblem(404);
        api.MapGet("/categories", Categories).AllowAnonymous().WithName("categories")
            .WithSummary("The kinds of goods that are taken.").Produces<CategoryList>();
    }

    private static async Task<IResult> List(HttpContext http, ShopList shop, string? q = null, string? village = null, string? category = null,
        string? material = null, string? minPrice = null, string? maxPrice = null, string? sort = null, string? page = null)
    {
        var question = new ShopQuestion(Said(q), Said(village), Said(category), Said(material), Number(minPrice), Number(maxPrice), sort switch
        {
            "newest" => ShopOrder.Newest,
            "price" => ShopOrder.CheapestFirst,
            "-price" => ShopOrder.DearestFirst,
            "relevance" => ShopOrder.Relevance,
            _ => null,
        }, (int)Math.Clamp(Number(page) ?? 1, 1, 10_000));
        return new JsonList(await shop.FindAsync(question, http.RequestAborted));
    }

    private static async Task<IResult> Show(HttpContext http, string idOrSlug, ShopProduct shop)
    {
        var product = await shop.FindAsync(idOrSlug, http.RequestAborted);
        if (product is null || (!product.OnSale && http.User.FindFirstValue(SignedIn.ArtisanClaim) != product.ArtisanId.Value.ToString()))
            return Refusal.Missing().Problem(http);
        http.Response.Headers.ETag = ProductTag.Of(product.Version, product.Available);
        return Results.Bytes(product.Json, JsonList.ContentType);
    }

    private static async Task<IResult> Village(HttpContext http, string slug, IQuerySession session, ShopList shop)
    {
        if (await session.VillageBySlug(slug, http.RequestAborted) is not { } page) return Refusal.Missing().Problem(http);
        var products = await shop.FindAsync(new(null, page.Village.Code.Value, null, null, null, null, ShopOrder.Newest, 1), http.RequestAborted);
        return Results.Ok(new VillageReply(page.Village.Code.Value, page.Village.Name, slug, Regions.NameOf(page.Village.Code.Regency),
            page.Identity is { } identity ? new(Both(identity.Tagline), Both(identity.Story), identity.Colour) : null,
            [.. page.Makers.Select(x => new MakerReply(x.Brand.ArtisanId.Value, x.Brand.Name, x.Brand.Story, x.Brand.Colour, x.Brand.Logo, x.Products))],
            System.Text.Json.JsonSerializer.Deserialize<IReadOnlyList<ProductCard>>([(byte)'[', .. products.Items, (byte)']'])!));
    }

    private static async Task<IResult> Categories(HttpContext http, IQuerySession session)
    {
        var known = await session.Query<Category>().ToListAsync(http.RequestAborted);
        return Results.Ok(new CategoryList([.. known.Where(x => !x.Refused).OrderBy(x => x.Place).Select(x => new CategoryReply(x.Id, Both(x.Name)))]));
    }

    private static TwoLanguages Both(Wording words) => new(words.Indonesian, words.English);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Length > 200 ? text[..200] : text.Trim();

    private static long? Number(string? text) => long.TryParse(text, out var number) ? number : null;

    private sealed record ProductList(IReadOnlyList<ProductCard> Items, long Total, int Page, int PageSize);

    private sealed record VillageReply(string Code, string Name, string Slug, string Regency, IdentityReply? Identity,
        IReadOnlyList<MakerReply> Makers, IReadOnlyList<ProductCard> Products);

    private sealed record IdentityReply(TwoLanguages Tagline, TwoLanguages Story, string Colour);

    private sealed record MakerReply(Guid Id, string Name, string? Story, string? Colour, IReadOnlyList<Media.Rendition> Logo, int Products);

    private sealed record CategoryList(IReadOnlyList<CategoryReply> Items);

    private sealed record CategoryReply(string Id, TwoLanguages Name);

    private sealed record TwoLanguages(string Id, string En);
}
