using Marten;
using Wolverine;

namespace CraftMarket.Catalogue;

/// <summary>An artisan may use the village mark from now on; whatever is drawn with it is drawn again.</summary>
public sealed record VillageMarkGiven(ArtisanId ArtisanId, RegionCode Village);

/// <summary>An artisan may not use the village mark any more; whatever was drawn with it is drawn again without.</summary>
public sealed record VillageMarkTaken(ArtisanId ArtisanId, RegionCode Village);

/// <summary>The village mark looks different from now on; whatever is drawn with it is drawn again.</summary>
public sealed record VillageMarkRedesigned(RegionCode Village);

/// <summary>Draws share cards and shop pictures again. Each looks up for itself whether the mark is held when it is drawn, and
/// how it looks.</summary>
public static class RedrawMarkedCardsHandler
{
    public static Task<OutgoingMessages> Handle(VillageMarkGiven news, IQuerySession session, CancellationToken cancellation) =>
        Redraw(news.ArtisanId, session, cancellation);

    public static Task<OutgoingMessages> Handle(VillageMarkTaken news, IQuerySession session, CancellationToken cancellation) =>
        Redraw(news.ArtisanId, session, cancellation);

    public static async Task<OutgoingMessages> Handle(VillageMarkRedesigned news, IQuerySession session,
        CancellationToken cancellation)
    {
        var cards = await session.QueryAsync<ProductCard>("where data #>> '{village,code}' = ? and data ->> 'status' = ?",
            cancellation, news.Village.Value,
            ProductCard.OnSale);
        return [.. cards.Select(x => x.Artisan.Id).Distinct().Select(x => new DrawShop(new(x))),
            .. cards.Select(x => new DrawShareCard(new(x.Id)))];
    }

    private static async Task<OutgoingMessages> Redraw(ArtisanId artisan, IQuerySession session,
        CancellationToken cancellation) =>
        [new DrawShop(artisan), .. (await session.ProductsOf(artisan, cancellation))
            .Where(x => x.Status == ProductStatus.Published).Select(x => new DrawShareCard(x.Id))];
}
