using System.Text.Json;
using CraftMarket.Media;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Draws the banner and the cards of a maker's shop anew: after a change of its brand, its village's mark or its goods.</summary>
public sealed record DrawShop(ArtisanId ArtisanId);

/// <summary>The pictures of a maker's shop as they were drawn last.</summary>
/// <param name="Id">The maker's stream.</param>
/// <param name="Banner">1600 × 500.</param>
/// <param name="Card">1200 × 630, beside a shared link.</param>
/// <param name="Square">1080 × 1080, to be sent as a picture.</param>
/// <param name="Shows">What was drawn; the same is not drawn twice. Null on pictures from before it was kept.</param>
/// <param name="Mark">Code of the village whose mark they show; empty for none; null on pictures from before it was kept.</param>
public sealed record ShopPictures(Guid Id, string Banner, string Card, string Square, string? Shows = null, string? Mark = null);

/// <summary>Pictures just drawn, and what they show.</summary>
public sealed record DrawnShop(ShopSigns Signs, string Shows, string Mark);

public static class DrawShopHandler
{
    public static async Task<DrawnShop?> LoadAsync(DrawShop command, IDocumentSession session, ShopPainter painter, CancellationToken cancellation)
    {
        // Locked before anything is looked up: whoever draws last has seen the newest brand and mark, and what is kept is the last.
        var stream = await session.Events.FetchForExclusiveWriting<Maker>(Maker.StreamOf(command.ArtisanId), cancellation);
        if (stream.Aggregate is not { Name: not null, Closed: false }) return null;
        var look = await session.LookOf(command.ArtisanId, cancellation);
        var (maker, mark) = (look.OnShop, DrawnMark.Of(look.MarkOnShop));
        var photos = await Photos(command, session, cancellation);
        string?[] shown = [maker.Name, maker.Tagline, maker.Colour, maker.Accent, maker.Logo, maker.Place, maker.Seal?.Name, maker.Seal?.Colour, maker.Seal?.Logo, mark, .. photos];
        var shows = JsonSerializer.Serialize(shown);
        var last = await session.LoadAsync<ShopPictures>(Maker.StreamOf(command.ArtisanId), cancellation);
        return last?.Shows == shows ? null : new(painter.Paint(new(maker, photos)), shows, mark);
    }

    public static IMartenOp Handle(DrawShop command, DrawnShop? drawn) => drawn is null
        ? MartenOps.Nothing()
        : MartenOps.Store(new ShopPictures(Maker.StreamOf(command.ArtisanId), drawn.Signs.Banner, drawn.Signs.Wide, drawn.Signs.Square, drawn.Shows,
            drawn.Mark));

    private const string NewestShown = $"""
        where id in (select id from market.mt_doc_productcard where data -> 'artisan' ->> 'id' = ? and status = '{ProductCard.OnSale}'
            and data ->> 'photo' is not null order by id desc limit 3) order by id desc
        """;

    /// <summary>The first photo of each of the newest goods on sale.</summary>
    private static async Task<IReadOnlyList<string>> Photos(DrawShop command, IQuerySession session, CancellationToken cancellation)
    {
        var photos = new List<string>();
        foreach (var product in await session.QueryAsync<Product>(NewestShown, cancellation, command.ArtisanId.Value.ToString()))
            if (product.Pictures is [var first, ..] && await session.LoadAsync<Photo>(first.PhotoId, cancellation) is { } photo) photos.Add(photo.Content);
        return photos;
    }
}
