using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Fetches what a listing is checked against.</summary>
internal static class ListingFactsQuery
{
    public static async Task<ListingFacts> FactsOf(this IQuerySession session, ArtisanId artisan, IEnumerable<PhotoId> photoIds,
        string category, CancellationToken cancellation)
    {
        var photos = await session.PhotosOf(photoIds, cancellation);
        var known = await session.LoadAsync<Category>(category, cancellation);
        var words = await session.LoadAsync<SmokingWords>(SmokingWords.TheOnly, cancellation);
        var goods = known is null ? null : await session.LoadAsync<GoodsClass>(known.Class, cancellation);
        var byProducts = await session.LoadAsync<GoodsClass>(GoodsClass.ByProduct, cancellation);
        var maker = await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation);
        return new(photos, known, words ?? SmokingWords.Initial, maker?.ShownName ?? Maker.Unnamed, goods, byProducts?.Words,
            await session.TrustIn(artisan, maker, goods, cancellation), await ProvenanceWords.Load(session, cancellation));
    }

    public static Task<IReadOnlyDictionary<PhotoId, Photo>> PhotosOf(this IQuerySession session, IEnumerable<PhotoId> ids,
        CancellationToken cancellation) => session.PhotosBy(ids.Distinct().Take(20), cancellation);
}
