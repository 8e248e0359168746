using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Storefront;

namespace CraftMarket.Web.Villages;

/// <summary>A village as everyone may see it.</summary>
internal sealed record VillageReply(string Code, string Name, string Slug, string Regency, bool Pilot, IdentityReply? Identity,
    MarkReply? Mark,
    IReadOnlyList<ViewReply> Gallery, StageReply? Stage, IReadOnlyList<StageReply> Stages, PlaceReply? Place, VisitReply? Visit,
    IReadOnlyList<MakerReply> Makers, IReadOnlyList<VillageGroupReply> Groups, IReadOnlyList<ProductCard> Products)
{
    public static VillageReply Of(VillagePage page, IReadOnlyList<ProductCard> products)
    {
        var village = page.Village;
        StageReply[] stages = [.. page.Stages.Select(x => new StageReply(x.Stage.Id, TwoLanguages.Of(x.Stage.Name), x.On))];
        return new(page.Region.Code.Value, page.Name, page.Slug, Regions.NameOf(page.Region.Code.Regency), village?.Pilot == true,
            village is null ? null
                : new(TwoLanguages.Of(village.Tagline), TwoLanguages.Of(village.Story), TwoLanguages.Of(village.Character),
                village.Mark.Colour, village.Mark.Accent),
            page.Mark is { } mark ? new(mark.Name, mark.Colour, mark.Accent, mark.Logo, RulesReply.Of(village?.Rules)) : null,
            [.. page.Gallery.Select(x => new ViewReply(TwoLanguages.Of(x.Description), x.Renditions))],
            stages is [.., var last] ? last : null, stages,
            village?.Place is { } place
                ? new(TwoLanguages.Of(place.Directions), place.Latitude, place.Longitude, MapLink.Of(place)) : null,
            village is { Hours.Indonesian.Length: > 0 } || page.Contact is not null
                ? new(TwoLanguages.Of(village?.Hours ?? Wording.Nothing), page.Contact?.Office, page.Contact?.Phone) : null,
            [.. page.Makers.Select(x =>
                new MakerReply(x.Brand.ArtisanId.Value, x.Brand.Name, x.Brand.Story, x.Brand.Colour, x.Brand.Logo, x.Products,
                x.Marked))],
            [.. page.Groups.Select(x =>
                new VillageGroupReply(x.Group.Id.Value, x.Group.Name, x.Group.Slug, x.Group.Brand.Tagline, x.Group.Members.Count,
                x.Products))],
            products);
    }
}

/// <param name="Character">What is made here as nowhere else.</param>
internal sealed record IdentityReply(TwoLanguages Tagline, TwoLanguages Story, TwoLanguages Character, string Colour,
    string Accent);

internal sealed record MarkReply(string Name, string Colour, string Accent, IReadOnlyList<Rendition> Logo, RulesReply? Rules);

internal sealed record RulesReply(int Number, TwoLanguages Text, DateTimeOffset IssuedAt)
{
    public static RulesReply? Of(MarkRules? rules) => rules is null ? null
        : new(rules.Number, TwoLanguages.Of(rules.Text), rules.At);
}

internal sealed record ViewReply(TwoLanguages Description, IReadOnlyList<Rendition> Renditions);

internal sealed record StageReply(string Id, TwoLanguages Name, DateOnly On);

internal sealed record PlaceReply(TwoLanguages Directions, double? Latitude, double? Longitude, string? Map);

/// <param name="Contact">A public office.</param>
internal sealed record VisitReply(TwoLanguages Hours, string? Contact, string? Phone);

internal sealed record MakerReply(Guid Id, string Name, string? Story, string? Colour, IReadOnlyList<Rendition> Logo,
    int Products, bool Marked);

/// <param name="Members">Makers in it.</param>
/// <param name="Products">Products on sale under its brand that are made in the village.</param>
internal sealed record VillageGroupReply(Guid Id, string Name, string Slug, string? Tagline, int Members, int Products);

/// <summary>Where a map of a place is to be seen.</summary>
internal static class MapLink
{
    public static string? Of(MapPlace place) => place is { Latitude: { } north, Longitude: { } east }
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"https://www.openstreetmap.org/?mlat={north:0.#####}&mlon={east:0.#####}#map=15/{north:0.#####}/{east:0.#####}")
        : null;
}
