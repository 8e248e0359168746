using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The parts of an order whose money went back without us, and the stock of those that have not left.</summary>
public sealed record SoldOrder(IReadOnlyList<IEventStream<SellerOrder>> Parts,
    IReadOnlyDictionary<Article, IEventStream<StockItem>> Stock);

/// <summary>Money went back without us: the parts bear it, as if it had been granted here. One payment holds all parts, so the
/// money does not say whose it was.</summary>
public static class AllocateExternalRefundHandler
{
    public const string Reason = "Dikembalikan lewat Stripe.";

    /// <exception cref="TimeoutException">It is not known to be paid. Tried for hours; then the operator sees it.</exception>
    public static async Task<SoldOrder> LoadAsync(MoneyTakenBack fact, IDocumentSession session, CancellationToken cancellation)
    {
        var order = await session.LoadAsync<Order>(fact.OrderId.Value, cancellation);
        if (order?.Status is OrderStatus.Placed or OrderStatus.Lapsed)
            throw new TimeoutException("The order of this money does not know of its payment. Mend the stuck payment first.");
        var parts = new List<IEventStream<SellerOrder>>();
        // Of an order that was given back whole, everything is asked already.
        IReadOnlyList<OrderPart> started = order is { Status: OrderStatus.Confirmed } ? order.Parts : [];
        foreach (var part in started.Select(x => x.SellerOrderId.Value).Order())
            parts.Add(await session.Events.FetchForExclusiveWriting<SellerOrder>(part, cancellation));
        var unsent = parts.Select(x => x.Aggregate).OfType<SellerOrder>().Where(x => x.IsUnsent).SelectMany(x => x.Lines);
        return new(parts, await StockLocks.Lock(session, unsent.Select(x => x.Article), cancellation));
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(MoneyTakenBack fact, SoldOrder sold)
    {
        var parts = sold.Parts.Select(x => (Stream: x, State: x.Aggregate!, Refund: RefundOf(fact, x.Aggregate!))).ToList();
        if (parts.Any(x => x.State.Refunds.Any(y => y.RefundId == x.Refund))) return ([], []);
        var shares = Shares(fact.Amount, [.. parts.Select(x => x.State.Refundable)]);
        var borne = parts.Zip(shares, (x, share) => (x.Stream, x.State, Granted: new RefundGranted(x.Refund, share, Reason)))
            .Where(x => x.Granted.Amount > Rupiah.Zero).ToList();
        return (borne.SelectMany(x => x.Stream.GiveBack(x.Granted, sold.Stock)),
            [.. borne.Select(x => x.Granted.Ask(x.State, fact.At) with { Reference = fact.Reference })]);
    }

    /// <summary>
    /// The part of exactly that amount, if there is one; otherwise every part by what is left of it, to the rupiah. What exceeds
    /// all of it was granted here at the same moment and is being sent.
    /// </summary>
    internal static IReadOnlyList<Rupiah> Shares(Rupiah amount, IReadOnlyList<Rupiah> left)
    {
        var all = left.Sum();
        if (all == Rupiah.Zero) return [.. left];
        if (left.Count(x => x == amount) == 1) return [.. left.Select(x => x == amount ? x : Rupiah.Zero)];
        var borne = amount < all ? amount : all;
        Rupiah UpTo(int parts) => new((long)(borne.Amount * (decimal)left.Take(parts).Sum().Amount / all.Amount));
        return [.. left.Select((_, i) => UpTo(i + 1) - UpTo(i))];
    }

    private static RefundId RefundOf(MoneyTakenBack fact, SellerOrder part) =>
        new(StreamId.For("outside", fact.Cause, part.Id.Value.ToString()));
}
