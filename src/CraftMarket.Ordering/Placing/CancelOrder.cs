using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The buyer wants no more of an order: what is not sent yet ends, and what was paid for it goes back.</summary>
/// <param name="Key">Opens the order; only its buyer has it.</param>
public sealed record CancelOrder(OrderId OrderId, string? Key) : Confidential;

/// <summary>An order with all its parts and the stock of what may end.</summary>
public sealed record CancellableOrder(IEventStream<Order> Stream, IReadOnlyList<IEventStream<SellerOrder>> Parts,
    IReadOnlyDictionary<Article, IEventStream<StockItem>> Stock)
{
    internal IEnumerable<IEventStream<SellerOrder>> Unsent => Parts.Where(x => x.Aggregate?.IsUnsent == true);
}

public static class CancelOrderHandler
{
    /// <summary>The code of what buyers and artisans are told, for whoever says it in the reader's language.</summary>
    public const string CancelledCode = "cancelled_by_buyer";

    public const string Cancelled = "Dibatalkan oleh pembeli di halaman pesanan.";

    public static async Task<CancellableOrder> LoadAsync(CancelOrder command, IDocumentSession session,
        CancellationToken cancellation)
    {
        // Order, parts, stock: the order in which every action locks.
        var stream = await session.Events.FetchForExclusiveWriting<Order>(command.OrderId.Value, cancellation);
        if (stream.Aggregate is not { } order || !order.Opens(command.Key))
            return new(stream, [], new Dictionary<Article, IEventStream<StockItem>>());
        var parts = new List<IEventStream<SellerOrder>>();
        if (order.Status == OrderStatus.Confirmed || order.Method == PaymentMethod.CashOnDelivery)
            foreach (var part in order.Parts.Select(x => x.SellerOrderId.Value).Order())
                parts.Add(await session.Events.FetchForExclusiveWriting<SellerOrder>(part, cancellation));
        var stock = await Shelf.Lock(session, Freed(order, parts).Select(x => x.Article), cancellation);
        return new(stream, parts, stock);
    }

    public static Refusal? Validate(CancelOrder command, CancellableOrder found)
    {
        if (found.Stream.Aggregate is not { } order || !order.Opens(command.Key)) return Refusal.Missing();
        var isDone = order.IsCancelled || found.Parts.Any(x => x.Aggregate?.RefusalCode == CancelledCode);
        return order.Status == OrderStatus.Placed || found.Unsent.Any() || isDone ? null
            : Refusal.Conflict("wrong_state",
                "Pesanan ini tidak bisa dibatalkan lagi: barangnya sudah dikirim, atau pesanannya sudah berakhir.",
                "This order cannot be cancelled any more: it was sent, or it is over.");
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(CancelOrder command, CancellableOrder found,
        DateTimeOffset now)
    {
        var order = found.Stream.Aggregate!;
        var freed = Freed(order, found.Parts).Pieces()
            .Select(x => found.Stock[x.Key].Write(new StockReleased(order.Id, x.Value)));
        var ended = found.Unsent.Select(x => (Stream: x, Refund: RefundOf(x.Aggregate!))).ToList();
        IEnumerable<IMartenOp> written =
        [
            .. freed,
            .. ended.Select(x => x.Refund is { } refund ? x.Stream.Write(new SellerOrderRefused(Cancelled), refund)
                : x.Stream.Write(new SellerOrderRefused(Cancelled))),
        ];
        OutgoingMessages told = [.. ended.Where(x => x.Refund is not null).Select(x => x.Refund!.Ask(x.Stream.Aggregate!, now))];
        if (order.Status != OrderStatus.Placed) return (Done.Instance, written, told);
        return (Done.Instance, [.. written, found.Stream.Write(new OrderCancelled())], [.. told, new OrderLapsed(order.Id)]);
    }

    private static RefundGranted? RefundOf(SellerOrder part) => part.Refundable == Rupiah.Zero ? null
        : new(new(StreamId.For("cancellation", part.Id.Value.ToString())), part.Refundable, Cancelled);

    /// <summary>Before payment the order holds its stock; after it, and for cash, each part does.</summary>
    private static IEnumerable<OrderLine> Freed(Order order, IEnumerable<IEventStream<SellerOrder>> parts) =>
        order.Status == OrderStatus.Placed && order.Method != PaymentMethod.CashOnDelivery
            ? order.Lines
            : parts.Where(x => x.Aggregate?.IsUnsent == true).SelectMany(x => x.Aggregate!.Lines);
}
