using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>An artisan's brand as everyone may see it.</summary>
/// <param name="Logo">The logo's pictures, smallest first; empty when there is none.</param>
public sealed record Brand(ArtisanId ArtisanId, string Name, string? Story, string? Colour, PhotoId? LogoPhotoId,
    RegionCode? Village, IReadOnlyList<Rendition> Logo)
{
    public string? StoryEnglish { get; init; }
    public string? Accent { get; init; }
    public string? Tagline { get; init; }
    public string? CareNote { get; init; }

    /// <summary>The shop's name in its address; null while the brand has no name.</summary>
    public string? Slug { get; init; }

    /// <summary>The shop is closed for good; nothing of it may be shown.</summary>
    public bool Closed { get; init; }

    /// <summary>The shop is closed for the time being; nothing of it may be shown.</summary>
    public bool Paused { get; init; }

    public int Version { get; init; }

    public string? StoryIn(string language) => language == "en" ? StoryEnglish ?? Story : Story;
}

/// <summary>Reads brands.</summary>
public static class Brands
{
    public static async Task<Brand?> BrandOf(this IQuerySession session, ArtisanId artisan, CancellationToken cancellation) =>
        await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation) is { } maker
            ? await session.Shown(maker, cancellation) : null;

    /// <summary>Of many artisans at once, however many they are; who has none is left out.</summary>
    internal static async Task<IReadOnlyList<Brand>> BrandsOf(this IQuerySession session, IEnumerable<ArtisanId> artisans,
        CancellationToken cancellation)
    {
        var makers = await session.LoadManyAsync<Maker>(cancellation, artisans.Select(Maker.StreamOf));
        var logos = await session.QueryAsync<Photo>("where id = any(?)", cancellation, makers.Select(x => x.Logo)
            .OfType<PhotoId>().Select(x => x.Value).ToArray());
        return [.. makers.Select(x => Of(x, logos.FirstOrDefault(y => y.Id == x.Logo)))];
    }

    internal static async Task<Brand> Shown(this IQuerySession session, Maker maker, CancellationToken cancellation) =>
        Of(maker, maker.Logo is { } id ? await session.LoadAsync<Photo>(id, cancellation) : null);

    private static Brand Of(Maker maker, Photo? logo) =>
        new(maker.ArtisanId, maker.ShownName, maker.Story, maker.Colour, maker.Logo, maker.Village, logo?.Renditions ?? [])
        {
            StoryEnglish = maker.StoryEnglish,
            Accent = maker.Accent,
            Tagline = maker.Tagline,
            CareNote = maker.CareNote,
            Slug = maker.Slug,
            Closed = maker.Closed,
            Paused = maker.Paused,
            Version = maker.BrandVersion,
        };
}
