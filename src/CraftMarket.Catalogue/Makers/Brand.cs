using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>An artisan's brand as everyone may see it.</summary>
/// <param name="Logo">The logo's pictures, smallest first; empty when there is none.</param>
public sealed record Brand(ArtisanId ArtisanId, string Name, string? Story, string? Colour, PhotoId? LogoPhotoId, RegionCode? Village,
    IReadOnlyList<Rendition> Logo);

/// <summary>Reads brands.</summary>
public static class Brands
{
    public static async Task<Brand?> BrandOf(this IQuerySession session, ArtisanId artisan, CancellationToken cancellation) =>
        await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation) is { } maker ? await session.Shown(maker, cancellation) : null;

    internal static async Task<Brand> Shown(this IQuerySession session, Maker maker, CancellationToken cancellation)
    {
        var logo = maker.Logo is { } id ? await session.LoadAsync<Photo>(id, cancellation) : null;
        return new(maker.ArtisanId, maker.ShownName, maker.Story, maker.Colour, maker.Logo, maker.Village, logo?.Renditions ?? []);
    }
}
