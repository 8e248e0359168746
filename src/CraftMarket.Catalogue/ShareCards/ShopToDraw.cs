using System.Text.Json;
using CraftMarket.Media;
using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>What banner and cards of a shop show, be it a maker's or a group's.</summary>
/// <param name="Id">What the pictures are kept under.</param>
/// <param name="Shows">Names what they show; the same is not drawn twice.</param>
internal sealed record ShopToDraw(Guid Id, ShopSign Sign, string Shows, string Mark)
{
    /// <param name="whose"><c>artisan</c> or <c>group</c>, as the goods' cards call it.</param>
    public static async Task<ShopToDraw> Of(IQuerySession session, Guid id, MakerLook look, string whose, Guid owner,
        CancellationToken cancellation)
    {
        var (maker, mark) = (look.OnShop, DrawnMark.Of(look.MarkOnShop));
        var photos = await NewestPhotos(session, whose, owner, cancellation);
        string?[] shown = [maker.Name, maker.Tagline, maker.Colour, maker.Accent, maker.Logo, maker.Place, maker.Seal?.Name,
            maker.Seal?.Colour, maker.Seal?.Logo, mark, .. photos];
        return new(id, new(maker, photos), JsonSerializer.Serialize(shown), mark);
    }

    /// <summary>Paints them, unless those that are kept show the same.</summary>
    public async Task<PaintedShop> PaintedAsync(IQuerySession session, ShopPainter painter, CancellationToken cancellation) =>
        (await session.LoadAsync<ShopPictures>(Id, cancellation))?.Shows == Shows ? PaintedShop.Nothing
            : new([new KeepShopPictures(Id, await painter.PaintAsync(Sign, cancellation), Shows, Mark)]);

    /// <summary>The first photo of each of the newest goods on sale.</summary>
    private static async Task<IReadOnlyList<string>> NewestPhotos(IQuerySession session, string whose, Guid owner,
        CancellationToken cancellation)
    {
        var newest = $"""
            where id in (select id from {ProductCard.Table} where data -> '{whose}' ->> 'id' = ?
                and status = '{ProductCard.OnSale}'
                and data ->> 'photo' is not null order by id desc limit 3) order by id desc
            """;
        var first = (await session.QueryAsync<Product>(newest, cancellation, owner.ToString()))
            .Where(x => x.Pictures.Count > 0).Select(x => x.Pictures[0].PhotoId).ToList();
        var photos = await session.PhotosBy(first, cancellation);
        return [.. first.Where(photos.ContainsKey).Select(x => photos[x].Content)];
    }
}

/// <summary>Pictures just painted, to be kept; none when there was nothing to paint.</summary>
public sealed record PaintedShop(OutgoingMessages ToKeep)
{
    public static PaintedShop Nothing => new([]);
}
