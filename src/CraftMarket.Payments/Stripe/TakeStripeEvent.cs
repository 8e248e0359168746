using Marten;
using Stripe;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Stripe tells something, perhaps again, perhaps late. It is noted once and worked on after the reply.</summary>
public sealed record TakeStripeEvent(string EventId, string Type, string ObjectId, OrderId? OrderId, long? Amount, string? Currency,
    string? PaymentStatus, string? PaymentIntent);

/// <summary>A note that something was told: an event's id, or a kind of event of one payment page.</summary>
public sealed record SeenStripeEvent(string Id);

public static class TakeStripeEventHandler
{
    public static async Task<IReadOnlyList<SeenStripeEvent>> LoadAsync(TakeStripeEvent command, IDocumentSession session, CancellationToken cancellation)
    {
        await Turn.Take(session, command.ObjectId, cancellation);
        return [.. await session.LoadManyAsync<SeenStripeEvent>(cancellation, [.. Notes(command)])];
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(TakeStripeEvent command, IReadOnlyList<SeenStripeEvent> seen)
    {
        if (seen.Count > 0) return (Done.Instance, [], []);
        return (Done.Instance, Notes(command).Select(x => MartenOps.Insert(new SeenStripeEvent(x))), Work(command));
    }

    private static OutgoingMessages Work(TakeStripeEvent command) => command switch
    {
        { OrderId: null } => [],
        { Type: EventTypes.CheckoutSessionCompleted or EventTypes.CheckoutSessionAsyncPaymentSucceeded, PaymentStatus: "paid" } =>
        [
            new CompletePayment(PaymentId.Of(command.OrderId.Value), command.PaymentIntent ?? command.ObjectId,
                StripeAmount.Read(command.Amount ?? 0, command.Currency ?? "")),
        ],
        { Type: EventTypes.CheckoutSessionExpired or EventTypes.CheckoutSessionAsyncPaymentFailed } => [new EndPayment(PaymentId.Of(command.OrderId.Value))],
        _ => [],
    };

    /// <summary>Stripe may send one happening as two events, so a page's events are noted by kind and page too.</summary>
    private static IEnumerable<string> Notes(TakeStripeEvent command) => command.Type.StartsWith("checkout.session.", StringComparison.Ordinal)
        ? [command.EventId, $"{command.Type}/{command.ObjectId}"]
        : [command.EventId];
}
