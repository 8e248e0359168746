using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>How an article is sold: from pieces at hand or made when ordered.</summary>
/// <param name="Count">Pieces at hand, those held for orders among them; null when made to order.</param>
public sealed record ArticleCount(Article Article, int? Count);

/// <summary>Decides what becomes of the stock of a product whose words say how it is sold. Orders wait for it as they wait for
/// each other, so each of them is taken under the one or the other.</summary>
public static class ArticleStock
{
    /// <summary>The stock of these articles, locked as orders lock it.</summary>
    public static Task<IReadOnlyDictionary<Article, IEventStream<StockItem>>> LockAsync(IDocumentSession session,
        IEnumerable<Article> articles, CancellationToken cancellation) => StockLocks.Lock(session, articles, cancellation);

    /// <summary>A product, size or colour that is new gets its stock.</summary>
    /// <param name="leadTimeDays">Days to make one; null when from stock.</param>
    public static IMartenOp Start(ArtisanId artisan, ArticleCount counted, int? leadTimeDays) =>
        MartenOps.StartStream<StockItem>(StockItemId.Of(counted.Article).Value, Started(artisan, counted, leadTimeDays));

    /// <summary>It changes between stock and made to order, or takes other days to make.</summary>
    /// <param name="revision">Version of the product that says so.</param>
    public static IMartenOp Choose(IEventStream<StockItem> stock, ArtisanId artisan, ArticleCount counted, int? leadTimeDays,
        long revision)
    {
        object chosen = leadTimeDays is { } days ? new StockMadeToOrder(days, revision)
            // An order that came while the artisan counted is held too: then nothing is free, and her count stands. Were it
            // raised to what is promised, an order that lapses would leave pieces that nobody made.
            : new StockRestarted(counted.Count ?? 0, revision);
        return stock.Aggregate is null ? stock.Append(Started(artisan, counted, leadTimeDays), chosen) : stock.Append(chosen);
    }

    /// <summary>The artisan counted what was counted before.</summary>
    public static IMartenOp Count(IEventStream<StockItem> stock, int count) =>
        stock.Aggregate?.OnHand == count ? MartenOps.Nothing() : stock.Append(new StockCounted(count));

    private static StockStarted Started(ArtisanId artisan, ArticleCount counted, int? leadTimeDays) =>
        new(counted.Article.ProductId, artisan, counted.Count, counted.Count is null ? leadTimeDays : null,
            counted.Article.VariantId);
}
