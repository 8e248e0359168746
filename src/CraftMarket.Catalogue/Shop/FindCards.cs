using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Cards of the shop window for pages that show a few of them.</summary>
public static class FindCards
{
    private const int Most = 96;

    /// <summary>By the name in its address, in whatever state it is.</summary>
    public static async Task<ProductCard?> CardOf(this IQuerySession session, string slug, CancellationToken cancellation) =>
        (await session.AsShown(await session.QueryAsync<ProductCard>("where data ->> 'slug' = ? limit 1", cancellation, slug),
            cancellation)).SingleOrDefault();

    /// <summary>What an artisan has on sale, newest first.</summary>
    public static async Task<IReadOnlyList<ProductCard>> CardsOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        await session.AsShown(await session.QueryAsync<ProductCard>(
            $"where data #>> '{{artisan,id}}' = ? and data ->> 'status' = ? order by data ->> 'listedAt' desc limit {Most}",
            cancellation, artisan.Value.ToString(), ProductCard.OnSale), cancellation);

    /// <summary>What is on sale under a group's brand, newest first.</summary>
    public static async Task<IReadOnlyList<ProductCard>> CardsOf(this IQuerySession session, GroupId group,
        CancellationToken cancellation) =>
        await session.AsShown(await session.QueryAsync<ProductCard>(
            $"where data -> 'group' ->> 'id' = ? and data ->> 'status' = ? order by data ->> 'listedAt' desc limit {Most}",
            cancellation, group.Value.ToString(), ProductCard.OnSale), cancellation);

    /// <summary>The newest others on sale under the brand that a product is sold under: its group's, or its maker's
    /// own.</summary>
    public static async Task<IReadOnlyList<ProductCard>> OthersOfItsBrand(this IQuerySession session, ProductCard card, int most,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        var (brand, id) = card.Group is { } group ? ("data -> 'group' ->> 'id' = ?", group.Id)
            : ("data #>> '{artisan,id}' = ? and data ->> 'group' is null", card.Artisan.Id);
        return await session.AsShown(await session.QueryAsync<ProductCard>(
            $"where {brand} and data ->> 'status' = ? and id <> ? order by data ->> 'listedAt' desc limit ?", cancellation,
            id.ToString(), ProductCard.OnSale, card.Id, most), cancellation);
    }

    /// <summary>Those of some products that are on sale, in the order asked for.</summary>
    public static async Task<IReadOnlyList<ProductCard>> CardsOnSale(this IQuerySession session,
        IReadOnlyList<ProductId> products, CancellationToken cancellation)
    {
        var ids = products.Select(x => x.Value).Distinct().Take(Most).ToArray();
        var cards = await session.AsShown(await session.QueryAsync<ProductCard>("where id = any(?) and data ->> 'status' = ?",
            cancellation, ids, ProductCard.OnSale), cancellation);
        return [.. cards.OrderBy(x => Array.IndexOf(ids, x.Id))];
    }

    /// <summary>Cards by id, in whatever state they are, without marks and as they were listed; an unknown one is left
    /// out.</summary>
    public static Task<IReadOnlyList<ProductCard>> CardsBy(this IQuerySession session, IEnumerable<ProductId> products,
        CancellationToken cancellation) =>
        session.LoadManyAsync<ProductCard>(cancellation, products.Select(x => x.Value).Distinct().ToArray());

    private static async Task<IReadOnlyList<ProductCard>> AsShown(this IQuerySession session, IReadOnlyList<ProductCard> cards,
        CancellationToken cancellation) =>
        await session.Rated(await session.Marked(await session.Supplied(cards, cancellation), cancellation), cancellation);
}
