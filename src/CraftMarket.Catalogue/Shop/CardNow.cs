using System.Text.Json.Serialization;

namespace CraftMarket.Catalogue;

/// <summary>What a listing shows that is never stored with its card, as it is at this moment: what is free of it, the village
/// mark, what buyers think of it. Every reader joins it here, so that a sale, a withdrawn mark or a hidden review is seen
/// everywhere at once.</summary>
/// <param name="Free">What Ordering last told, by product or by size and colour; null when it told nothing yet.</param>
/// <param name="Use">The maker's leave to use a village mark; null when nobody asked for one.</param>
/// <param name="Origin">The village where a curator found it made; null when no curator did.</param>
internal sealed record CardNow(
    [property: JsonPropertyName("free")] IReadOnlyDictionary<Guid, int?>? Free,
    [property: JsonPropertyName("use")] CardMarkUse? Use,
    [property: JsonPropertyName("origin")] RegionCode? Origin,
    [property: JsonPropertyName("rating")] Rating Rating)
{
    /// <summary>Where cards are read, with their pages.</summary>
    internal const string From = $"from {ProductCard.Table} as c join {ProductPage.Table} as p on p.id = c.id";

    /// <summary>SQL of it for <c>c</c>, a card, and <c>p</c>, its page. It only looks up; the rules are below.</summary>
    internal static readonly string Sql = $$"""
        jsonb_build_object(
            'free', (select jsonb_object_agg(s.data ->> 'ArticleId', s.data -> 'Free') from {{ArticleSupply.Table}} as s
                where (s.data ->> 'ArticleId')::uuid = any(
                    c.id || array(select (v ->> 'id')::uuid from jsonb_array_elements(c.data -> 'variants') as v))),
            'use', {{CardMarkUse.Sql}},
            'origin', p.data #> '{provenance,place,code}',
            'rating', {{Rating.Sql}})
        """;

    /// <summary>The card as it is shown.</summary>
    public ProductCard Join(ProductCard card) => (Free is null ? card : card.Supplied(Free)) with
    {
        Plain = null,
        Mark = card.Village is { } village && Use is { Status: MarkStatus.Given, Mark: { } mark }
            && Marks.MayBear(RegionCode.Parse(village.Code), Origin, Use.Village) ? mark : null,
        Rating = Rating.Count > 0 ? Rating : null,
    };
}
