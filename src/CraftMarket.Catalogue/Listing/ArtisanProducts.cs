using Marten;

namespace CraftMarket.Catalogue;

/// <summary>All products of one artisan in every state, newest first.</summary>
public static class ArtisanProducts
{
    public static Task<IReadOnlyList<Product>> ProductsOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        session.QueryAsync<Product>($"where id in (select id from {ProductCard.Table} where data -> 'artisan' ->> 'id' = "
            + "?) order by id desc", cancellation, artisan.Value.ToString());
}
