using CraftMarket.Media;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Draws the banner and the cards of a group anew: after a change of its brand or of the goods under it.</summary>
public sealed record DrawGroup(GroupId GroupId);

public static class DrawGroupHandler
{
    public static async Task<DrawnShop?> LoadAsync(DrawGroup command, IDocumentSession session, ShopPainter painter,
        CancellationToken cancellation)
    {
        // Locked before anything is looked up: whoever draws last has seen the newest brand.
        var stream = await session.Events.FetchForExclusiveWriting<MakerGroup>(command.GroupId.Value, cancellation);
        if (stream.Aggregate is not { Ended: false } group) return null;
        return await session.DrawnAs(command.GroupId.Value, await session.LookOf(group, cancellation), "group",
            command.GroupId.Value, painter, cancellation);
    }

    public static IMartenOp Handle(DrawGroup command, DrawnShop? drawn) => drawn.Kept(command.GroupId.Value);
}

/// <summary>What is drawn anew for a maker's shop may be a change of the goods under the brand of her group too.</summary>
public static class DrawGroupOfMakerHandler
{
    public static async Task<OutgoingMessages> Handle(DrawShop command, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<GroupMembership>(command.ArtisanId.Value, cancellation) is { } membership
            ? [new DrawGroup(membership.GroupId)] : [];
}
