using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Takes a product of a closed shop out of the window or the curator's queue.</summary>
public sealed record TakeDown(ProductId ProductId);

public static class TakeDownHandler
{
    public static (Events, OutgoingMessages) Handle(TakeDown command, [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, DateTimeOffset now)
    {
        if (product.Status is not (ProductStatus.Published or ProductStatus.Submitted)) return ([], []);
        var withdrawn = new ProductWithdrawn(now);
        return ([withdrawn], [.. Offers.Of(product.Apply(withdrawn))]);
    }
}
