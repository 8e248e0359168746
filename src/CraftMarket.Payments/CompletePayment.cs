using CraftMarket.Kernel.Facts;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The money of a card payment is there. Webhook and return page send this same command, as often as they
/// like.</summary>
/// <param name="Reference">Stripe's payment intent.</param>
public sealed record CompletePayment(PaymentId PaymentId, string Reference, Rupiah Amount);

public static class CompletePaymentHandler
{
    public static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(CompletePayment command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment, DateTimeOffset now)
    {
        if (payment.Reference == command.Reference || payment.IsApart(command.Reference)) return (Done.Instance, [], [], []);
        return payment.Total == command.Amount && payment.Status != PaymentStatus.Paid
            ? payment.Complete(command.Reference, now)
            : KeepApart(payment, command, now);
    }

    /// <summary>Money of another amount, or for an order that was paid on another page, goes back whole. A page that took another
    /// amount is used up, so nobody can pay this order any more: its stock becomes free.</summary>
    private static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) KeepApart(Payment payment, CompletePayment command,
        DateTimeOffset now)
    {
        var other = new OtherAmountPaid(command.Reference, command.Amount, now);
        var waited = payment.Status == PaymentStatus.Pending;
        return (Done.Instance, waited ? [other, new PaymentEnded()] : [other], [Bookings.OtherReceived(payment, other).Start()],
            waited
                ? [new ReturnOtherAmount(payment.Id, other.Reference), new PaymentFailed(payment.OrderId)]
                : [new ReturnOtherAmount(payment.Id, other.Reference)]);
    }

    /// <summary>Money that came is always booked, even when nobody waits for it any more; Ordering then gives it back or fills
    /// the order.</summary>
    internal static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) Complete(this Payment payment, string reference,
        DateTimeOffset now) =>
        (Done.Instance, [new PaymentCompleted(reference, now)],
            [.. payment.Parts.Select(x => Bookings.Received(payment, x, LocalMonth.DayOf(now)).Start())],
            payment.ToldReturned > Rupiah.Zero
                ? [new PaymentReceived(payment.OrderId, payment.Total, now),
                    new ReconcileRefunds(payment.OrderId, reference, payment.ToldReturned)]
                : [new PaymentReceived(payment.OrderId, payment.Total, now)]);
}
