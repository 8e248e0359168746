using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Ordering granted a refund. A card's goes through Stripe; another is booked at once and stands on the office's list.</summary>
public static class RequestRefundHandler
{
    public static Task<Refund?> LoadAsync(RefundAsked fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Refund>(fact.RefundId, cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(RefundAsked fact, Refund? known)
    {
        if (known is not null) return ([], []);
        var started = MartenOps.StartStream<Refund>(fact.RefundId.Value, new RefundRequested(fact.OrderId, fact.SellerOrderId, fact.ArtisanId,
            fact.Method, fact.Amount, fact.Settled, fact.On));
        if (fact.Method == PaymentMethod.Card) return ([started], [new SendRefund(fact.RefundId, PaymentId.Of(fact.OrderId))]);
        var refund = Refund.Of(fact);
        return ([started, Bookings.Refunded(refund).Start()], [refund.Tell()]);
    }
}
