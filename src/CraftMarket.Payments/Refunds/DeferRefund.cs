using Marten;
using Marten.Linq.MatchesSql;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Stripe would not send a refund, because the payment is under dispute or was taken back by one.</summary>
public sealed record DeferRefund(RefundId RefundId, OrderId OrderId);

/// <summary>The disputes of an order and its own refunds by card, looked at in turn so that none falls between a refusal and a
/// dispute's end.</summary>
public sealed record OrderDisputes(IReadOnlyList<PaymentIssue> Disputes, IReadOnlyList<Refund> Refunds)
{
    /// <summary>Stripe has told of a dispute and of the end of every one; what the operator called settled may still go on
    /// there.</summary>
    public bool AreOver => Disputes.Count > 0 && Disputes.All(x => x.IsOverAtStripe);

    /// <summary>A lost dispute that took as much as this refund beyond what went back by it already; null when there is
    /// none.</summary>
    public PaymentIssue? Carrier(Refund refund) => Disputes.FirstOrDefault(x => x.Ending == PaymentIssue.Lost
        && StripeAmount.TryRead(x.Amount, x.Currency) is { } lost && Carried(x.Id) + refund.Amount <= lost);

    /// <summary>What of the order went back by a dispute.</summary>
    public Rupiah Carried(string dispute) => Refunds.Where(x => x.Reference == dispute).Sum(x => x.Amount);

    public static async Task<OrderDisputes> Read(IDocumentSession session, OrderId order, CancellationToken cancellation)
    {
        await AdvisoryLock.Take(session, $"disputes of {order.Value}", cancellation);
        return new(await PaymentIssues.DisputesOf(session, order, cancellation), await session.Query<Refund>()
            .Where(x => x.MatchesSql(Refund.OfOrder, order.Value)).ToListAsync(cancellation));
    }
}

public static class DeferRefundHandler
{
    public static Task<OrderDisputes> LoadAsync(DeferRefund command, IDocumentSession session, CancellationToken cancellation) =>
        OrderDisputes.Read(session, command.OrderId, cancellation);

    /// <summary>
    /// It waits while a dispute is open; the news of one may come after the refusal. One that ended a moment ago took the money
    /// or let it go. A refusal that no dispute explains is the operator's to see.
    /// </summary>
    public static (Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(DeferRefund command, [WriteAggregate] Refund refund,
        OrderDisputes known)
    {
        if (refund.Reference is not null) return ([], [], []);
        if (!known.AreOver) return ([new RefundDeferred()], [], []);
        if (known.Carrier(refund) is { } lost)
        {
            var (sent, booked) = refund.Sent(lost.Id);
            return (sent, booked, []);
        }

        if (refund.Deferrals > 0)
            throw new InvalidOperationException("Stripe calls the payment disputed, but every dispute of it known here is over.");
        return ([new RefundDeferred()], [], [new SendRefund(refund.Id, PaymentId.Of(refund.OrderId))]);
    }
}

/// <summary>The bank took by a lost dispute what this refund was to give back.</summary>
/// <param name="DisputeId">Stripe's dispute.</param>
public sealed record CarryRefund(RefundId RefundId, string DisputeId);

public static class CarryRefundHandler
{
    public static (Events, IEnumerable<IMartenOp>) Handle(CarryRefund command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Refund refund) =>
        refund.Reference is null ? refund.Sent(command.DisputeId) : ([], []);
}
