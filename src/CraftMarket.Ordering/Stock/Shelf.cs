using JasperFx.Events;
using Marten;

namespace CraftMarket.Ordering;

/// <summary>The stock of some products, locked until the transaction ends, always in the same order so that two buyers never wait for each other.</summary>
internal static class Shelf
{
    public static async Task<IReadOnlyDictionary<ProductId, IEventStream<StockItem>>> Lock(IDocumentSession session,
        IEnumerable<ProductId> products, CancellationToken cancellation)
    {
        var locked = new Dictionary<ProductId, IEventStream<StockItem>>();
        foreach (var product in InLockOrder(products))
            locked[product] = await session.Events.FetchForExclusiveWriting<StockItem>(StockItemId.Of(product).Value, cancellation);
        return locked;
    }

    public static IEnumerable<ProductId> InLockOrder(IEnumerable<ProductId> products) =>
        products.Distinct().OrderBy(x => StockItemId.Of(x).Value);

    /// <summary>Pieces wanted of each product.</summary>
    public static Dictionary<ProductId, int> Pieces(this IEnumerable<OrderLine> lines) =>
        lines.GroupBy(x => x.ProductId).ToDictionary(x => x.Key, x => x.Sum(line => line.Quantity));
}
