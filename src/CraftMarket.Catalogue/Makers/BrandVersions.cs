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
        var brands = events.Select(x => (x.Timestamp, Brand: x.Data as BrandChanged ?? (x.Data as GroupBrandChanged)?.Brand))
            .Where(x => x.Brand is not null).ToList();
        var logos = await session.PhotosBy(brands.Select(x => x.Brand!.Logo).OfType<PhotoId>(), cancellation);
        return [.. brands.Select((x, i) => new BrandVersion(i + 1, x.Timestamp, x.Brand!, LogoOf(x.Brand!))).Reverse()];

        string? LogoOf(BrandChanged brand) =>
            brand.Logo is { } id && logos.GetValueOrDefault(id) is { Renditions: [var small, ..] } ? small.Url : null;
    }
}
