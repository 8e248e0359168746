using CraftMarket.Catalogue;
using Marten;

namespace CraftMarket.Web.Storefront;

/// <summary>What others than its maker say of a product: the curator of its origin, buyers of how it was.</summary>
/// <param name="TrainedBy">Where the maker was trained; null unless the maker agrees to its being said.</param>
public sealed record ProductVoices(PageProvenance? Provenance, string? TrainedBy, ProvenanceWords Words, Rating Rating,
    IReadOnlyList<ShownReview> Reviews)
{
    public static async Task<ProductVoices> Of(IQuerySession session, IKeyStore keys, ProductCard card, ProductPage details,
        CancellationToken stop)
    {
        var rating = await session.RatingOf(new(card.Id), stop);
        return new(details.Provenance, await session.TrainingShownFor(new(card.Artisan.Id), stop),
            await ProvenanceWords.Load(session, stop), rating,
            rating.Count == 0 ? [] : (await session.ReviewsOf(keys, new(card.Id), 1, stop)).Items);
    }
}
