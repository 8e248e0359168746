using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CraftMarket.Workflows;

/// <summary>Sees what buyers who gave an e-mail are to be told, after the fact and beside it: nothing waits for the post. Runs
/// only where a mail server is set, so that nothing piles up elsewhere. How far it has read is kept under its name.</summary>
public sealed class BuyerNews : BatchSubscription
{
    /// <summary>What happened while no mail server was set is old news; nobody wants to hear a week later that goods have been
    /// sent.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(1);

    private readonly TimeProvider _clock;

    public BuyerNews(TimeProvider clock) : base(nameof(BuyerNews))
    {
        _clock = clock;
        IncludeType<OrderTaken>();
        IncludeType<OrderNumbered>();
        IncludeType<SellerOrderShipped>();
        IncludeType<SellerOrderRefused>();
        IncludeType<SellerOrderGivenBack>();
        IncludeType<OrderHoldFreed>();
        // Not of all orders there ever were.
        Options.SubscribeFromFirstRun();
    }

    public override async Task ProcessEventsAsync(EventRange page, ISubscriptionController controller,
        IDocumentOperations operations, IMessageBus bus, CancellationToken cancellationToken)
    {
        var news = page.Events.Where(x => x.Timestamp > _clock.GetUtcNow() - News).ToList();
        if (news.Count == 0) return;
        var parts = (await operations.LoadManyAsync<SellerOrder>(cancellationToken, news.Select(x => x.StreamId).Distinct()))
            .ToDictionary(x => x.Uuid, x => x.OrderId.Value);
        var orders = news.GroupBy(x => parts.GetValueOrDefault(x.StreamId, x.StreamId))
            .ToDictionary(x => x.Key, x => x.Min(e => e.Timestamp));
        var details = await operations.LoadManyAsync<DeliveryDetails>(cancellationToken, orders.Keys);
        foreach (var reachable in details.Where(x => x.Reply is not null).Select(x => x.Uuid))
            await bus.PublishAsync(new TellBuyer(new(reachable), orders[reachable]));
    }
}
