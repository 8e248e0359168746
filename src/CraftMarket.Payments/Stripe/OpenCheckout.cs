using CraftMarket.Kernel.Facts;
using Marten;
using Stripe;
using Stripe.Checkout;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace CraftMarket.Payments;

/// <summary>Opens Stripe's page for a payment.</summary>
public sealed record OpenCheckout(PaymentId PaymentId);

public static class OpenCheckoutHandler
{
    public static void Configure(HandlerChain chain) => chain.RetryWhileStripeIsAway();

    /// <summary>Stripe is asked before the transaction begins; asked twice with our payment's id, it answers with the same page.</summary>
    public static async Task<(Events, OutgoingMessages)> Handle(OpenCheckout command, [WriteAggregate] Payment payment, StripeDesk desk,
        CancellationToken cancellation)
    {
        if (payment.Status != PaymentStatus.Pending || payment.SessionId is not null) return ([], []);
        try
        {
            return ([await desk.Open(payment, cancellation)], []);
        }
        catch (StripeException refused) when (refused.IsRefusal())
        {
            // Such as an amount below Stripe's minimum: this order can never be paid by card, so its stock is set free.
            return ([new PaymentEnded()], [new PaymentFailed(payment.OrderId)]);
        }
    }
}

/// <summary>Closes Stripe's page of an order that lapsed.</summary>
public sealed record CloseCheckout(string SessionId);

public static class CloseCheckoutHandler
{
    public static void Configure(HandlerChain chain) => chain.RetryWhileStripeIsAway();

    public static Task Handle(CloseCheckout command, StripeDesk desk, CancellationToken cancellation) => desk.Close(command.SessionId, cancellation);
}

/// <summary>A buyer came back from Stripe's page: look whether the money is there, without waiting for the webhook.</summary>
public sealed record CheckCheckout(PaymentId PaymentId);

/// <summary>Stripe says that nothing was paid on the page, or what was paid there goes back.</summary>
public sealed record NothingPaid : Answer
{
    public static readonly NothingPaid Instance = new();
}

/// <summary>What the house and Stripe know of a payment at this moment.</summary>
/// <param name="Page">Null when there is nothing to ask Stripe about, or Stripe does not answer.</param>
public sealed record CheckedPayment(Payment? Payment, Session? Page);

public static class CheckCheckoutHandler
{
    public static async Task<CheckedPayment> LoadAsync(CheckCheckout command, IQuerySession session, StripeDesk desk, CancellationToken cancellation)
    {
        var payment = await session.LoadAsync<Payment>(command.PaymentId.Value, cancellation);
        var page = payment is { Status: not PaymentStatus.Paid, SessionId: { } id } ? await Look(desk, id, cancellation) : null;
        return new(payment, page);
    }

    /// <summary>Null when Stripe cannot be asked now: the buyer is not to blame, and the webhook tells it later.</summary>
    private static async Task<Session?> Look(StripeDesk desk, string session, CancellationToken cancellation)
    {
        try
        {
            return await desk.Look(session, cancellation);
        }
        catch (Exception away) when (away is StripeException or HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public static Refusal? Validate(CheckCheckout command, CheckedPayment found) => found.Payment is null ? Refusal.Missing() : null;

    public static (Answer, OutgoingMessages) Handle(CheckCheckout command, CheckedPayment found) => found switch
    {
        { Payment.Other: not null } or { Page.PaymentStatus: not "paid" } => (NothingPaid.Instance, []),
        { Page: { } page } when StripeAmount.TryRead(page.AmountTotal ?? 0, page.Currency) is { } amount =>
            (Done.Instance, [new CompletePayment(command.PaymentId, page.PaymentIntentId, amount)]),
        _ => (Done.Instance, []),
    };
}
