using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace CraftMarket.Ordering;

/// <summary>Tells the buyer that the order is certain and has its number.</summary>
public sealed record TellOrderConfirmed(OrderId OrderId);

/// <summary>Tells the buyer that a part is on its way.</summary>
public sealed record TellPartShipped(SellerOrderId SellerOrderId);

/// <summary>Tells the buyer that a part will not come.</summary>
public sealed record TellPartRefused(SellerOrderId SellerOrderId);

/// <summary>Sees what buyers who gave an e-mail are to be told, after the fact and beside it: nothing waits for the post. Runs only where
/// a mail server is set, so that nothing piles up elsewhere.</summary>
internal sealed class BuyerNews : BatchSubscription
{
    /// <summary>What happened while no mail server was set is old news; nobody wants to hear a week later that goods have been sent.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(1);

    private readonly TimeProvider _clock;

    public BuyerNews(TimeProvider clock) : base(nameof(BuyerNews))
    {
        _clock = clock;
        IncludeType<OrderNumberGiven>();
        IncludeType<SellerOrderShipped>();
        IncludeType<SellerOrderRefused>();
        // Not of all orders there ever were.
        Options.SubscribeFromFirstRun();
    }

    public override async Task ProcessEventsAsync(EventRange page, ISubscriptionController controller, IDocumentOperations operations,
        IMessageBus bus, CancellationToken cancellationToken)
    {
        var news = page.Events.Where(x => x.Timestamp > _clock.GetUtcNow() - News).ToList();
        if (news.Count == 0) return;
        var parts = (await operations.LoadManyAsync<SellerOrder>(cancellationToken, news.Where(x => x.Data is not OrderNumberGiven).Select(x => x.StreamId)))
            .ToDictionary(x => x.Uuid, x => x.OrderId.Value);
        Guid OrderOf(IEvent e) => parts.GetValueOrDefault(e.StreamId, e.StreamId);
        var reachable = (await operations.LoadManyAsync<DeliveryDetails>(cancellationToken, news.Select(OrderOf).Distinct()))
            .Where(x => x.Reply is not null).Select(x => x.Uuid).ToHashSet();
        foreach (var e in news.Where(x => reachable.Contains(OrderOf(x))))
            await bus.PublishAsync<object>(e.Data switch
            {
                OrderNumberGiven => new TellOrderConfirmed(new(e.StreamId)),
                SellerOrderShipped => new TellPartShipped(new(e.StreamId)),
                _ => new TellPartRefused(new(e.StreamId)),
            });
    }
}
