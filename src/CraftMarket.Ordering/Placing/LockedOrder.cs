using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>An order that may end, with its parts and the stock that ends with them, locked in the order that every action keeps:
/// order, parts, stock.</summary>
/// <param name="Parts">Those that its artisans have; none while it waits for money.</param>
/// <param name="Ending">Of these, the ones that may end.</param>
public sealed record LockedOrder(IEventStream<Order> Stream, IReadOnlyList<IEventStream<SellerOrder>> Parts,
    IReadOnlyList<IEventStream<SellerOrder>> Ending, IReadOnlyDictionary<Article, IEventStream<StockItem>> Stock)
{
    public Order? State => Stream.Aggregate;

    /// <param name="opens">Whether there is anything here for whoever asks; when not, nothing but the order is locked.</param>
    /// <param name="ends">Which parts may end.</param>
    internal static async Task<LockedOrder> Load(IDocumentSession session, OrderId id, Func<Order, bool> opens,
        Func<SellerOrder, bool> ends, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForExclusiveWriting<Order>(id.Value, cancellation);
        if (stream.Aggregate is not { } order || !opens(order))
            return new(stream, [], [], new Dictionary<Article, IEventStream<StockItem>>());
        var parts = new List<IEventStream<SellerOrder>>();
        if (order.HasParts)
            foreach (var part in order.Parts.Select(x => x.SellerOrderId.Value).Order())
                parts.Add(await session.Events.FetchForExclusiveWriting<SellerOrder>(part, cancellation));
        IReadOnlyList<IEventStream<SellerOrder>> ending = [.. parts.Where(x => x.Aggregate is { } part && ends(part))];
        return new(stream, parts, ending,
            await StockLocks.Lock(session, Held(order, ending).Select(x => x.Article), cancellation));
    }

    /// <summary>Frees the stock of what ends and tells its parts why; an order of which nothing was settled ends too.</summary>
    /// <param name="ended">What the order's stream is told.</param>
    /// <param name="cause">What the ids of refunds are made of.</param>
    internal (IEnumerable<IMartenOp>, OutgoingMessages) End(object ended, string cause, string reason, DateTimeOffset now)
    {
        if (State is not { } order) return ([], []);
        var freed = Held(order, Ending).Pieces().Select(x => Stock[x.Key].Append(new StockReleased(order.Id, x.Value)));
        var refused = Ending.Select(x => x.Refuse(cause, reason, now)).ToList();
        IEnumerable<IMartenOp> written = [.. freed, .. refused.Select(x => x.Written)];
        OutgoingMessages asked = [.. refused.Select(x => x.Asked).OfType<RefundAsked>()];
        return order.Status == OrderStatus.Placed
            ? ([.. written, Stream.Append(ended)], [.. asked, new OrderLapsed(order.Id)])
            : (written, asked);
    }

    /// <summary>Before payment the order holds its stock; after it, and for cash, each part does.</summary>
    private static IEnumerable<OrderLine> Held(Order order, IEnumerable<IEventStream<SellerOrder>> ending) =>
        order.HasParts ? ending.SelectMany(x => x.Aggregate!.Lines) : order.Status == OrderStatus.Placed ? order.Lines : [];
}
