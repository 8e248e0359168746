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
        let fact = facts.Where(x => x.ProductId == product?.Id).MaxBy(x => x.Revision)
        where fact is not null && fact.Revision > product.StockRevision
        select new Seen(stream, new(fact.Available, fact.Revision));

    /// <summary>What is to be written to a product's stream.</summary>
    internal sealed record Seen(IEventStream<Product> Stream, ProductAvailabilityChanged Change) : IMartenOp
    {
        public void Execute(IDocumentSession session) => Stream.AppendOne(Change);
    }
}
