using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>An order whose money has come: its stream, the book, and the stock when the hold has ended.</summary>
public sealed record PaidOrder(IEventStream<Order> Stream, IEventStream<OrderBook>? Book,
    IReadOnlyDictionary<Article, IEventStream<StockItem>> Stock);

/// <summary>Money for an order arrived: confirm it, or give all of it back when it came too late and the stock is gone.</summary>
public static class ConfirmOrderHandler
{
    public static async Task<PaidOrder> LoadAsync(PaymentReceived fact, IDocumentSession session, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForExclusiveWriting<Order>(fact.OrderId.Value, cancellation);
        var lapsed = stream.Aggregate?.Status == OrderStatus.Lapsed;
        var stock = await StockLocks.Lock(session, lapsed ? stream.Aggregate!.Lines.Select(x => x.Article) : [], cancellation);
        var awaited = lapsed || stream.Aggregate?.Status == OrderStatus.Placed;
        // The book is the one row all orders share, so it is locked last and only by those that write in it.
        var book = awaited ? await session.Events.FetchForExclusiveWriting<OrderBook>(OrderBook.TheOne, cancellation) : null;
        return new(stream, book, stock);
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(PaymentReceived fact, PaidOrder paid)
    {
        var order = paid.Stream.Aggregate;
        return order?.Status switch
        {
            OrderStatus.Placed => Confirm(fact, order, paid, []),
            OrderStatus.Lapsed when !order.IsCancelled
                && order.Lines.Pieces().All(x => paid.Stock[x.Key].Aggregate!.Has(x.Value)) => Confirm(fact, order, paid,
                order.Lines.Pieces().Select(x => paid.Stock[x.Key].Append(new StockReserved(order.Id, x.Value)))),
            OrderStatus.Lapsed =>
                ([paid.Stream.Append(new LatePaymentReturned(fact.At))], [.. order.Parts.Select(x => Return(order, x, fact))]),
            OrderStatus.Confirmed or OrderStatus.Returned or null => ([], []),
        };
    }

    private static (IEnumerable<IMartenOp>, OutgoingMessages) Confirm(PaymentReceived fact, Order order, PaidOrder paid,
        IEnumerable<IMartenOp> stock)
    {
        var number = paid.Book!.Aggregate!.NextNumber;
        var taken = new OrderTaken(order.Method, order.KeyHash, order.Lines, order.Parts, order.HeldUntil);
        return (
            [
                .. stock,
                paid.Stream.Append(new OrderPaid(fact.At), new OrderNumbered(number)),
                paid.Book.Append(new OrderEntered(order.Id)),
                .. taken.StartParts(order.Id),
            ], []);
    }

    private static RefundAsked Return(Order order, OrderPart part, PaymentReceived fact) =>
        new(new(StreamId.For("late", part.SellerOrderId.Value.ToString())), order.Id, part.SellerOrderId, part.ArtisanId,
            order.Method, part.Total, Settled: false, LocalMonth.DayOf(fact.At));
}
