using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Shows in the window what Ordering says is free. Does not move the product's version: a sale makes no edit stale.</summary>
public static class StockSeenHandler
{
    public static Events Handle(StockChanged fact, [WriteAggregate(nameof(StockChanged.ProductId), LoadStyle = ConcurrencyStyle.Exclusive)] Product product) =>
        fact.Revision > product.StockRevision ? [new ProductAvailabilityChanged(fact.Available, fact.Revision)] : [];
}
