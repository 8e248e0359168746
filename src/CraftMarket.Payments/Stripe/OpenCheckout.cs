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

    /// <summary>Stripe is asked before the transaction begins; asked twice under one key, it answers with the same page. After a
    /// fault it would answer with the same fault, so the next try has another key; a page that nobody saw is closed.</summary>
    public static async Task<(Events, OutgoingMessages)> Handle(OpenCheckout command, [WriteAggregate] Payment payment,
        StripeGateway stripe, DateTimeOffset now, CancellationToken cancellation)
    {
        if (payment.SessionId is not null) return ([], []);
        if (payment.Status != PaymentStatus.Pending) return ([], [new CloseUnseenPages(payment.Id)]);
        try
        {
            return ([await stripe.Open(payment, cancellation)], payment.FaultedAt is null ? []
                : [new CloseUnseenPages(payment.Id)]);
        }
        catch (StripeException fault) when (fault.IsSaved())
        {
            return ([new CheckoutFaulted(now)], command.After(Wait(payment.Faults)));
        }
        catch (StripeException refused) when (refused.IsRefusal())
        {
            // Such as an amount below Stripe's minimum: this order can never be paid by card, so its stock is set free.
            return ([new PaymentEnded()], [new PaymentFailed(payment.OrderId)]);
        }
    }

    /// <summary>The buyer is waiting: several tries fall into the first half minute. They end with the order's hold.</summary>
    private static TimeSpan Wait(int faults) => faults switch
    {
        0 => TimeSpan.Zero,
        < 5 => TimeSpan.FromSeconds(2),
        < 10 => TimeSpan.FromSeconds(30),
        _ => TimeSpan.FromMinutes(5),
    };
}

/// <summary>Closes pages that Stripe opened for a payment but answered with a fault, so that nobody knows them.</summary>
public sealed record CloseUnseenPages(PaymentId PaymentId);

public static class CloseUnseenPagesHandler
{
    public static void Configure(HandlerChain chain) => chain.RetryWhileStripeIsAway();

    public static Task<Payment?> LoadAsync(CloseUnseenPages command, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Payment>(command.PaymentId.Value, cancellation);

    public static async Task Handle(CloseUnseenPages command, Payment? payment, StripeGateway stripe,
        CancellationToken cancellation)
    {
        if (payment is null) return;
        foreach (var unseen in await stripe.Unseen(payment, cancellation)) await stripe.Close(unseen, cancellation);
    }
}

/// <summary>Closes Stripe's page of an order that lapsed.</summary>
public sealed record CloseCheckout(string SessionId);

public static class CloseCheckoutHandler
{
    public static void Configure(HandlerChain chain) => chain.RetryWhileStripeIsAway();

    public static Task Handle(CloseCheckout command, StripeGateway stripe, CancellationToken cancellation) =>
        stripe.Close(command.SessionId, cancellation);
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
    public static async Task<CheckedPayment> LoadAsync(CheckCheckout command, IQuerySession session, StripeGateway stripe,
        CancellationToken cancellation)
    {
        var payment = await session.LoadAsync<Payment>(command.PaymentId.Value, cancellation);
        var page = payment is { Status: not PaymentStatus.Paid, SessionId: { } id } ? await Look(stripe, id, cancellation) : null;
        return new(payment, page);
    }

    /// <summary>Null when Stripe cannot be asked now: the buyer is not to blame, and the webhook tells it later.</summary>
    private static async Task<Session?> Look(StripeGateway stripe, string session, CancellationToken cancellation)
    {
        try
        {
            return await stripe.Look(session, cancellation);
        }
        catch (Exception away) when (away is StripeException or HttpRequestException or TaskCanceledException
            && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public static Refusal? Validate(CheckCheckout command, CheckedPayment found) => found.Payment is null ? Refusal.Missing()
        : null;

    public static (Answer, OutgoingMessages) Handle(CheckCheckout command, CheckedPayment found) => found switch
    {
        { Payment.Other: not null } or { Page.PaymentStatus: not "paid" } => (NothingPaid.Instance, []),
        { Page: { } page } when StripeAmount.TryRead(page.AmountTotal ?? 0, page.Currency) is { } amount =>
            (Done.Instance, [new CompletePayment(command.PaymentId, page.PaymentIntentId, amount)]),
        _ => (Done.Instance, []),
    };
}
