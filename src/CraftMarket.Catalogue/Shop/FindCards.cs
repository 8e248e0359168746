using System.Text.Json.Serialization;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Cards of the shop window for pages that show a few of them.</summary>
public static class FindCards
{
    private const int Most = 96;

    private static readonly string Select = $"select jsonb_build_object('card', c.data, 'now', {CardNow.Sql}) {CardNow.From}";

    /// <summary>By the name in its address, in whatever state it is.</summary>
    public static async Task<ProductCard?> CardOf(this IQuerySession session, string slug, CancellationToken cancellation) =>
        (await session.AsShown("where c.data ->> 'slug' = ? limit 1", cancellation, slug)).SingleOrDefault();

    /// <summary>What an artisan has on sale, newest first.</summary>
    public static Task<IReadOnlyList<ProductCard>> CardsOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        session.AsShown($"where c.data #>> '{{artisan,id}}' = ? and {OnSale} {NewestFirst} limit {Most}", cancellation,
            artisan.Value.ToString());

    /// <summary>What is on sale under a group's brand, newest first.</summary>
    public static Task<IReadOnlyList<ProductCard>> CardsOf(this IQuerySession session, GroupId group,
        CancellationToken cancellation) =>
        session.AsShown($"where c.data -> 'group' ->> 'id' = ? and {OnSale} {NewestFirst} limit {Most}", cancellation,
            group.Value.ToString());

    /// <summary>Those of some products that are on sale, in the order asked for.</summary>
    public static async Task<IReadOnlyList<ProductCard>> CardsOnSale(this IQuerySession session,
        IReadOnlyList<ProductId> products, CancellationToken cancellation)
    {
        var ids = products.Select(x => x.Value).Distinct().Take(Most).ToArray();
        var cards = await session.AsShown($"where c.id = any(?) and {OnSale}", cancellation, ids);
        return [.. cards.OrderBy(x => Array.IndexOf(ids, x.Id))];
    }

    /// <summary>Cards by id, in whatever state they are, without marks and as they were listed; an unknown one is left
    /// out.</summary>
    public static Task<IReadOnlyList<ProductCard>> CardsBy(this IQuerySession session, IEnumerable<ProductId> products,
        CancellationToken cancellation) =>
        session.LoadManyAsync<ProductCard>(cancellation, products.Select(x => x.Value).Distinct().ToArray());

    private const string OnSale = $"c.status = '{ProductCard.OnSale}'", NewestFirst = "order by c.data ->> 'listedAt' desc";

    private static async Task<IReadOnlyList<ProductCard>> AsShown(this IQuerySession session, string which,
        CancellationToken cancellation, params object[] parameters) =>
        [.. (await session.AdvancedSql.QueryAsync<Row>($"{Select} {which}", cancellation, parameters))
            .Select(x => x.Now.Join(x.Card))];

    private sealed record Row([property: JsonPropertyName("card")] ProductCard Card,
        [property: JsonPropertyName("now")] CardNow Now);
}
