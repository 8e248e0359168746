using CraftMarket.Media;
using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Draws the pictures that go with a shared link: product, price, artisan, village and the village's mark.</summary>
public sealed record DrawShareCard(ProductId ProductId);

/// <summary>A product with its pictures as they should be now.</summary>
/// <param name="Pictures">Null when there is nothing to draw.</param>
/// <param name="Mark">Which mark they show, as <see cref="ProductShareCardDrawn.Mark"/>.</param>
public sealed record DrawnCard(IEventStream<Product> Product, ShareCardPictures? Pictures, string? Mark);

public static class DrawShareCardHandler
{
    public static async Task<DrawnCard> LoadAsync(DrawShareCard command, IDocumentSession session, ShareCardPainter painter,
        CancellationToken cancellation)
    {
        // Locked before anything is looked up: whoever draws last has seen the newest price, brand and mark, and what is kept is
        // the last.
        var stream = await session.Events.FetchForExclusiveWriting<Product>(command.ProductId.Value, cancellation);
        if (stream.Aggregate is not { Status: ProductStatus.Published } product) return new(stream, null, null);
        var photo = product.Pictures is [var first, ..] ? await session.LoadAsync<Photo>(first.PhotoId, cancellation) : null;
        var look = await session.LookOf(product, cancellation);
        var pictures =
            await painter.PaintAsync(new(photo?.Content, product.Details.Name, product.Prices.Lowest.ToString(),
            look.On(product)), cancellation);
        return new(stream, pictures, DrawnMark.Of(look.MarkOn(product)));
    }

    public static IEnumerable<IMartenOp> Handle(DrawShareCard command, DrawnCard drawn) =>
        drawn.Pictures is { } pictures && drawn.Product.Aggregate is { } before
            && (pictures.Wide, pictures.Square, drawn.Mark) != (before.ShareCard, before.ShareSquare, before.ShareMark)
            ? [drawn.Product.Append(new ProductShareCardDrawn(pictures.Wide, pictures.Square, drawn.Mark))]
            : [];
}
