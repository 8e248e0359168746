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
        OutgoingMessages told = [.. shop.Products.Select(x => new TakeDown(x))];
        if (shop.Maker.Aggregate is { Closed: false } maker)
        {
            var closed = new ShopClosed(now);
            shop.Maker.AppendOne(closed);
            told.Add(maker.Apply(closed).Shown(null));
        }

        return ([MartenOps.DeleteWhere<ShopPictures>(x => x.Id == Maker.StreamOf(command.ArtisanId)), MartenOps.DeleteWhere<ProductDraft>(x => x.ArtisanId == command.ArtisanId)], told);
    }
}
