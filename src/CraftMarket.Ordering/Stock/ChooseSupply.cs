using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>A product changes between stock and made to order, or takes other days to make. Orders wait for it as they wait for
/// each other, so each of them is taken under the one or the other.</summary>
public static class ChooseSupplyHandler
{
    public static Task<IReadOnlyDictionary<Article, IEventStream<StockItem>>> LoadAsync(SupplyChosen fact,
        IDocumentSession session, CancellationToken cancellation) =>
        StockLocks.Lock(session, fact.Articles.Select(x => new Article(fact.ProductId, x.VariantId)), cancellation);

    public static IEnumerable<IMartenOp> Handle(SupplyChosen fact, IReadOnlyDictionary<Article, IEventStream<StockItem>> stock) =>
        from counted in fact.Articles
        let stream = stock[new(fact.ProductId, counted.VariantId)]
        where stream.Aggregate is not { } item || item.SupplyRevision < fact.Revision
        select stream.Append([.. Begun(fact, counted, stream.Aggregate), Chosen(fact, counted)]);

    /// <summary>The news of a size that was added just before may still be on its way.</summary>
    private static IEnumerable<object> Begun(SupplyChosen fact, CountedArticle counted, StockItem? item) => item is not null ? []
        : [new StockStarted(fact.ProductId, fact.ArtisanId, counted.Count, fact.LeadTimeDays, counted.VariantId)];

    /// <remarks>An order that came while the artisan counted is held too: then nothing is free, and her count stands. Were it
    /// raised to what is promised, an order that lapses would leave pieces that nobody made.</remarks>
    private static object Chosen(SupplyChosen fact, CountedArticle counted) => fact.LeadTimeDays is { } days
        ? new StockMadeToOrder(days, fact.Revision)
        : new StockRestarted(counted.Count ?? 0, fact.Revision);
}
