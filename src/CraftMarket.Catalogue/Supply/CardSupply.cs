using Marten;

namespace CraftMarket.Catalogue;

/// <summary>What is free, on a card of the shop window. Never stored with the card: it changes with every sale and is looked up
/// whenever a card is read. A card by itself says what was there when it was listed.</summary>
internal static class CardSupply
{
    /// <summary>SQL for a card's JSON with what is free now.</summary>
    public static string Sql(string card) => $$"""
        ({{card}} || case when {{card}} ? 'variants' then (
                select jsonb_build_object('variants', jsonb_agg(k.kind order by k.place),
                    'available',
                        case when bool_and(k.kind ->> 'available' is not null) then sum((k.kind ->> 'available')::int) end)
                from (select v.place, v.kind || {{Free("(v.kind ->> 'id')::uuid", card)}} as kind
                    from jsonb_array_elements({{card}} -> 'variants') with ordinality as v(kind, place)) as k)
            else {{Free($"({card} ->> 'id')::uuid", card)}} end)
        """;

    /// <summary>Puts what is free on cards that were read without it.</summary>
    public static async Task<IReadOnlyList<ProductCard>> Supplied(this IQuerySession session, IReadOnlyList<ProductCard> cards,
        CancellationToken cancellation)
    {
        var articles = cards.SelectMany(x => x.Variants is { } kinds ? kinds.Select(y => y.Id) : [x.Id]).ToArray();
        var told = (await session.LoadManyAsync<ArticleSupply>(cancellation, articles)).ToDictionary(x => x.Id, x => x.Free);
        return [.. cards.Select(x => x.Supplied(told))];
    }

    /// <summary>What was made to order a moment ago has no count yet, and nothing is sold from stock that nobody
    /// counted.</summary>
    private static string Free(string id, string card) => $$"""
        coalesce((select jsonb_build_object('available', coalesce(nullif(s.data -> 'Free', 'null'::jsonb), case
            when {{card}} ->> 'leadTimeDays' is null then '0'::jsonb end))
            from {{ArticleSupply.Table}} as s where s.id = {{id}}), '{}'::jsonb)
        """;
}
