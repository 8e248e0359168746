using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>A version of a brand: what it was, and since when.</summary>
/// <param name="Number">1 is the first.</param>
/// <param name="Logo">Address of the logo; null when it had none.</param>
public sealed record BrandVersion(int Number, DateTimeOffset Since, BrandChanged Brand, string? Logo);

/// <summary>All versions that a brand ever had, the newest first.</summary>
public static class BrandVersions
{
    public static async Task<IReadOnlyList<BrandVersion>> BrandVersionsOf(this IQuerySession session, ArtisanId artisan, CancellationToken cancellation)
    {
        var events = await session.Events.FetchStreamAsync(Maker.StreamOf(artisan), token: cancellation);
        var versions = new List<BrandVersion>();
        foreach (var e in events)
            if (e.Data is BrandChanged brand) versions.Insert(0, new(versions.Count + 1, e.Timestamp, brand, await LogoOf(session, brand, cancellation)));
        return versions;
    }

    private static async Task<string?> LogoOf(IQuerySession session, BrandChanged brand, CancellationToken cancellation) =>
        brand.Logo is { } id && await session.LoadAsync<Photo>(id, cancellation) is { Renditions: [var small, ..] } ? small.Url : null;
}
