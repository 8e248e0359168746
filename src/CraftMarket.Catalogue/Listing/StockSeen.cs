using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Shows in the window what Ordering says is free. Does not move the product's version: a sale makes no edit stale.</summary>
/// <remarks>A burst of orders tells of many products at once; they are taken up together, in one transaction.</remarks>
public static class StockSeenHandler
{
    /// <summary>The products, locked in one order so that two who lock several never wait for each other.</summary>
    public static async Task<IReadOnlyList<IEventStream<Product>>> LoadAsync(StockChanged[] facts, IDocumentSession session,
        CancellationToken cancellation)
    {
        // The batch below enlists its locks without waiting, so the transaction must stand before it.
        await session.BeginTransactionAsync(cancellation);
        var batch = session.CreateBatchQuery();
        var products = facts.Select(x => x.ProductId.Value).Distinct().Order()
            .Select(x => batch.Events.FetchForExclusiveWriting<Product>(x)).ToList();
        await batch.Execute(cancellation);
        return await Task.WhenAll(products);
    }

    public static IEnumerable<IMartenOp> Handle(StockChanged[] facts, IReadOnlyList<IEventStream<Product>> products) =>
        from stream in products
        let product = stream.Aggregate
        where product is not null
        from article in facts.Where(x => x.ProductId == product.Id).GroupBy(x => x.VariantId)
        let fact = article.MaxBy(x => x.Revision)
        where fact.Revision > LastOf(product, article.Key)
        select new Seen(stream, new(fact.Available, fact.Revision, article.Key));

    /// <summary>Of a size or colour that was taken out nothing is news any more.</summary>
    private static long LastOf(Product product, VariantId? variant) => variant is null ? product.StockRevision
        : product.Variants.FirstOrDefault(x => x.Id == variant)?.StockRevision ?? long.MaxValue;

    /// <summary>What is to be written to a product's stream.</summary>
    internal sealed record Seen(IEventStream<Product> Stream, ProductAvailabilityChanged Change) : IMartenOp
    {
        public void Execute(IDocumentSession session) => Stream.AppendOne(Change);
    }
}
