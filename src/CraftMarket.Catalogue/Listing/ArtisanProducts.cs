using Marten;

namespace CraftMarket.Catalogue;

/// <summary>All products of artisans in every state, newest first.</summary>
public static class ArtisanProducts
{
    public static Task<IReadOnlyList<Product>> ProductsOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        session.ProductsOf([artisan], cancellation);

    public static async Task<IReadOnlyList<Product>> ProductsOf(this IQuerySession session,
        IReadOnlyCollection<ArtisanId> artisans, CancellationToken cancellation) => artisans.Count == 0 ? []
        : await session.QueryAsync<Product>($"where id in (select id from {ProductCard.Table} where data -> 'artisan' ->> 'id' = "
            + "any(?)) order by id desc", cancellation, [artisans.Select(x => x.Value.ToString()).ToArray()]);
}
