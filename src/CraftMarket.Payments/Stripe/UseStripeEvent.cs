using CraftMarket.Kernel.Facts;
using Marten;
using Stripe;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Works on what Stripe told; the note of it lies safe already, whatever it says.</summary>
/// <param name="EventId">Stripe's id of the event.</param>
public sealed record UseStripeEvent(string EventId);

/// <summary>A told event with the order it is about and what the operator knows of it already.</summary>
/// <param name="OrderId">Null when it is about no order of ours.</param>
/// <param name="Disputes">Only at the end of a dispute.</param>
/// <param name="Refund">The refund of ours that it is about.</param>
public sealed record StripeEventContext(TakeStripeEvent? Told, OrderId? OrderId, PaymentIssue? Known,
    OrderDisputes? Disputes = null,
    Refund? Refund = null);

public static class UseStripeEventHandler
{
    public static async Task<StripeEventContext> LoadAsync(UseStripeEvent command, IDocumentSession session,
        CancellationToken cancellation)
    {
        if ((await session.LoadAsync<SeenStripeEvent>(command.EventId, cancellation))?.Told is not { ObjectId.Length: > 0 } told)
            return new(null, null, null);
        // The beginning and the end of a dispute may come at once.
        await AdvisoryLock.Take(session, told.ObjectId, cancellation);
        var order = told.OrderId ?? await OrderOf(session, told.PaymentIntent, cancellation);
        return new(told, order, await session.LoadAsync<PaymentIssue>(told.ObjectId, cancellation),
            told.Type == EventTypes.ChargeDisputeClosed && order is { } known
            ? await OrderDisputes.Read(session, known, cancellation)
            : null, told.RefundId is { } refund ? await session.LoadAsync<Refund>(refund, cancellation) : null);
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(UseStripeEvent command, StripeEventContext context,
        DateTimeOffset now) => context switch
        {
            { Told: { Type: EventTypes.ChargeDisputeCreated or EventTypes.ChargeDisputeClosed } told } =>
                    Dispute(told, context, now),
            {
                Told:
                {
                    Type: EventTypes.RefundCreated or EventTypes.RefundUpdated or EventTypes.RefundFailed
                        or EventTypes.ChargeRefundUpdated
                } told
            } =>
                State(told, context, now),
            { Told: null } or { OrderId: null } => ([], []),
            {
                Told:
                {
                    Type: EventTypes.CheckoutSessionCompleted or EventTypes.CheckoutSessionAsyncPaymentSucceeded,
                    PaymentStatus: "paid"
                } told
            } =>
                Amount(told) is { } paid
                    ? ([], [new CompletePayment(PaymentId.Of(context.OrderId.Value), told.PaymentIntent ?? told.ObjectId, paid)])
                    : ([MartenOps.Store(Issue(told, context, PaymentIssue.ForeignMoney, now))], []),
            { Told.Type: EventTypes.CheckoutSessionExpired or EventTypes.CheckoutSessionAsyncPaymentFailed } =>
                ([], [new EndPayment(PaymentId.Of(context.OrderId.Value), context.Told.ObjectId)]),
            { Told: { Type: EventTypes.ChargeRefunded } told } => Amount(told) is { } back
                ? ([], [new ReconcileRefunds(context.OrderId.Value, told.PaymentIntent ?? told.ObjectId, back, told.At)])
                : ([MartenOps.Store(Issue(told, context, PaymentIssue.ForeignMoney, now))], []),
            _ => ([], []),
        };

    /// <summary>A refund that was not asked here and did not reach the buyer is the operator's to see.</summary>
    private static (IEnumerable<IMartenOp>, OutgoingMessages) State(TakeStripeEvent told, StripeEventContext context,
        DateTimeOffset now) =>
        context switch
        {
            { Refund: { } ours } =>
                ([], [new TakeRefundState(ours.Id, told.ObjectId, told.PaymentStatus ?? "", told.Why, told.At ?? now)]),
            { Known: null } when RefundStateTold.IsFailure(told.PaymentStatus) =>
                ([MartenOps.Store(Issue(told, context, PaymentIssue.FailedRefund, now))], []),
            _ => ([], []),
        };

    /// <summary>While a dispute is open the operator sees it and its money waits. A dispute that was lost took the money back,
    /// first of all what we were to give back and Stripe would not send meanwhile. Otherwise that is sent now.</summary>
    private static (IEnumerable<IMartenOp>, OutgoingMessages) Dispute(TakeStripeEvent told, StripeEventContext context,
        DateTimeOffset now)
    {
        if (context.Known is { IsOverAtStripe: true }) return ([], []);
        var issue = context.Known ?? Issue(told, context, PaymentIssue.Dispute, now);
        if (told.Type == EventTypes.ChargeDisputeCreated)
            return context.Known is null ? ([MartenOps.Store(issue)], []) : ([], []);
        var ended = issue with { Amount = told.Amount ?? issue.Amount, EndedAt = now, Ending = told.PaymentStatus };
        return ([MartenOps.Store(ended)],
            [.. context.OrderId is { } order ? Release(order, ended, context.Disputes?.Refunds ?? [], now) : []]);
    }

    private static IEnumerable<object> Release(OrderId order, PaymentIssue ended, IReadOnlyList<Refund> refunds,
        DateTimeOffset now)
    {
        var left = ended.Ending == PaymentIssue.Lost ? StripeAmount.TryRead(ended.Amount, ended.Currency) ?? Rupiah.Zero
            : Rupiah.Zero;
        foreach (var refund in refunds.Where(x => x.IsDeferred))
        {
            var carried = refund.Amount <= left;
            if (carried) left -= refund.Amount;
            yield return carried ? new CarryRefund(refund.Id, ended.Id) : new SendRefund(refund.Id, PaymentId.Of(order));
        }

        if (left > Rupiah.Zero) yield return new MoneyTakenBack(order, ended.Id, left, ended.Id, now);
    }

    private static PaymentIssue Issue(TakeStripeEvent told, StripeEventContext context, string kind, DateTimeOffset now) =>
        new(told.ObjectId, kind, context.OrderId, told.Amount ?? 0, told.Currency ?? "", now, null, null);

    private static Rupiah? Amount(TakeStripeEvent told) => StripeAmount.TryRead(told.Amount ?? 0, told.Currency);

    private static async Task<OrderId?> OrderOf(IQuerySession session, string? intent, CancellationToken cancellation) =>
        intent is null
        ? null
        : (await session.Query<Payment>().FirstOrDefaultAsync(x => x.Reference == intent, cancellation))?.OrderId;
}
