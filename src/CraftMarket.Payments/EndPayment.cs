using CraftMarket.Kernel.Facts;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The payment page ended unpaid, or the bank refused for good.</summary>
/// <param name="SessionId">Stripe's page. One that the buyer never saw may end without ending the payment.</param>
public sealed record EndPayment(PaymentId PaymentId, string? SessionId = null);

public static class EndPaymentHandler
{
    public static (Answer, Events, OutgoingMessages) Handle(EndPayment command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment) =>
        payment.Status == PaymentStatus.Pending && (command.SessionId is null || command.SessionId == payment.SessionId)
            ? (Done.Instance, [new PaymentEnded()], [new PaymentFailed(payment.OrderId)])
            : (Done.Instance, [], []);
}

/// <summary>The buyer waits for a page no longer and pays another way, with another order.</summary>
public sealed record GiveUpCheckout(PaymentId PaymentId);

public static class GiveUpCheckoutHandler
{
    public static Refusal? Validate(GiveUpCheckout command, Payment payment) =>
        payment is { Url: null, Status: not PaymentStatus.Paid } && payment.Method.Money().In == MoneyIn.Page ? null : PageIsOpen;

    private static readonly Refusal PageIsOpen = Refusal.Conflict("wrong_state",
        "Halaman bayar pesanan ini sudah terbuka. Muat ulang halaman ini.",
        "This order's payment page is open now. Reload this page.");

    public static (Answer, Events, OutgoingMessages) Handle(GiveUpCheckout command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment) =>
        payment.Status == PaymentStatus.Pending
            ? (Done.Instance, [new PaymentEnded()], [new PaymentFailed(payment.OrderId), new CloseUnseenPages(payment.Id)])
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
        Close(payment));

    private static OutgoingMessages Close(Payment payment)
    {
        if (payment.Status == PaymentStatus.Paid) return [];
        if (payment.SessionId is { } session) return [new CloseCheckout(session)];
        return payment.FaultedAt is null ? [] : [new CloseUnseenPages(payment.Id)];
    }
}
