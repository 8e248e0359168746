using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>Writes a product down as a draft.</summary>
public sealed record ListProduct(ProductId ProductId, ArtisanId ArtisanId, string Name, string Description, Rupiah Price,
    int? Stock,
    int? LeadTimeDays, string Category, IReadOnlyList<string> Materials, int WeightGrams, IReadOnlyList<PhotoId> PhotoIds,
    Provenance? Provenance = null, IReadOnlyDictionary<PhotoId, string>? PhotoDescriptions = null,
    IReadOnlyList<WantedVariant>? Variants = null, string? Size = null, string? Care = null)
{
    internal ProductDetails Details(bool flagged) =>
        new(Name, Description, Category, Materials, WeightGrams, PhotoIds, flagged, Provenance,
        ProductDetails.Described(PhotoIds, PhotoDescriptions), VariantRules.Named(ProductId, 1, [], Wanted),
        ProductDetails.Said(Size), ProductDetails.Said(Care));

    internal IReadOnlyList<WantedVariant> Wanted => Variants ?? [];

    /// <summary>With sizes and colours the pieces are counted with them.</summary>
    internal int? OwnStock => Stock ?? (Wanted.Count > 0 && LeadTimeDays is null ? 0 : null);
}

/// <summary>What is written of the product stands.</summary>
/// <param name="NotSubmitted">Why it was not sent to the curator, where that was asked as well.</param>
public sealed record ProductWritten(ProductId ProductId, string Slug, ProductStatus Status, int Version,
    Refusal? NotSubmitted = null) : Answer
{
    public static ProductWritten Of(Product product) => new(product.Id, product.Slug, product.Status, product.Edition);
}

/// <summary>An article whose pieces somebody counted.</summary>
/// <param name="Count">Pieces at hand; null when made to order.</param>
public sealed record WantedStock(VariantId? VariantId, int? Count);

/// <summary>A product as it was written down.</summary>
/// <param name="Events">None when it was written down before.</param>
/// <param name="Stock">What there is of the product and of each size and colour.</param>
public sealed record ListedProduct(Product Product, IReadOnlyList<object> Events, IReadOnlyList<WantedStock> Stock,
    OutgoingMessages Work);

/// <summary>Decides how a product is written down.</summary>
public static class ProductListing
{
    /// <summary>Told again with other words; what is there is changed as any product is.</summary>
    public static readonly Refusal AlreadyListed =
        Refusal.Conflict("already_listed", "Produk ini sudah tersimpan dengan isian lain. Buka Produk saya, lalu ubah di sana.",
        "This product has been saved already and says something else. Open My products and change it there.");

    public static Task<ListingFacts> FactsAsync(ListProduct command, IQuerySession session, CancellationToken cancellation) =>
        session.FactsOf(command.ArtisanId, command.PhotoIds, command.Category, cancellation);

    public static Refusal? Validate(ListProduct command, ListingFacts facts, Product? existing = null)
    {
        if (existing is not null && existing.ArtisanId != command.ArtisanId) return Refusal.Missing();
        return Refusals.Of(ListingRules.Problem(command.Details(false), command.Price, command.ArtisanId, facts),
                ListingRules.SupplyProblem(command.OwnStock, command.LeadTimeDays),
                VariantRules.Problem(command.Variants, command.LeadTimeDays is not null, []))
            ?? (existing is null || IsThis(command, existing) ? null : AlreadyListed with
            {
                Details = new Dictionary<string, object?> { ["version"] = existing.Edition },
            });
    }

    public static ListedProduct Of(ListProduct command, ListingFacts facts, Product? existing)
    {
        if (existing is not null) return new(existing, [], [], []);
        var flagged = SmokingRules.NeedsLook(command.Details(false), facts);
        var details = command.Details(flagged);
        var drafted = new ProductDrafted(command.ArtisanId, SlugOf(command), details, command.Price, command.OwnStock,
            command.LeadTimeDays, facts.MakerName, VariantRules.Prices(details.Variants, command.Wanted));
        return new(Product.Of(command.ProductId, drafted), [drafted],
            [
                new(null, command.OwnStock),
                .. VariantRules.Added([], details.Variants, command.Wanted, command.LeadTimeDays is not null),
            ], [new LookAtPhotos(command.ProductId)]);
    }

    private static bool IsThis(ListProduct command, Product product)
    {
        var details = command.Details(product.Details.Flagged);
        return details.Says(product.Details) && (command.Price, command.LeadTimeDays) == (product.Price, product.LeadTimeDays)
            && (details.Variants is null ? command.OwnStock == product.ListedStock : product.Variants.Zip(command.Wanted)
                .All(x => x.First.OwnPrice == x.Second.Price));
    }

    /// <summary>Name and the end of the id: readable, and no two alike.</summary>
    private static string SlugOf(ListProduct command)
    {
        var name = Region.SlugOf(command.Name);
        var words = name.Length == 0 ? "produk" : name.Length > 60 ? name[..60].TrimEnd('-') : name;
        return $"{words}-{command.ProductId.Value.ToString("N")[^8..]}";
    }
}
