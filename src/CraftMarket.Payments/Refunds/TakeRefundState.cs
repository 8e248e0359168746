using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Stripe told how one of our refunds stands, perhaps again, late, or before its own answer was noted.</summary>
/// <param name="Reference">Stripe's refund.</param>
/// <param name="State">In Stripe's words.</param>
public sealed record TakeRefundState(RefundId RefundId, string Reference, string State, string? Why, DateTimeOffset At);

public static class TakeRefundStateHandler
{
    /// <summary>A refund that did not reach the buyer is taken out of what was sent: the money lies at Stripe again and is owed
    /// to the buyer.</summary>
    public static (Events, IEnumerable<IMartenOp>) Handle(TakeRefundState command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Refund refund)
    {
        if (refund.Reference is { } known && known != command.Reference) return ([], []);
        if (RefundStateTold.Rank(command.State) <= RefundStateTold.Rank(refund.Told?.State)) return ([], []);
        var told = new RefundStateTold(command.Reference, command.State, command.Why, command.At);
        if (refund.Reference is not null) return ([told], Unbooked(refund, told));
        var (sent, booked) = refund.Sent(command.Reference);
        return ([.. sent, told], [.. booked, .. Unbooked(refund, told)]);
    }

    private static IEnumerable<IMartenOp> Unbooked(Refund refund, RefundStateTold told) =>
        RefundStateTold.IsFailure(told.State) ? [Bookings.RefundFailed(refund, LocalMonth.DayOf(told.At)).Start()] : [];
}
