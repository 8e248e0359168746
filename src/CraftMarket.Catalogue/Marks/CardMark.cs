using System.Text.Json.Serialization;
using CraftMarket.Media;

namespace CraftMarket.Catalogue;

/// <summary>The village mark on a card of the shop window. Never stored with the card: it is looked up whenever a card is read
/// (<see cref="CardNow"/>).</summary>
/// <param name="Village">The village's name in addresses.</param>
/// <param name="Logo">Address of the smallest picture; null when there is none.</param>
public sealed record CardMark([property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("colour")] string Colour,
    [property: JsonPropertyName("village")] string Village, [property: JsonPropertyName("logo")] string? Logo)
{
    public static CardMark Of(VillageMark mark) =>
        new(mark.Name, mark.Colour, mark.VillageSlug, mark.Logo is [var first, ..] ? first.Url : null);
}

/// <summary>A maker's leave to use the mark of a village, with the mark.</summary>
/// <param name="Mark">Null when the office has not opened the village.</param>
internal sealed record CardMarkUse([property: JsonPropertyName("status")] MarkStatus Status,
    [property: JsonPropertyName("village")] RegionCode Village, [property: JsonPropertyName("mark")] CardMark? Mark)
{
    /// <summary>SQL of it for <c>c</c>, a card.</summary>
    internal const string Sql = $$"""
        (select jsonb_build_object('status', u.data -> 'Status', 'village', u.data -> 'Village', 'mark',
            case when v.id is not null then jsonb_build_object('name', v.data #>> '{Mark,Name}', 'colour',
                v.data #>> '{Mark,Colour}', 'village', v.data ->> 'Slug', 'logo',
                (select o.data #>> '{Renditions,0,url}' from {{Photo.Table}} as o where o.id = (v.data #>> '{Mark,Logo}')::uuid))
            end)
            from {{MarkUse.Table}} as u left join {{Catalogue.Village.Table}} as v on v.data ->> 'Code' = u.data ->> 'Village'
            where u.data ->> 'ArtisanId' = c.data #>> '{artisan,id}')
        """;
}
