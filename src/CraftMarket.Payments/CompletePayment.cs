using CraftMarket.Kernel.Facts;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The money of a card payment is there. Webhook and return page send this same command, as often as they like.</summary>
/// <param name="Reference">Stripe's payment intent.</param>
public sealed record CompletePayment(PaymentId PaymentId, string Reference, Rupiah Amount);

public static class CompletePaymentHandler
{
    public static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(CompletePayment command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment, DateTimeOffset now)
    {
        if (payment.Status == PaymentStatus.Paid || payment.Other?.Reference == command.Reference) return (Done.Instance, [], [], []);
        return payment.Total == command.Amount ? payment.Complete(command.Reference, now) : KeepApart(payment, command, now);
    }

    /// <summary>The page is used up, so nobody can pay this order any more: its stock becomes free and the money goes back whole.</summary>
    private static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) KeepApart(Payment payment, CompletePayment command, DateTimeOffset now)
    {
        var other = new OtherAmountPaid(command.Reference, command.Amount, now);
        var waited = payment.Status == PaymentStatus.Pending;
        return (Done.Instance, waited ? [other, new PaymentEnded()] : [other], [Bookings.OtherReceived(payment, other).Start()],
            waited ? [new ReturnOtherAmount(payment.Id), new PaymentFailed(payment.OrderId)] : [new ReturnOtherAmount(payment.Id)]);
    }

    /// <summary>Money that came is always booked, even when nobody waits for it any more; Ordering then gives it back or fills the order.</summary>
    internal static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) Complete(this Payment payment, string reference, DateTimeOffset now) =>
        (Done.Instance, [new PaymentCompleted(reference, now)],
            [.. payment.Parts.Select(x => Bookings.Received(payment, x, LocalMonth.DayOf(now)).Start())],
            payment.ToldReturned > Rupiah.Zero
                ? [new PaymentReceived(payment.OrderId, payment.Total, now), new CountReturns(payment.OrderId, reference, payment.ToldReturned)]
                : [new PaymentReceived(payment.OrderId, payment.Total, now)]);
}
