using System.Text.Json;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>All products of artisans in every state, newest first.</summary>
public static class ArtisanProducts
{
    public static Task<IReadOnlyList<Product>> ProductsOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        session.ProductsOf([artisan], cancellation);

    /// <summary>Those that wait for the artisan: not sent to a curator yet, or given back to be corrected.</summary>
    public static Task<IReadOnlyList<Product>> UnfinishedProductsOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        session.QueryAsync<Product>($"where id in (select id from {ProductCard.Table} where data -> 'artisan' ->> 'id' = ? "
            + "and data ->> 'status' in ('draft', 'returned')) order by id desc", cancellation, artisan.Value.ToString());

    /// <summary>How many there are of each state; a state without any is left out.</summary>
    public static async Task<IReadOnlyDictionary<ProductStatus, int>> CountProducts(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        JsonSerializer.Deserialize<Dictionary<ProductStatus, int>>((await session.AdvancedSql.QueryAsync<string>($$"""
            select coalesce(jsonb_object_agg(status, goods), '{}')::text from (
                select data ->> 'status' as status, count(*) as goods from {{ProductCard.Table}}
                where data -> 'artisan' ->> 'id' = ? group by 1) as counted
            """, cancellation, artisan.Value.ToString()))[0])!;

    public static async Task<IReadOnlyList<Product>> ProductsOf(this IQuerySession session,
        IReadOnlyCollection<ArtisanId> artisans, CancellationToken cancellation) => artisans.Count == 0 ? []
        : await session.QueryAsync<Product>($"where id in (select id from {ProductCard.Table} where data -> 'artisan' ->> 'id' = "
            + "any(?)) order by id desc", cancellation, [artisans.Select(x => x.Value.ToString()).ToArray()]);
}
