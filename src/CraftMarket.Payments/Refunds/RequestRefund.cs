using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Ordering granted a refund. What Stripe sends is booked when it has; another, or one that went back already, at
/// once.</summary>
public static class RequestRefundHandler
{
    public static Task<Refund?> LoadAsync(RefundAsked fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Refund>(fact.RefundId, cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(RefundAsked fact, Refund? known)
    {
        if (known is not null) return ([], []);
        var requested = new RefundRequested(fact.OrderId, fact.SellerOrderId, fact.ArtisanId, fact.Method, fact.Amount,
            fact.Settled, fact.On, Outside: fact.Reference is null ? null : true);
        if (fact.Reference is null && fact.Method.Money().Back == MoneyBack.Stripe)
            return ([MartenOps.StartStream<Refund>(fact.RefundId.Value, requested)],
                [new SendRefund(fact.RefundId, PaymentId.Of(fact.OrderId))]);
        var refund = Refund.Of(fact);
        return ([fact.Reference is { } carried
            ? MartenOps.StartStream<Refund>(fact.RefundId.Value, requested, new RefundSent(carried), refund.Refunded())
            : MartenOps.StartStream<Refund>(fact.RefundId.Value, requested, refund.Refunded()),
            Bookings.Refunded(refund).Start()], []);
    }
}
