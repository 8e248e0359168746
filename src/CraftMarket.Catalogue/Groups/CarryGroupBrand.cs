using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>Carries a group's new name and looks to all products under its brand.</summary>
public sealed record CarryGroupBrand(GroupId GroupId);

public static class CarryGroupBrandHandler
{
    public static async Task<OutgoingMessages> Handle(CarryGroupBrand command, IQuerySession session,
        CancellationToken cancellation) =>
        [.. (await session.ProductsOf(command.GroupId, cancellation)).Select(x => new CarryBrandTo(x.Id))];
}

/// <summary>Looks whether a group's logo has become ready between reading and writing the brand.</summary>
public sealed record LookAtGroupLogo(GroupId GroupId);

public static class LookAtGroupLogoHandler
{
    public static async Task<OutgoingMessages> Handle(LookAtGroupLogo command, IQuerySession session,
        CancellationToken cancellation) =>
        await session.LoadAsync<MakerGroup>(command.GroupId, cancellation) is { Brand.Logo: { } logo } group
            && await session.LoadAsync<Photo>(logo, cancellation) is { Status: PhotoStatus.Ready } photo
            ? [group.Shown(photo), new CarryGroupBrand(group.Id), new DrawGroup(group.Id)]
            : [];
}

/// <summary>The logo of a group is ready to be shown, sent by the member who changed its brand.</summary>
public static class GroupLogoRenderedHandler
{
    public static async Task<OutgoingMessages> Handle(PhotoRendered fact, IQuerySession session, CancellationToken cancellation)
    {
        if (!fact.Usable
            || await session.LoadAsync<Photo>(fact.PhotoId, cancellation) is not { Owner.Artisan: { } artisan } photo) return [];
        return await session.GroupOf(artisan, cancellation) is { } group && group.Brand.Logo == fact.PhotoId
            ? [group.Shown(photo), new CarryGroupBrand(group.Id), new DrawGroup(group.Id)]
            : [];
    }
}
