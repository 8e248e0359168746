using CraftMarket.Media;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Draws the picture that messengers show beside a shared link: product, price, artisan and village.</summary>
public sealed record DrawShareCard(ProductId ProductId);

/// <summary>Where the drawn picture lies; null when there is nothing to draw.</summary>
public sealed record DrawnCard(string? Url);

public static class DrawShareCardHandler
{
    public static async Task<DrawnCard> LoadAsync(DrawShareCard command, IQuerySession session, ShareCardPainter painter,
        CancellationToken cancellation)
    {
        var product = await session.LoadAsync<Product>(command.ProductId, cancellation);
        if (product is not { Status: ProductStatus.Published, Village: { } village }) return new(null);
        var identity = await session.LoadAsync<VillageIdentity>(village.Value, cancellation);
        var photo = product.Pictures is [var first, ..] ? await session.LoadAsync<Photo>(first.PhotoId, cancellation) : null;
        return new(painter.Paint(new(photo?.Content, product.Details.Name, product.Price.ToString(), product.MakerName,
            Regions.NameOf(village), identity?.Colour ?? "#6b4a2f")));
    }

    public static Events Handle(DrawShareCard command, [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, DrawnCard drawn) =>
        drawn.Url is { } url && url != product.ShareCard ? [new ProductShareCardDrawn(url)] : [];
}
