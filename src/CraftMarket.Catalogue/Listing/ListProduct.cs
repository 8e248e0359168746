using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Writes a product down as a draft.</summary>
public sealed record ListProduct(ProductId ProductId, ArtisanId ArtisanId, string Name, string Description, Rupiah Price, int? Stock,
    int? LeadTimeDays, string Category, IReadOnlyList<string> Materials, int WeightGrams, IReadOnlyList<PhotoId> PhotoIds,
    Provenance? Provenance = null, IReadOnlyDictionary<PhotoId, string>? PhotoDescriptions = null)
{
    internal ProductDetails Details(bool flagged) => new(Name, Description, Category, Materials, WeightGrams, PhotoIds, flagged, Provenance,
        ProductDetails.Described(PhotoIds, PhotoDescriptions));
}

/// <summary>The draft is written down.</summary>
public sealed record ProductWritten(ProductId ProductId, string Slug, ProductStatus Status, int Version) : Answer;

public static class ListProductHandler
{
    public static async Task<(ListingFacts, Product?)> LoadAsync(ListProduct command, IQuerySession session, CancellationToken cancellation) =>
        (await session.FactsOf(command.ArtisanId, command.PhotoIds, command.Category, cancellation),
            await session.LoadAsync<Product>(command.ProductId.Value, cancellation));

    public static Refusal? Validate(ListProduct command, ListingFacts facts) =>
        ListingRules.Problem(command.Details(false), command.Price, command.ArtisanId, facts)
        ?? ListingRules.SupplyProblem(command.Stock, command.LeadTimeDays);

    public static (Answer, IStartStream?, OutgoingMessages) Handle(ListProduct command, ListingFacts facts, Product? existing)
    {
        if (existing is not null) return (new ProductWritten(existing.Id, existing.Slug, existing.Status, existing.Edition), null, []);
        var flagged = SmokingRules.NeedsLook(command.Details(false), facts);
        var drafted = new ProductDrafted(command.ArtisanId, SlugOf(command), command.Details(flagged), command.Price, command.Stock,
            command.LeadTimeDays, facts.MakerName);
        return (new ProductWritten(command.ProductId, drafted.Slug, ProductStatus.Draft, 1),
            MartenOps.StartStream<Product>(command.ProductId.Value, drafted),
            [new ProductListed(command.ProductId, command.ArtisanId, command.Stock, command.LeadTimeDays), new LookAtPhotos(command.ProductId)]);
    }

    /// <summary>Name and the end of the id: readable, and no two alike.</summary>
    private static string SlugOf(ListProduct command)
    {
        var name = Region.SlugOf(command.Name);
        return $"{(name.Length == 0 ? "produk" : name.Length > 60 ? name[..60].TrimEnd('-') : name)}-{command.ProductId.Value.ToString("N")[^8..]}";
    }
}
