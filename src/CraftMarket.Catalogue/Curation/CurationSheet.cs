using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Everything that a curator needs on the table to decide about one product.</summary>
/// <param name="Suspicious">Words for which it was flagged.</param>
/// <param name="RemovedPhotos">Photos that the artisan took out since the last look.</param>
public sealed record CurationSheet(Product Product, CurationRecord? Record, Maker? Maker, Category? Category,
    ProvenanceWords Words,
    IReadOnlyList<ReasonTemplate> Reasons, IReadOnlyList<string> Suspicious, IReadOnlyDictionary<PhotoId, Photo> RemovedPhotos);

/// <summary>Lays the table.</summary>
public static class CurationSheets
{
    /// <summary>Null when there is no such product.</summary>
    public static async Task<CurationSheet?> CurationSheetOf(this IQuerySession session, ProductId id,
        CancellationToken cancellation)
    {
        if (await session.LoadAsync<Product>(id.Value, cancellation) is not { } product) return null;
        var record = await session.LoadAsync<CurationRecord>(id.Value, cancellation);
        var facts = await session.FactsOf(product.ArtisanId, [], product.Details.Category, cancellation);
        return new(product, record, facts.Trust?.Maker, facts.Category, facts.Words!,
            await session.Reasons(ReasonTemplate.Product, false, cancellation),
            SmokingRules.Why(product.Details, facts), await session.PhotosOf(record?.SinceSeen?.Removed ?? [], cancellation));
    }
}
