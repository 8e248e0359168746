using System.Text.Json.Serialization;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>The village mark on a card of the shop window. Never stored with the card: it is looked up whenever a card is read.</summary>
/// <param name="Village">The village's name in addresses.</param>
/// <param name="Logo">Address of the smallest picture; null when there is none.</param>
public sealed record CardMark([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("colour")] string Colour,
    [property: JsonPropertyName("village")] string Village, [property: JsonPropertyName("logo")] string? Logo)
{
    public static CardMark Of(VillageMark mark) => new(mark.Name, mark.Colour, mark.VillageSlug, mark.Logo is [var first, ..] ? first.Url : null);

    /// <summary>SQL for what a card's JSON gains when its maker may use the mark of its village: <c>{"mark": {…}}</c> or <c>{}</c>.</summary>
    internal static string Sql(string card) => $$"""
        coalesce((select jsonb_build_object('mark', jsonb_build_object('name', v.data #>> '{Mark,Name}', 'colour', v.data #>> '{Mark,Colour}',
                'village', v.data ->> 'Slug', 'logo', (select p.data #>> '{Renditions,0,url}' from market.mt_doc_photo as p
                    where p.id = (v.data #>> '{Mark,Logo}')::uuid)))
            from market.mt_doc_markuse as u join market.mt_doc_village as v on v.id = (u.data ->> 'VillageId')::uuid
            where u.data ->> 'ArtisanId' = {{card}} #>> '{artisan,id}' and u.data ->> 'Status' = 'given'
                and u.data ->> 'Village' = {{card}} #>> '{village,code}'), '{}'::jsonb)
        """;
}

/// <summary>Puts village marks on cards that were read without them.</summary>
internal static class MarkedCards
{
    public static async Task<IReadOnlyList<ProductCard>> Marked(this IQuerySession session, IReadOnlyList<ProductCard> cards, CancellationToken cancellation)
    {
        var marks = await session.MarksOf(cards.Select(x => new ArtisanId(x.Artisan.Id)), cancellation);
        return marks.Count == 0 ? cards : [.. cards.Select(x => marks.TryGetValue(new(x.Artisan.Id), out var mark) && mark.Village.Value == x.Village?.Code
            ? x with { Mark = CardMark.Of(mark) }
            : x)];
    }
}
