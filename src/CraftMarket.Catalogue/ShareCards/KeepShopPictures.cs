using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Keeps pictures of a shop that were painted, if they still show what the shop is.</summary>
/// <param name="Id">The maker's stream, or the group.</param>
/// <param name="Shows">What was painted.</param>
/// <param name="Mark">Code of the village whose mark they show; empty for none.</param>
public sealed record KeepShopPictures(Guid Id, ShopSigns Signs, string Shows, string Mark) : Confidential;

/// <summary>A shop, locked, with what its pictures should show now and those that are kept.</summary>
/// <param name="Shows">Null where there should be none.</param>
/// <param name="Again">Draws them anew.</param>
public sealed record ShopNowDue(string? Shows, object Again, ShopPictures? Last);

public static class KeepShopPicturesHandler
{
    public static async Task<ShopNowDue> LoadAsync(KeepShopPictures command, IDocumentSession session,
        CancellationToken cancellation)
    {
        var last = await session.LoadAsync<ShopPictures>(command.Id, cancellation);
        if (await session.LoadAsync<MakerGroup>(new GroupId(command.Id), cancellation) is not null)
        {
            var group = (await session.Events.FetchForExclusiveWriting<MakerGroup>(command.Id, cancellation)).Aggregate!;
            return new((await DrawGroupHandler.ShopOf(session, group, cancellation))?.Shows, new DrawGroup(group.Id), last);
        }

        var maker = (await session.Events.FetchForExclusiveWriting<Maker>(command.Id, cancellation)).Aggregate!;
        return new((await DrawShopHandler.ShopOf(session, maker, cancellation))?.Shows, new DrawShop(maker.ArtisanId), last);
    }

    public static (IMartenOp, OutgoingMessages) Handle(KeepShopPictures command, ShopNowDue due)
    {
        var signs = command.Signs;
        // Closed while they were painted: nothing that its maker wrote is shown any more.
        if (due.Shows is null) return (MartenOps.Nothing(), [new DropPictures([signs.Banner, signs.Wide, signs.Square])]);
        if (due.Shows != command.Shows) return (MartenOps.Nothing(), [due.Again]);
        IReadOnlyList<string>? earlier = due.Last is { } last
            ? [.. new[] { last.Banner, last.Card, last.Square }.Union(last.Earlier ?? [])] : null;
        return (MartenOps.Store(new ShopPictures(command.Id, signs.Banner, signs.Wide, signs.Square, command.Shows, command.Mark,
            earlier)), []);
    }
}
