using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The hold of an order has ended: what is not paid, or not taken on by its artisan, becomes free.</summary>
public sealed record LapseOrder(OrderId OrderId);

/// <summary>A payment that can no longer succeed ends the hold early.</summary>
public static class PaymentFailedHandler
{
    public static LapseOrder Handle(PaymentFailed fact) => new(fact.OrderId);
}

/// <summary>The order, its parts that wait for their artisan (cash on delivery), and the stock they hold.</summary>
public sealed record HeldOrder(IEventStream<Order> Stream, IReadOnlyList<IEventStream<SellerOrder>> Unanswered,
    IReadOnlyDictionary<Article, IEventStream<StockItem>> Stock)
{
    /// <summary>Frees what is neither paid nor answered; an order of which nothing was settled ends.</summary>
    /// <param name="ended">What the order's stream is told.</param>
    /// <param name="words">What its parts are told.</param>
    internal (IEnumerable<IMartenOp>, OutgoingMessages) End(OrderId id, object ended, string words)
    {
        if (Stream.Aggregate is not { } order) return ([], []);
        var freed = LapseOrderHandler.Freed(order, Unanswered).Pieces()
            .Select(x => Stock[x.Key].Write(new StockReleased(id, x.Value)));
        var refused = Unanswered.Select(x => x.Write(new SellerOrderRefused(words)));
        return order.Status == OrderStatus.Placed
            ? ([.. freed, .. refused, Stream.Write(ended)], [new OrderLapsed(id)])
            : ([.. freed, .. refused], []);
    }
}

public static class LapseOrderHandler
{
    /// <summary>The code of that reason, for whoever says it in the reader's language.</summary>
    public const string NotAnsweredCode = "not_answered";

    public const string NotAnswered = "Tidak dijawab dalam waktu yang ditentukan.";

    public static async Task<HeldOrder> LoadAsync(LapseOrder command, IDocumentSession session, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForExclusiveWriting<Order>(command.OrderId.Value, cancellation);
        if (stream.Aggregate is not { } order) return new(stream, [], new Dictionary<Article, IEventStream<StockItem>>());
        var unanswered = new List<IEventStream<SellerOrder>>();
        if (order.Method == PaymentMethod.CashOnDelivery)
            foreach (var part in order.Parts.Select(x => x.SellerOrderId.Value).Order())
                unanswered.Add(await session.Events.FetchForExclusiveWriting<SellerOrder>(part, cancellation));
        unanswered.RemoveAll(x => x.Aggregate?.Status != SellerOrderStatus.Received);
        var stock = await Shelf.Lock(session, Freed(order, unanswered).Select(x => x.Article), cancellation);
        return new(stream, unanswered, stock);
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(LapseOrder command, HeldOrder held) =>
        held.End(command.OrderId, new OrderHoldEnded(), NotAnswered);

    internal static IEnumerable<OrderLine> Freed(Order order, IEnumerable<IEventStream<SellerOrder>> unanswered) =>
        order.Method switch
        {
            PaymentMethod.CashOnDelivery => unanswered.SelectMany(x => x.Aggregate!.Lines),
            _ when order.Status == OrderStatus.Placed => order.Lines,
            _ => [],
        };
}
