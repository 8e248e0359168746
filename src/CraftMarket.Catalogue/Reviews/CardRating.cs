using System.Text.Json.Serialization;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Stars on a card of the shop window. Never stored with the card: they are counted whenever a card is read, so a hidden
/// review weighs nothing from that moment on.</summary>
public static class CardRating
{
    /// <summary>SQL for what a card's JSON gains, for <c>c</c>, the card: <c>{"rating": {…}}</c>, or <c>{}</c> while nobody
    /// wrote.</summary>
    internal static readonly string Sql = $$"""
        (select case when x.rating ->> 'count' = '0' then '{}'::jsonb else jsonb_build_object('rating', x.rating) end
            from (select {{Rating.Sql}} as rating) as x)
        """;

    /// <summary>Puts stars on cards that were read without them.</summary>
    internal static async Task<IReadOnlyList<ProductCard>> Rated(this IQuerySession session, IReadOnlyList<ProductCard> cards,
        CancellationToken cancellation)
    {
        if (cards.Count == 0) return cards;
        var told = (await session.AdvancedSql.QueryAsync<Rated>($"select jsonb_build_object('id', c.id) || {Sql} from "
            + $"unnest(?) as c(id)", cancellation, cards.Select(x => x.Id).ToArray())).ToDictionary(x => x.Id, x => x.Rating);
        return [.. cards.Select(x => x with { Rating = told[x.Id] })];
    }
}

/// <summary>What buyers think of one product.</summary>
/// <param name="Rating">Null while nobody wrote.</param>
public sealed record Rated([property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("rating")] Rating? Rating = null);
