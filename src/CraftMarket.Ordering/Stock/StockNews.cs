using CraftMarket.Kernel.Facts;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CraftMarket.Ordering;

/// <summary>Tells other rooms what is free, a moment after the fact: a burst of orders costs a few messages and none of the
/// orders' time.</summary>
internal sealed class StockNews : BatchSubscription
{
    private const int MostInOne = 50;

    public StockNews() : base(nameof(StockNews))
    {
        IncludeType<StockStarted>();
        IncludeType<StockCounted>();
        IncludeType<StockMadeToOrder>();
        IncludeType<StockRestarted>();
        IncludeType<StockReserved>();
        IncludeType<StockReleased>();
        IncludeType<StockShipped>();
    }

    /// <remarks>What is kept of the stock may be newer than the page of events. It is never older, and a later page tells it
    /// under a higher revision, so whoever listens ends with the newest.</remarks>
    public override async Task ProcessEventsAsync(EventRange page, ISubscriptionController controller,
        IDocumentOperations operations, IMessageBus bus, CancellationToken cancellationToken)
    {
        var revisions = page.Events.GroupBy(x => x.StreamId).ToDictionary(x => x.Key, x => x.Max(e => e.Version));
        var items = await operations.LoadManyAsync<StockItem>(cancellationToken, revisions.Keys);
        foreach (var some in items.Select(x =>
            new StockChanged(x.ProductId, x.Free, x.LeadTimeDays, revisions[x.Uuid], x.VariantId)).Chunk(MostInOne))
            await bus.PublishAsync(new StockMoved(some));
    }
}
