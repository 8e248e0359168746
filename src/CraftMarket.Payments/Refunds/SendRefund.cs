using Marten;
using Stripe;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace CraftMarket.Payments;

/// <summary>Sends a card's refund through Stripe.</summary>
public sealed record SendRefund(RefundId RefundId, PaymentId PaymentId);

public static class SendRefundHandler
{
    public static void Configure(HandlerChain chain) => chain.RetryWhileStripeIsAway();

    public static async Task<Payment> LoadAsync(SendRefund command, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<Payment>(command.PaymentId.Value, cancellation)
            ?? throw new InvalidOperationException("A refund without a payment.");

    /// <summary>Stripe is asked before the transaction begins; asked twice, it knows our refund id and sends the money once.
    /// After a fault it would answer with the same fault, so it is asked first whether it sent the money, and if not, under
    /// another key.</summary>
    public static async Task<(Events, IEnumerable<IMartenOp>, OutgoingMessages)> Handle(SendRefund command,
        [WriteAggregate] Refund refund, Payment payment, StripeGateway stripe, DateTimeOffset now, CancellationToken cancellation)
    {
        if (refund.Reference is not null) return ([], [], []);
        var intent = refund.Intent ?? payment.Reference!;
        try
        {
            var made = (refund.Faults > 0 ? await stripe.Find(refund, intent, cancellation) : null)
                ?? await stripe.Send(refund, intent, cancellation);
            var (sent, booked) = refund.Sent(made.Id);
            return (sent, booked, RefundStateTold.Rank(made.Status) > 0
                ? [new TakeRefundState(refund.Id, made.Id, made.Status, made.FailureReason, now)]
                : []);
        }
        catch (StripeException fault) when (fault.IsSaved())
        {
            return ([new RefundFaulted()], [], command.After(Wait(refund.Faults)));
        }
        catch (StripeException refused) when (refused.StripeError?.Code == "charge_already_refunded")
        {
            // Somebody gave all of it back at Stripe's own pages a moment earlier: then this refund is what they did.
            var (sent, booked) = refund.Sent(intent);
            return (sent, booked, []);
        }
        catch (StripeException refused) when (refused.StripeError?.Code == "charge_disputed")
        {
            return ([], [], [new DeferRefund(refund.Id, refund.OrderId)]);
        }
    }

    /// <summary>Long enough for Stripe to know what it did. Nobody waits at the counter.</summary>
    private static TimeSpan Wait(int faults) => faults switch
    {
        < 3 => TimeSpan.FromSeconds(5),
        < 6 => TimeSpan.FromMinutes(2),
        < 10 => TimeSpan.FromMinutes(30),
        _ => TimeSpan.FromHours(4),
    };
}
