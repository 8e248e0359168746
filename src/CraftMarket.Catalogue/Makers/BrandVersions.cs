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
    public static Task<IReadOnlyList<BrandVersion>> BrandVersionsOf(this IQuerySession session, ArtisanId artisan,
        CancellationToken cancellation) =>
        session.VersionsOf(Maker.StreamOf(artisan), cancellation);

    public static Task<IReadOnlyList<BrandVersion>> BrandVersionsOf(this IQuerySession session, GroupId group,
        CancellationToken cancellation) =>
        session.VersionsOf(group.Value, cancellation);

    private static async Task<IReadOnlyList<BrandVersion>> VersionsOf(this IQuerySession session, Guid stream,
        CancellationToken cancellation)
    {
        var events = await session.Events.FetchStreamAsync(stream, token: cancellation);
        var versions = new List<BrandVersion>();
        foreach (var e in events)
            if ((e.Data as BrandChanged ?? (e.Data as GroupBrandChanged)?.Brand) is { } brand)
                versions.Insert(0, new(versions.Count + 1, e.Timestamp, brand, await LogoOf(session, brand, cancellation)));
        return versions;
    }

    private static async Task<string?> LogoOf(IQuerySession session, BrandChanged brand, CancellationToken cancellation) =>
        brand.Logo is { } id && await session.LoadAsync<Photo>(id, cancellation) is { Renditions: [var small, ..] } ? small.Url
            : null;
}
