using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Keeps pictures of a shop that were painted, so that they are found when it closes, and has them painted again if
/// they no longer show what the shop is.</summary>
/// <param name="Id">The maker's stream, or the group.</param>
/// <param name="Shows">What was painted.</param>
/// <param name="Mark">Code of the village whose mark they show; empty for none.</param>
public sealed record KeepShopPictures(Guid Id, ShopSigns Signs, string Shows, string Mark) : Confidential;

/// <summary>A shop, locked, with what its pictures should show now and those that are kept.</summary>
/// <param name="Over">The shop is closed for good, or the group has ended.</param>
/// <param name="Shows">Null while there should be none.</param>
/// <param name="Again">Draws them anew.</param>
public sealed record ShopNowDue(bool Over, string? Shows, object Again, ShopPictures? Last);

public static class KeepShopPicturesHandler
{
    public static async Task<ShopNowDue> LoadAsync(KeepShopPictures command, IDocumentSession session,
        CancellationToken cancellation)
    {
        if (await session.LoadAsync<MakerGroup>(new GroupId(command.Id), cancellation) is not null)
        {
            var group = (await session.Events.FetchForExclusiveWriting<MakerGroup>(command.Id, cancellation)).Aggregate!;
            return new(group.Ended, (await DrawGroupHandler.ShopOf(session, group, cancellation))?.Shows,
                new DrawGroup(group.Id), await session.LoadAsync<ShopPictures>(command.Id, cancellation));
        }

        var maker = (await session.Events.FetchForExclusiveWriting<Maker>(command.Id, cancellation)).Aggregate!;
        return new(maker.Closed, (await DrawShopHandler.ShopOf(session, maker, cancellation))?.Shows,
            new DrawShop(maker.ArtisanId), await session.LoadAsync<ShopPictures>(command.Id, cancellation));
    }

    public static (IMartenOp, OutgoingMessages) Handle(KeepShopPictures command, ShopNowDue due)
    {
        var painted = new ShopPictures(command.Id, command.Signs.Banner, command.Signs.Wide, command.Signs.Square, command.Shows,
            command.Mark, due.Last?.Addresses);
        // Over while they were painted: what was kept before is forgotten already.
        return due.Over ? (MartenOps.Nothing(), [new DropPictures(painted.Addresses)])
            : (MartenOps.Store(painted), due.Shows is null || due.Shows == command.Shows ? [] : [due.Again]);
    }
}
