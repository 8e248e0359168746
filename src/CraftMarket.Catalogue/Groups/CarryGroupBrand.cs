using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

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

/// <summary>A group's brand and its logo.</summary>
/// <param name="Logo">Null while it is none, or not ready.</param>
public sealed record GroupWithLogo(IEventStream<MakerGroup>? Group, Photo? Logo)
{
    public static readonly GroupWithLogo None = new(null, null);

    internal static async Task<GroupWithLogo> Of(IDocumentSession session, GroupId id, CancellationToken cancellation)
    {
        var group = await session.Events.FetchForExclusiveWriting<MakerGroup>(id.Value, cancellation);
        return group.Aggregate?.Brand.Logo is { } logo && await session.LoadAsync<Photo>(logo, cancellation) is
        { Status: PhotoStatus.Ready } ready ? new(group, ready) : None;
    }

    /// <summary>The logo is ready to be shown.</summary>
    internal (IEnumerable<IMartenOp>, OutgoingMessages) Show() => this is { Group.Aggregate: { } group, Logo: { } logo }
        ? ([Group.Append(group.Shown(logo))], [new CarryGroupBrand(group.Id), new DrawGroup(group.Id)])
        : ([], []);
}

public static class LookAtGroupLogoHandler
{
    public static Task<GroupWithLogo> LoadAsync(LookAtGroupLogo command, IDocumentSession session,
        CancellationToken cancellation) => GroupWithLogo.Of(session, command.GroupId, cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(LookAtGroupLogo command, GroupWithLogo group) => group.Show();
}

/// <summary>A photo was rendered that may be the logo of a group, sent by the member who changed its brand.</summary>
public static class GroupLogoRenderedHandler
{
    public static async Task<GroupWithLogo> LoadAsync(PhotoRendered fact, IDocumentSession session,
        CancellationToken cancellation) =>
        fact.Usable && await session.LoadAsync<Photo>(fact.PhotoId, cancellation) is { Owner.Artisan: { } artisan }
            && await session.GroupOf(artisan, cancellation) is { } group && group.Brand.Logo == fact.PhotoId
            ? await GroupWithLogo.Of(session, group.Id, cancellation) : GroupWithLogo.None;

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(PhotoRendered fact, GroupWithLogo group) => group.Show();
}
