using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>The mark of a village as pages, labels and share cards show it.</summary>
/// <param name="VillageSlug">The village's name in addresses.</param>
/// <param name="Logo">The logo's pictures, smallest first; empty when there is none.</param>
/// <param name="LogoContent">Content of the logo's original, for painters; null when there is none.</param>
public sealed record VillageMark(string Name, string Colour, string Accent, RegionCode Village, string VillageSlug,
    string VillageName, IReadOnlyList<Rendition> Logo, string? LogoContent);

/// <summary>Says whose goods may show a village mark now. Asked whenever something is shown or drawn, so a withdrawal counts at
/// once.</summary>
public static class Marks
{
    /// <summary>Whether the mark of a village may stand on goods: they come from there, and no curator found them made
    /// elsewhere.</summary>
    /// <param name="home">The village that they are sold from.</param>
    /// <param name="origin">Where a curator found them made; null when no curator did.</param>
    internal static bool MayBear(RegionCode? home, RegionCode? origin, RegionCode mark) =>
        home == mark && (origin ?? mark) == mark;

    /// <summary>The mark that an artisan may use now; null when there is none.</summary>
    public static async Task<VillageMark?> MarkOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        (await session.MarksOf([artisan], cancellation)).GetValueOrDefault(artisan);

    /// <summary>The marks that these artisans may use now, by artisan; who has none is left out.</summary>
    public static async Task<IReadOnlyDictionary<ArtisanId, VillageMark>> MarksOf(this IQuerySession session,
        IEnumerable<ArtisanId> artisans, CancellationToken cancellation)
    {
        var ids = artisans.Distinct().Select(x => MarkUseId.Of(x).Value).ToArray();
        var held = await session.QueryAsync<MarkUse>("where id = any(?) and data ->> 'Status' = 'given'", cancellation, ids);
        var villages = await session.QueryAsync<Village>("where id = any(?)", cancellation,
            [held.Select(x => x.VillageId.Value).Distinct().ToArray()]);
        var logos = await session.PhotosBy(villages.Select(x => x.Mark.Logo).OfType<PhotoId>(), cancellation);
        var marks = villages.ToDictionary(x => x.Id,
            x => MarkOf(x, x.Mark.Logo is { } logo ? logos.GetValueOrDefault(logo) : null));
        return held.Where(x => marks.ContainsKey(x.VillageId)).ToDictionary(x => x.ArtisanId, x => marks[x.VillageId]);
    }

    /// <summary>The village of an artisan; null when the office has not opened it.</summary>
    public static async Task<Village?> HomeOf(this IQuerySession session, ArtisanId artisan, CancellationToken cancellation) =>
        await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation) is { Village: { } home }
            ? await session.LoadAsync<Village>(VillageId.Of(home), cancellation) : null;

    /// <summary>The rules of a village's mark in one of their editions; null when there was no such edition.</summary>
    public static async Task<MarkRules?> MarkRulesOf(this IQuerySession session, VillageId village, int edition,
        CancellationToken cancellation) =>
        (await session.Events.FetchStreamAsync(village.Value, token: cancellation)).Select(x => x.Data)
            .OfType<VillageMarkRulesIssued>()
            .Where(x => x.Number == edition).Select(x => new MarkRules(x.Number, x.Rules, x.At)).FirstOrDefault();

    /// <summary>A village's mark itself, whoever uses it.</summary>
    public static async Task<VillageMark> MarkOf(this IQuerySession session, Village village,
        CancellationToken cancellation) =>
        MarkOf(village, village.Mark.Logo is { } id ? await session.LoadAsync<Photo>(id, cancellation) : null);

    private static VillageMark MarkOf(Village village, Photo? logo) =>
        new(village.Mark.Name, village.Mark.Colour, village.Mark.Accent, village.Code, village.Slug, village.Name,
            logo?.Renditions ?? [], logo is { Status: PhotoStatus.Ready } ? logo.Content : null);
}
