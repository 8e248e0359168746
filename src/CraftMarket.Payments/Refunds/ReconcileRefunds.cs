using CraftMarket.Kernel.Facts;
using Marten;
using Marten.Linq.MatchesSql;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Stripe told how much of an order's payment has gone back in all; what nobody here asked for is made known.</summary>
/// <param name="Intent">Stripe's payment.</param>
/// <param name="At">When Stripe counted; null in news from before that was kept.</param>
[MessageIdentity("CraftMarket.Payments.CountReturns")]
public sealed record ReconcileRefunds(OrderId OrderId, string Intent, Rupiah Total, DateTimeOffset? At = null)
{
    public PaymentId PaymentId => PaymentId.Of(OrderId);
}

/// <summary>What this house itself asked Stripe to send back of an order, sent or not yet. What a dispute took instead, Stripe
/// never sent.</summary>
public sealed record OwnRefunds(Rupiah Amount);

public static class ReconcileRefundsHandler
{
    public static async Task<OwnRefunds> LoadAsync(ReconcileRefunds command, IQuerySession session,
        CancellationToken cancellation)
    {
        var disputes = (await PaymentIssues.DisputesOf(session, command.OrderId, cancellation)).Select(x => x.Id).ToHashSet();
        var refunds = await session.Query<Refund>().Where(x => x.MatchesSql(Refund.OfOrder, command.OrderId.Value))
            .ToListAsync(cancellation);
        return Of(refunds, disputes, command.At);
    }

    /// <summary>What did not reach the buyer Stripe counts until it knew of that. Money that is kept apart is of another
    /// payment.</summary>
    internal static OwnRefunds Of(IEnumerable<Refund> refunds, IReadOnlySet<string> disputes, DateTimeOffset? at = null) =>
        new(refunds.Where(x => x is { Outside: false, Apart: false } && !disputes.Contains(x.Reference ?? "")
            && !(x.FailedAt <= at))
            .Sum(x => x.Amount));

    /// <summary>
    /// Stripe counts from the beginning, so any order of news leads to the same. A refund of ours is written down before Stripe
    /// is asked: what is on its way counts as ours, and Stripe tells again when it has arrived.
    /// </summary>
    public static (Events, OutgoingMessages) Handle(ReconcileRefunds command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment, OwnRefunds own, DateTimeOffset now)
    {
        if (payment.IsApart(command.Intent)) return ([], []);
        if (payment.Status != PaymentStatus.Paid)
            return command.Total > payment.ToldReturned ? ([new ReturnsTold(command.Total, Rupiah.Zero)], []) : ([], []);
        var outside = command.Total - own.Amount - payment.ReturnedOutside;
        if (outside <= Rupiah.Zero) return ([], []);
        var cause = $"{command.Intent} up to {(payment.ReturnedOutside + outside).Amount}";
        return ([new ReturnsTold(command.Total, outside)],
            [new MoneyTakenBack(payment.OrderId, cause, outside, command.Intent, now)]);
    }
}
