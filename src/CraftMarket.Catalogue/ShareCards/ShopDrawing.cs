using System.Text.Json;
using CraftMarket.Media;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Draws banner and cards of a shop, be it a maker's or a group's.</summary>
internal static class ShopDrawing
{
    /// <param name="id">What the pictures are kept under.</param>
    /// <param name="whose"><c>artisan</c> or <c>group</c>, as the goods' cards call it.</param>
    /// <returns>Null when they would show what those kept show.</returns>
    public static async Task<DrawnShop?> DrawnAs(this IQuerySession session, Guid id, MakerLook look, string whose, Guid owner,
        ShopPainter painter, CancellationToken cancellation)
    {
        var (maker, mark) = (look.OnShop, DrawnMark.Of(look.MarkOnShop));
        var photos = await session.NewestPhotos(whose, owner, cancellation);
        string?[] shown = [maker.Name, maker.Tagline, maker.Colour, maker.Accent, maker.Logo, maker.Place, maker.Seal?.Name,
            maker.Seal?.Colour, maker.Seal?.Logo, mark, .. photos];
        var shows = JsonSerializer.Serialize(shown);
        var last = await session.LoadAsync<ShopPictures>(id, cancellation);
        return last?.Shows == shows ? null : new(await painter.PaintAsync(new(maker, photos), cancellation), shows, mark, last);
    }

    public static IMartenOp Kept(this DrawnShop? drawn, Guid id) => drawn is null
        ? MartenOps.Nothing()
        : MartenOps.Store(new ShopPictures(id, drawn.Signs.Banner, drawn.Signs.Wide, drawn.Signs.Square, drawn.Shows, drawn.Mark,
            drawn.Last is { } last ? [.. new[] { last.Banner, last.Card, last.Square }.Union(last.Earlier ?? [])] : null));

    /// <summary>The first photo of each of the newest goods on sale.</summary>
    private static async Task<IReadOnlyList<string>> NewestPhotos(this IQuerySession session, string whose, Guid owner,
        CancellationToken cancellation)
    {
        var newest = $"""
            where id in (select id from {ProductCard.Table} where data -> '{whose}' ->> 'id' = ?
                and status = '{ProductCard.OnSale}'
                and data ->> 'photo' is not null order by id desc limit 3) order by id desc
            """;
        var photos = new List<string>();
        foreach (var product in await session.QueryAsync<Product>(newest, cancellation, owner.ToString()))
            if (product.Pictures is [var first, ..] && await session.LoadAsync<Photo>(first.PhotoId, cancellation) is { } photo)
                photos.Add(photo.Content);
        return photos;
    }
}
