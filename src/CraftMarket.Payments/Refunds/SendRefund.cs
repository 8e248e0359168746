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
        await session.LoadAsync<Payment>(command.PaymentId.Value, cancellation) ?? throw new InvalidOperationException("A refund without a payment.");

    /// <summary>Stripe is asked before the transaction begins; asked twice, it knows our refund id and sends the money once.</summary>
    public static async Task<(Events, IEnumerable<IMartenOp>, OutgoingMessages)> Handle(SendRefund command, [WriteAggregate] Refund refund,
        Payment payment, StripeDesk desk, CancellationToken cancellation)
    {
        if (refund.Reference is not null) return ([], [], []);
        try
        {
            return refund.Sent(await desk.Refund(refund, payment.Reference!, cancellation));
        }
        catch (StripeException refused) when (refused.StripeError?.Code == "charge_already_refunded")
        {
            // Somebody gave all of it back at Stripe's own pages a moment earlier: then this refund is what they did.
            return refund.Sent(payment.Reference!);
        }
        catch (StripeException refused) when (refused.StripeError?.Code == "charge_disputed")
        {
            return ([], [], [new DeferRefund(refund.Id, refund.OrderId)]);
        }
    }
}
