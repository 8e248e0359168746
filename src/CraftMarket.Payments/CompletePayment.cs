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
        if (payment.Status == PaymentStatus.Paid) return (Done.Instance, [], [], []);
        if (payment.Total != command.Amount)
            throw new InvalidOperationException($"Payment {payment.Id.Value} is for {payment.Total}, but {command.Amount} was paid.");
        return payment.Complete(command.Reference, now);
    }

    /// <summary>Money that came is always booked, even when nobody waits for it any more; Ordering then gives it back or fills the order.</summary>
    internal static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) Complete(this Payment payment, string reference, DateTimeOffset now) =>
        (Done.Instance, [new PaymentCompleted(reference, now)],
            [.. payment.Parts.Select(x => Bookings.Received(payment, x, LocalMonth.DayOf(now)).Start())],
            [new PaymentReceived(payment.OrderId, payment.Total, now)]);
}
