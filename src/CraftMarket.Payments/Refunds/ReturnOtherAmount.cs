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
        var reference = await desk.GiveBack(payment, other, cancellation);
        return ([new OtherAmountReturned(reference)], [Bookings.OtherReturned(payment, other, LocalMonth.DayOf(now)).Start()]);
    }
}
