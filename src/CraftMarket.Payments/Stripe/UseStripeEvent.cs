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
public sealed record StripeNews(TakeStripeEvent? Told, OrderId? OrderId, OpenMatter? Known);

public static class UseStripeEventHandler
{
    public static async Task<StripeNews> LoadAsync(UseStripeEvent command, IDocumentSession session, CancellationToken cancellation)
    {
        if ((await session.LoadAsync<SeenStripeEvent>(command.EventId, cancellation))?.Told is not { ObjectId.Length: > 0 } told) return new(null, null, null);
        // The beginning and the end of a dispute may come at once.
        await Turn.Take(session, told.ObjectId, cancellation);
        return new(told, told.OrderId ?? await OrderOf(session, told.PaymentIntent, cancellation),
            await session.LoadAsync<OpenMatter>(told.ObjectId, cancellation));
    }

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(UseStripeEvent command, StripeNews news, DateTimeOffset now) => news switch
    {
        { Told: { Type: EventTypes.ChargeDisputeCreated or EventTypes.ChargeDisputeClosed } told } => Dispute(told, news, now),
        { Told: null } or { OrderId: null } => ([], []),
        { Told: { Type: EventTypes.CheckoutSessionCompleted or EventTypes.CheckoutSessionAsyncPaymentSucceeded, PaymentStatus: "paid" } told } =>
            Amount(told) is { } paid
                ? ([], [new CompletePayment(PaymentId.Of(news.OrderId.Value), told.PaymentIntent ?? told.ObjectId, paid)])
                : ([MartenOps.Store(Matter(told, news, OpenMatter.ForeignMoney, now))], []),
        { Told.Type: EventTypes.CheckoutSessionExpired or EventTypes.CheckoutSessionAsyncPaymentFailed } =>
            ([], [new EndPayment(PaymentId.Of(news.OrderId.Value))]),
        { Told: { Type: EventTypes.ChargeRefunded } told } => Amount(told) is { } back
            ? ([], [new CountReturns(news.OrderId.Value, told.PaymentIntent ?? told.ObjectId, back)])
            : ([MartenOps.Store(Matter(told, news, OpenMatter.ForeignMoney, now))], []),
        _ => ([], []),
    };

    /// <summary>While a dispute is open the operator sees it and its money waits. A dispute that was lost took the money back.</summary>
    private static (IEnumerable<IMartenOp>, OutgoingMessages) Dispute(TakeStripeEvent told, StripeNews news, DateTimeOffset now)
    {
        if (news.Known is { EndedAt: not null }) return ([], []);
        var matter = news.Known ?? Matter(told, news, OpenMatter.Dispute, now);
        if (told.Type == EventTypes.ChargeDisputeCreated) return news.Known is null ? ([MartenOps.Store(matter)], []) : ([], []);
        var ended = MartenOps.Store(matter with { EndedAt = now, Ending = told.PaymentStatus });
        return told.PaymentStatus == "lost" && news.OrderId is { } order && Amount(told) is { } lost
            ? ([ended], [new MoneyTakenBack(order, told.ObjectId, lost, told.ObjectId, now)])
            : ([ended], []);
    }

    private static OpenMatter Matter(TakeStripeEvent told, StripeNews news, string kind, DateTimeOffset now) =>
        new(told.ObjectId, kind, news.OrderId, told.Amount ?? 0, told.Currency ?? "", now, null, null);

    private static Rupiah? Amount(TakeStripeEvent told) => StripeAmount.TryRead(told.Amount ?? 0, told.Currency);

    private static async Task<OrderId?> OrderOf(IQuerySession session, string? intent, CancellationToken cancellation) => intent is null
        ? null
        : (await session.Query<Payment>().FirstOrDefaultAsync(x => x.Reference == intent, cancellation))?.OrderId;
}
