using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>A member of a group as buyers know her.</summary>
/// <param name="Slug">Her shop's name in its address; null while her brand has no name.</param>
public sealed record GroupMember(ArtisanId Id, string Name, string? Slug);

/// <summary>A group as buyers see it.</summary>
/// <param name="Logo">The logo's pictures, smallest first; empty when there is none.</param>
/// <param name="Pictures">Banner and cards; null until they are drawn.</param>
/// <param name="Goods">What is on sale under its brand, newest first.</param>
public sealed record GroupFront(MakerGroup Group, IReadOnlyList<Rendition> Logo, ShopPictures? Pictures,
    IReadOnlyList<GroupMember> Members, IReadOnlyList<ProductCard> Goods);

/// <summary>How a group looks beside goods under its brand.</summary>
/// <param name="Logo">The logo's pictures, smallest first; empty when there is none.</param>
public sealed record GroupFace(string? Colour, IReadOnlyList<Rendition> Logo);

/// <summary>Reads groups by the name in their address.</summary>
public static class GroupFronts
{
    /// <summary>The group that an address leads to, be it an earlier one, or an id; <see cref="MakerGroup.Slug"/> is the address
    /// it has now.</summary>
    public static async Task<GroupFront?> GroupBySlug(this IQuerySession session, string idOrSlug, CancellationToken cancellation)
    {
        GroupId? id = Guid.TryParse(idOrSlug, out var known) ? new GroupId(known)
            : (await session.LoadAsync<GroupAddress>(idOrSlug, cancellation))?.GroupId;
        return id is { } one && await session.LoadAsync<MakerGroup>(one, cancellation) is { } group
            ? await session.FrontOf(group, cancellation) : null;
    }

    public static async Task<GroupFront> FrontOf(this IQuerySession session, MakerGroup group, CancellationToken cancellation) =>
        new(group, await session.LogoOf(group, cancellation), await session.LoadAsync<ShopPictures>(group.Id.Value, cancellation),
            await session.MembersOf(group.Members, cancellation), await session.CardsOf(group.Id, cancellation));

    public static async Task<GroupFace?> FaceOf(this IQuerySession session, GroupId id, CancellationToken cancellation) =>
        await session.LoadAsync<MakerGroup>(id, cancellation) is { } group
            ? new(group.Brand.Colour, await session.LogoOf(group, cancellation)) : null;

    public static async Task<IReadOnlyList<Rendition>> LogoOf(this IQuerySession session, MakerGroup group,
        CancellationToken cancellation) =>
        group.Brand.Logo is { } id && await session.LoadAsync<Photo>(id, cancellation) is { } photo ? photo.Renditions : [];

    /// <summary>Artisans by their brands, in the given order.</summary>
    public static async Task<IReadOnlyList<GroupMember>> MembersOf(this IQuerySession session, IReadOnlyList<ArtisanId> artisans,
        CancellationToken cancellation)
    {
        var makers = await session.LoadManyAsync<Maker>(cancellation, artisans.Select(Maker.StreamOf));
        return [.. artisans.Select(x => makers.FirstOrDefault(y => y.ArtisanId == x)).OfType<Maker>()
            .Where(x => x is { Closed: false, Paused: false })
            .Select(x => new GroupMember(x.ArtisanId, x.ShownName, x.Slug))];
    }
}
