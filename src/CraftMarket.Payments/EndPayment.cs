using CraftMarket.Kernel.Facts;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The payment page ended unpaid, or the bank refused for good.</summary>
public sealed record EndPayment(PaymentId PaymentId);

public static class EndPaymentHandler
{
    public static (Answer, Events, OutgoingMessages) Handle(EndPayment command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment) =>
        payment.Status == PaymentStatus.Pending
            ? (Done.Instance, [new PaymentEnded()], [new PaymentFailed(payment.OrderId)])
            : (Done.Instance, [], []);
}

/// <summary>The order's hold is over: its payment page is closed, so that nobody pays for nothing.</summary>
public sealed record ClosePayment(PaymentId PaymentId);

public static class OrderLapsedHandler
{
    public static ClosePayment Handle(OrderLapsed fact) => new(PaymentId.Of(fact.OrderId));
}

public static class ClosePaymentHandler
{
    public static (Events, OutgoingMessages) Handle(ClosePayment command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment) => (
        payment.Status == PaymentStatus.Pending ? [new PaymentEnded()] : [],
        payment is { Status: not PaymentStatus.Paid, SessionId: { } session } ? [new CloseCheckout(session)] : []);
}
