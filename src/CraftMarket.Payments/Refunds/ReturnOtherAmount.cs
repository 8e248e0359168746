using Stripe;
using Wolverine.Marten;
using Wolverine.Runtime.Handlers;

namespace CraftMarket.Payments;

/// <summary>Sends back money that came in another amount than the order's.</summary>
public sealed record ReturnOtherAmount(PaymentId PaymentId);

public static class ReturnOtherAmountHandler
{
    public static void Configure(HandlerChain chain) => chain.RetryWhileStripeIsAway();

    /// <summary>Stripe is asked before the transaction begins; asked twice for the same payment, it sends the money once.</summary>
    public static async Task<(Events, IEnumerable<IMartenOp>)> Handle(ReturnOtherAmount command, [WriteAggregate] Payment payment,
        StripeDesk desk, DateTimeOffset now, CancellationToken cancellation)
    {
        if (payment.Other is not { } other || payment.OtherWentBack) return ([], []);
        var reference = await Send(desk, payment, other, cancellation);
        return ([new OtherAmountReturned(reference)], [Bookings.OtherReturned(payment, other, LocalMonth.DayOf(now)).Start()]);
    }

    /// <summary>Somebody gave all of it back at Stripe's own pages a moment earlier: then there is nothing left to send.</summary>
    private static async Task<string> Send(StripeDesk desk, Payment payment, OtherAmountPaid other, CancellationToken cancellation)
    {
        try
        {
            return await desk.GiveBack(payment, other, cancellation);
        }
        catch (StripeException refused) when (refused.StripeError?.Code == "charge_already_refunded")
        {
            return other.Reference;
        }
    }
}
