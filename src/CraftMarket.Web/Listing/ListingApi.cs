using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Idempotency;
using CraftMarket.Workflows;
using Marten;

namespace CraftMarket.Web.Listing;

/// <summary>Artisans write their products down, change them and submit them.</summary>
internal static class ListingApi
{
    public static void MapListing(this IEndpointRouteBuilder api)
    {
        api.MapPost("/products", List).RequireAuthorization(Policies.Artisan).WithName("listProduct")
            .WithSummary("Writes a product down as a draft.").Produces<Written>(StatusCodes.Status201Created)
                .ProducesProblem(422);
        api.MapPost("/products/{id:guid}/submission", Submit).RequireAuthorization(Policies.Artisan).WithName("submitProduct")
            .WithSummary("Asks a curator to put a product into the shop window.").Produces<Written>(StatusCodes.Status202Accepted)
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/products/{id:guid}/withdrawal", Withdraw).RequireAuthorization(Policies.Artisan).WithName("withdrawProduct")
            .WithSummary("Takes a product out of the shop window.").Produces(StatusCodes.Status204NoContent).ProducesProblem(404);
        api.MapPatch("/products/{id:guid}", Revise).RequireAuthorization(Policies.Artisan).WithName("reviseProduct")
            .WithSummary("Changes parts of a product. If-Match with the product's ETag refuses an edit of something older.")
            .WithDescription("leadTimeDays makes to order what was sold from stock; stock, or the stock of every variant, "
                + "sells from stock what was made to order. A product changes as a whole.")
            .Produces<Written>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapGet("/artisans/me/products", Own).RequireAuthorization(Policies.Artisan).WithName("ownProducts")
            .WithSummary("One's own products in every state, newest first.").Produces<OwnList>();
    }

    private static async Task<IResult> List(HttpContext http, ProductRequest product, Dispatch dispatch)
    {
        var listed = new ListProduct(http.NewId<ProductId>(), http.User.ArtisanId(), product.Name?.Trim() ?? "",
            product.Description?.Trim() ?? "", new(product.Price ?? 0), product.Stock, product.LeadTimeDays,
            product.Category ?? "lainnya", product.CleanMaterials ?? [], product.WeightGrams ?? ListingLimits.UsualWeight,
            product.PhotoList ?? [], product.Claimed, product.Descriptions, product.Wanted, product.Size, product.Care);
        var answer = await dispatch.Send(new WriteListing(listed, product.GroupBrand));
        return answer.Reply<ProductWritten>(http, x =>
            Results.Created($"/api/v1/products/{x.ProductId.Value}", Written.Of(http, x)));
    }

    private static async Task<IResult> Submit(HttpContext http, Guid id, Dispatch dispatch) =>
        (await dispatch.Send(new SubmitProduct(new(id), http.User.ArtisanId())))
            .Reply<ProductWritten>(http, x => Results.Accepted($"/api/v1/products/{id}", Written.Of(http, x)));

    private static async Task<IResult> Withdraw(HttpContext http, Guid id, Dispatch dispatch) =>
        (await dispatch.Send(new WithdrawProduct(new(id), http.User.ArtisanId()))).Reply(http, () => Results.NoContent());

    private static async Task<IResult> Revise(HttpContext http, Guid id, ProductRequest product, Dispatch dispatch,
        SupplySeen supply, ShopProduct shop)
    {
        if (!SeenVersion.TryRead(http, out var seen)) return Dispatch.Stale.Problem(http);
        var artisan = http.User.ArtisanId();
        var revision = new ReviseProduct(new(id), artisan, seen, product.Name?.Trim(), product.Description?.Trim(),
            product.Price is { } price ? new(price) : null, product.LeadTimeDays, product.Category, product.CleanMaterials,
            product.WeightGrams,
            product.PhotoList, product.Claimed, product.Descriptions, product.Wanted, product.Stock, product.Size, product.Care);
        // Who counts pieces had a number before them; words do not become stale by a sale.
        if (revision.Counts && await shop.FindAsync($"{id}", http.RequestAborted) is { } shown && shown.ArtisanId == artisan
            && SeenVersion.Differs(http, ProductTag.Of(shown.Version, shown.Left),
                ProductTag.Of(shown.Version, shown.Left, true))) return Dispatch.Stale.Problem(http);
        var answer = await dispatch.Send(new ReviseListing(revision, product.GroupBrand));
        if (answer is ProductWritten) await supply.IsKnown(revision, http.RequestAborted);
        return answer.Reply<ProductWritten>(http, x => Results.Ok(Written.Of(http, x)));
    }

    private static async Task<IResult> Own(HttpContext http, IQuerySession session)
    {
        var products = await session.ProductsOf(http.User.ArtisanId(), http.RequestAborted);
        var supply = await session.SupplyOf(products, http.RequestAborted);
        return Results.Ok(new OwnList([.. products.Select(x =>
            new OwnProduct(x.Id.Value, x.Slug, x.Details.Name, x.Price.Amount, supply.Free(x),
            x.LeadTimeDays, x.Status, x.Recheck, x.ReturnReason, x.Pictures.Count == 0 ? null : x.Pictures[0].Renditions[0].Url,
            x.Edition, x.Group?.Id.Value))], products.Count, 1, Math.Max(1, products.Count)));
    }

    internal sealed record Written(Guid Id, string Slug, ProductStatus Status, int Version)
    {
        public static Written Of(HttpContext http, ProductWritten product)
        {
            http.Response.Headers.ETag = ProductTag.Of(product.Version);
            return new(product.ProductId.Value, product.Slug, product.Status, product.Version);
        }
    }

    internal sealed record OwnList(IReadOnlyList<OwnProduct> Items, int Total, int Page, int PageSize);

    internal sealed record OwnProduct(Guid Id, string Slug, string Name, long Price, int? Available, int? LeadTimeDays,
        ProductStatus Status, bool Recheck, string? Reason, string? Photo, int Version, Guid? GroupId);
}

/// <summary>A product as an artisan writes it down; absent members stay as they are.</summary>
/// <param name="Photos">The photos in order, each with its description; instead of <paramref name="PhotoIds"/>.</param>
/// <param name="Variants">Sizes and colours in order, whole; an empty list for one kind only.</param>
/// <param name="Size">How large it is, in words; empty to say nothing of it any more.</param>
/// <param name="Care">How to keep and clean it, likewise.</param>
/// <param name="GroupBrand">True to sell it under the brand of one's group, false under one's own.</param>
internal sealed record ProductRequest(string? Name, string? Description, long? Price, int? Stock, int? LeadTimeDays,
    string? Category, IReadOnlyList<string>? Materials, int? WeightGrams, IReadOnlyList<Guid>? PhotoIds,
    ProvenanceRequest? Provenance = null, IReadOnlyList<DescribedPhoto>? Photos = null,
    IReadOnlyList<VariantRequest>? Variants = null, bool? GroupBrand = null, string? Size = null, string? Care = null)
{
    internal IReadOnlyList<string>? CleanMaterials => Materials is null ? null
        : [.. Materials.Select(x => x.Trim()).Where(x => x.Length > 0).Distinct()];

    internal Provenance? Claimed => Provenance?.Claimed;

    internal IReadOnlyList<WantedVariant>? Wanted => Variants?.Select(x => x.Wanted).ToList();

    internal IReadOnlyList<PhotoId>? PhotoList => (Photos?.Select(x => x.PhotoId) ?? PhotoIds)?.Distinct()
        .Select(x => new PhotoId(x)).ToList();

    internal IReadOnlyDictionary<PhotoId, string>? Descriptions => Photos?.Where(x => x.Description is not null)
        .DistinctBy(x => x.PhotoId)
        .ToDictionary(x => new PhotoId(x.PhotoId), x => x.Description!);
}

/// <summary>Where a product comes from, as its artisan says; sent, it replaces what was said before.</summary>
/// <param name="Place">The village where it is made, by code.</param>
internal sealed record ProvenanceRequest(string? MadeBy, string? Place, string? Technique)
{
    internal Provenance Claimed =>
        new(Said(MadeBy), RegionCode.TryParse(Place, out var village) ? village : null, Said(Technique));

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A size or colour of a product.</summary>
/// <param name="Price">Whole rupiah; absent when it costs what the product costs.</param>
/// <param name="Stock">Pieces at hand; absent when made to order, and to leave the count of a known one as it is.</param>
internal sealed record VariantRequest(string? Size, string? Colour, long? Price, int? Stock)
{
    internal WantedVariant Wanted => new(Said(Size), Said(Colour), Price is { } price ? new Rupiah(price) : null, Stock);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A photo and what can be seen on it.</summary>
internal sealed record DescribedPhoto(Guid PhotoId, string? Description);

/// <summary>The ETag of a product: the artisan's version, then what is free and whether it bears the village mark, so that a sale
/// or a lost mark changes the tag but makes no edit stale.</summary>
internal static class ProductTag
{
    public static string Of(int version, string? available = null, bool marked = false) => (available, marked) switch
    {
        (null, false) => $"\"{version}\"",
        (_, false) => $"\"{version}-{available}\"",
        _ => $"\"{version}-{available}-m\"",
    };
}
