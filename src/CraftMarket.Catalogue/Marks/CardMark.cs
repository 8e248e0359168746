using System.Text.Json.Serialization;
using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>The village mark on a card of the shop window. Never stored with the card: it is looked up whenever a card is
/// read.</summary>
/// <param name="Village">The village's name in addresses.</param>
/// <param name="Logo">Address of the smallest picture; null when there is none.</param>
public sealed record CardMark([property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("colour")] string Colour,
    [property: JsonPropertyName("village")] string Village, [property: JsonPropertyName("logo")] string? Logo)
{
    public static CardMark Of(VillageMark mark) =>
        new(mark.Name, mark.Colour, mark.VillageSlug, mark.Logo is [var first, ..] ? first.Url : null);

    /// <summary>SQL for what a card's JSON gains when its maker may use the mark of its village: <c>{"mark": {…}}</c> or
    /// <c>{}</c>. Goods that a curator found made in another village bear none.</summary>
    /// <param name="page">JSON of the product's page, which has the checked origin.</param>
    internal static string Sql(string card, string page) => $$"""
        coalesce((select jsonb_build_object('mark', jsonb_build_object('name', v.data #>> '{Mark,Name}', 'colour',
            v.data #>> '{Mark,Colour}',
                'village', v.data ->> 'Slug', 'logo', (select p.data #>> '{Renditions,0,url}' from {{Photo.Table}} as p
                    where p.id = (v.data #>> '{Mark,Logo}')::uuid)))
            from {{MarkUse.Table}} as u join {{Catalogue.Village.Table}} as v on v.id = (u.data ->> 'VillageId')::uuid
            where u.data ->> 'ArtisanId' = {{card}} #>> '{artisan,id}' and u.data ->> 'Status' = 'given'
                and u.data ->> 'Village' = {{card}} #>> '{village,code}'
                and coalesce({{page}} #>> '{provenance,place,code}', u.data ->> 'Village') = u.data ->> 'Village'), '{}'::jsonb)
        """;
}

/// <summary>Puts village marks on cards that were read without them.</summary>
internal static class MarkedCards
{
    public static async Task<IReadOnlyList<ProductCard>> Marked(this IQuerySession session, IReadOnlyList<ProductCard> cards,
        CancellationToken cancellation)
    {
        var marks = await session.MarksOf(cards.Select(x => new ArtisanId(x.Artisan.Id)), cancellation);
        if (marks.Count == 0) return cards;
        var elsewhere = (await session.QueryAsync<Guid>(MadeElsewhere, cancellation, cards.Select(x => x.Id).ToArray()))
            .ToHashSet();
        return [.. cards.Select(x => marks.TryGetValue(new(x.Artisan.Id), out var mark) && mark.Village.Value == x.Village?.Code
            && !elsewhere.Contains(x.Id)
            ? x with { Mark = CardMark.Of(mark) }
            : x)];
    }

    /// <summary>Those of some cards whose checked origin is another village than their maker's.</summary>
    private const string MadeElsewhere = $$"""
        select c.id from {{ProductCard.Table}} as c join {{ProductPage.Table}} as p on p.id = c.id
        where c.id = any(?) and p.data #>> '{provenance,place,code}' <> c.data #>> '{village,code}'
        """;
}
