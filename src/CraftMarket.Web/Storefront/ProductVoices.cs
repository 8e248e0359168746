using CraftMarket.Catalogue;
using Marten;

namespace CraftMarket.Web.Storefront;

/// <summary>What others than its maker say of a product: the curator of its origin, buyers of how it was.</summary>
/// <param name="TrainedBy">Where the maker was trained; null unless the maker agrees to its being said.</param>
public sealed record ProductVoices(PageProvenance? Provenance, string? TrainedBy, ProvenanceWords Words, Rating Rating,
    IReadOnlyList<ShownReview> Reviews)
{
    public static async Task<ProductVoices> Of(IQuerySession session, IKeyStore keys, ProductCard card, ProductSheet sheet,
        CancellationToken stop)
    {
        var (rating, provenance) = (card.Rating ?? Rating.None, sheet.Details.Provenance);
        return new(provenance, sheet.TrainedBy, provenance is { IsEmpty: false } ? await ProvenanceWords.Load(session, stop)
            : new([]), rating, rating.Count == 0 ? [] : (await session.ReviewsOf(keys, new(card.Id), 1, stop)).Items);
    }
}
