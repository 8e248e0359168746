using JasperFx.Events;
using Marten;

namespace CraftMarket.Ordering;

/// <summary>The stock of some articles, locked until the transaction ends, always in the same order so that two buyers never wait
/// for each other.</summary>
internal static class StockLocks
{
    public static async Task<IReadOnlyDictionary<Article, IEventStream<StockItem>>> Lock(IDocumentSession session,
        IEnumerable<Article> articles, CancellationToken cancellation)
    {
        var locked = new Dictionary<Article, IEventStream<StockItem>>();
        foreach (var article in InLockOrder(articles))
            locked[article] = await session.Events.FetchForExclusiveWriting<StockItem>(StockItemId.Of(article).Value,
                cancellation);
        return locked;
    }

    public static IEnumerable<Article> InLockOrder(IEnumerable<Article> articles) =>
        articles.Distinct().OrderBy(x => StockItemId.Of(x).Value);

    /// <summary>Pieces wanted of each article.</summary>
    public static Dictionary<Article, int> Pieces(this IEnumerable<OrderLine> lines) =>
        lines.GroupBy(x => x.Article).ToDictionary(x => x.Key, x => x.Sum(line => line.Quantity));
}
