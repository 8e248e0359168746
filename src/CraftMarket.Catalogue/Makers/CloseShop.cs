using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Closes the shop of an artisan who was erased: nothing of it is on sale, and nothing that the person wrote of it is
/// shown.</summary>
public sealed record CloseShop(ArtisanId ArtisanId);

/// <summary>A shop to be closed, all that it ever listed, and its pictures.</summary>
/// <param name="Photos">All that the artisan ever sent, but for the logo that a group of others goes on with: it is the
/// group's.</param>
public sealed record ShopToClose(IEventStream<Maker> Maker, IReadOnlyList<ProductId> Products, ShopPictures? Pictures,
    IReadOnlyList<PhotoId> Photos);

public static class CloseShopHandler
{
    private const string OwnPhotos = $"""
        where data ->> 'Owner' = ? and not exists (select from {MakerGroup.Table} as g
            where g.data -> 'Brand' ->> 'Logo' = d.id::text
            and jsonb_array_length((g.data -> 'Members') - ?::text) > 0)
        """;

    public static async Task<ShopToClose> LoadAsync(CloseShop command, IDocumentSession session,
        CancellationToken cancellation) =>
        new(await session.Events.FetchForExclusiveWriting<Maker>(Maker.StreamOf(command.ArtisanId), cancellation),
            [.. (await session.ProductsOf(command.ArtisanId, cancellation)).Select(x => x.Id)],
            await session.LoadAsync<ShopPictures>(Maker.StreamOf(command.ArtisanId), cancellation),
            [.. (await session.QueryAsync<Photo>(OwnPhotos, cancellation, command.ArtisanId.Value.ToString(),
                command.ArtisanId.Value.ToString())).Select(x => x.Id)]);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(CloseShop command, ShopToClose shop, DateTimeOffset now)
    {
        IMartenOp[] blanked =
        [
            MartenOps.DeleteWhere<ShopPictures>(x => x.Id == Maker.StreamOf(command.ArtisanId)),
            MartenOps.DeleteWhere<ProductDraft>(x => x.ArtisanId == command.ArtisanId),
            MartenOps.DeleteWhere<OverrideReason>(x => x.ArtisanId == command.ArtisanId),
        ];
        OutgoingMessages told =
        [
            .. shop.Products.Select(x => new TakeDown(x)), .. shop.Photos.Select(x => new ErasePhoto(x)),
            new DropUploadsOf(command.ArtisanId),
        ];
        if (shop.Pictures is { } drawn)
            told.Add(new DropPictures(drawn.Addresses));
        if (shop.Maker.Aggregate is not { Closed: false } maker) return (blanked, told);
        var closed = new ShopClosed(now);
        return ([.. blanked, shop.Maker.Append(closed, maker.Apply(closed).Shown(null))], told);
    }
}
