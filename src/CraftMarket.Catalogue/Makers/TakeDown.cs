using CraftMarket.Media;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Takes a product of a closed shop out of the window or the curator's queue, and forgets the pictures that were drawn
/// of it.</summary>
public sealed record TakeDown(ProductId ProductId);

/// <summary>Addresses of the pictures for sharing that were ever drawn of a product.</summary>
public sealed record DrawnPictures(IReadOnlyList<string> Addresses);

public static class TakeDownHandler
{
    public static async Task<DrawnPictures> LoadAsync(TakeDown command, IQuerySession session, CancellationToken cancellation) =>
        new([.. (await session.Events.FetchStreamAsync(command.ProductId.Value, token: cancellation)).Select(x => x.Data)
            .OfType<ProductShareCardDrawn>()
            .SelectMany(x => new[] { x.Url, x.Square }).OfType<string>()]);

    public static (Events, OutgoingMessages) Handle(TakeDown command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, DrawnPictures drawn, DateTimeOffset now)
    {
        // One that was drawn just now, before this had the product to itself.
        var forgotten =
            new DropPictures([.. new[] { product.ShareCard, product.ShareSquare }.OfType<string>().Union(drawn.Addresses)]);
        if (product.Status is not (ProductStatus.Published or ProductStatus.Submitted)) return ([], [forgotten]);
        var withdrawn = new ProductWithdrawn(now);
        return ([withdrawn, .. Offers.Changed(product, product.Apply(withdrawn))], [forgotten]);
    }
}
