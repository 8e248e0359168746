using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

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

/// <summary>The draft is written down.</summary>
/// <param name="Counted">Sizes and colours that were there before and go on: their stock is Ordering's to count.</param>
/// <param name="Resupplied">It changed between stock and made to order, or takes other days to make: Ordering is told, counts and
/// all.</param>
public sealed record ProductWritten(ProductId ProductId, string Slug, ProductStatus Status, int Version,
    IReadOnlyList<Variant>? Counted = null, bool Resupplied = false) : Answer
{
    /// <summary>The counts that the artisan gave for those.</summary>
    public IEnumerable<(VariantId Variant, int Count)> Recounted(IReadOnlyList<WantedVariant> wanted) =>
        from variant in Counted ?? []
        let said = wanted.FirstOrDefault(variant.Is)
        where said?.Stock is not null
        select (variant.Id, said.Stock!.Value);
}

public static class ListProductHandler
{
    /// <summary>Told again with other words; what is there is changed as any product is.</summary>
    public static readonly Refusal AlreadyListed =
        Refusal.Conflict("already_listed", "Produk ini sudah tersimpan dengan isian lain. Buka Produk saya, lalu ubah di sana.",
        "This product has been saved already and says something else. Open My products and change it there.");

    public static async Task<(ListingFacts, Product?)> LoadAsync(ListProduct command, IQuerySession session,
        CancellationToken cancellation) =>
        (await session.FactsOf(command.ArtisanId, command.PhotoIds, command.Category, cancellation),
            await session.LoadAsync<Product>(command.ProductId.Value, cancellation));

    /// <summary>Why it would be refused; nothing is written.</summary>
    public static async Task<Refusal?> WhyNotAsync(ListProduct command, IQuerySession session, CancellationToken cancellation)
    {
        var (facts, existing) = await LoadAsync(command, session, cancellation);
        return Validate(command, facts, existing);
    }

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

    public static (Answer, IStartStream?, OutgoingMessages) Handle(ListProduct command, ListingFacts facts, Product? existing)
    {
        if (existing is not null)
            return (new ProductWritten(existing.Id, existing.Slug, existing.Status, existing.Edition), null, []);
        var flagged = SmokingRules.NeedsLook(command.Details(false), facts);
        var details = command.Details(flagged);
        var drafted = new ProductDrafted(command.ArtisanId, SlugOf(command), details, command.Price, command.OwnStock,
            command.LeadTimeDays, facts.MakerName, VariantRules.Prices(details.Variants, command.Wanted));
        return (new ProductWritten(command.ProductId, drafted.Slug, ProductStatus.Draft, 1),
            MartenOps.StartStream<Product>(command.ProductId.Value, drafted),
            [
                new ProductListed(command.ProductId, command.ArtisanId, command.OwnStock, command.LeadTimeDays),
                .. VariantRules.Listed(command.ProductId, command.ArtisanId, command.LeadTimeDays, [], details.Variants,
                    command.Wanted), new LookAtPhotos(command.ProductId),
            ]);
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
