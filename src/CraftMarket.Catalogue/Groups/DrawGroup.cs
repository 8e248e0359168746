using CraftMarket.Media;
using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>Draws the banner and the cards of a group anew: after a change of its brand or of the goods under it.</summary>
public sealed record DrawGroup(GroupId GroupId);

public static class DrawGroupHandler
{
    public static async Task<PaintedShop> LoadAsync(DrawGroup command, IQuerySession session, ShopPainter painter,
        CancellationToken cancellation) =>
        await ShopOf(session, await session.LoadAsync<MakerGroup>(command.GroupId, cancellation), cancellation) is { } shop
            ? await shop.PaintedAsync(session, painter, cancellation) : PaintedShop.Nothing;

    public static OutgoingMessages Handle(DrawGroup command, PaintedShop painted) => painted.ToKeep;

    internal static async Task<ShopToDraw?> ShopOf(IQuerySession session, MakerGroup? group, CancellationToken cancellation) =>
        group is { Ended: false }
            ? await ShopToDraw.Of(session, group.Id.Value, await session.LookOf(group, cancellation), "group", group.Id.Value,
                cancellation)
            : null;
}

/// <summary>What is drawn anew for a maker's shop may be a change of the goods under the brand of her group too.</summary>
public static class DrawGroupOfMakerHandler
{
    public static async Task<OutgoingMessages> Handle(DrawShop command, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<GroupMembership>(command.ArtisanId.Value, cancellation) is { } membership
            ? [new DrawGroup(membership.GroupId)] : [];
}
