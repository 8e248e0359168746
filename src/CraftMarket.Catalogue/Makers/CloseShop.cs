using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Closes the shop of an artisan who was erased: nothing of it is on sale, and nothing that the person wrote of it is shown.</summary>
public sealed record CloseShop(ArtisanId ArtisanId);

/// <summary>A shop to be closed and all that it ever listed.</summary>
public sealed record ShopToClose(IEventStream<Maker> Maker, IReadOnlyList<ProductId> Products);

public static class CloseShopHandler
{
    public static async Task<ShopToClose> LoadAsync(CloseShop command, IDocumentSession session, CancellationToken cancellation) =>
        new(await session.Events.FetchForExclusiveWriting<Maker>(Maker.StreamOf(command.ArtisanId), cancellation),
            [.. (await session.ProductsOf(command.ArtisanId, cancellation)).Select(x => x.Id)]);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(CloseShop command, ShopToClose shop, DateTimeOffset now)
    {
        IMartenOp[] blanked =
        [
            MartenOps.DeleteWhere<ShopPictures>(x => x.Id == Maker.StreamOf(command.ArtisanId)),
            MartenOps.DeleteWhere<ProductDraft>(x => x.ArtisanId == command.ArtisanId),
            MartenOps.DeleteWhere<OverrideReason>(x => x.ArtisanId == command.ArtisanId),
        ];
        var takenDown = shop.Products.Select(x => new TakeDown(x));
        if (shop.Maker.Aggregate is not { Closed: false } maker) return (blanked, [.. takenDown]);
        var closed = new ShopClosed(now);
        return ([.. blanked, shop.Maker.Write(closed)], [.. takenDown, maker.Apply(closed).Shown(null)]);
    }
}
