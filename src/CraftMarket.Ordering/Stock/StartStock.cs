using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>A newly listed product, size or colour gets its stock.</summary>
public static class StartStockHandler
{
    public static Task<StockItem?> LoadAsync(ProductListed fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<StockItem>(StockItemId.Of(fact.Article).Value, cancellation);

    public static IMartenOp Handle(ProductListed fact, StockItem? existing) => existing is null
        ? MartenOps.StartStream<StockItem>(StockItemId.Of(fact.Article).Value,
            new StockStarted(fact.ProductId, fact.ArtisanId, fact.Stock, fact.Stock is null ? fact.LeadTimeDays : null,
                fact.VariantId))
        : MartenOps.Nothing();
}
