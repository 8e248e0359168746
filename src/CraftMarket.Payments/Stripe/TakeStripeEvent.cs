using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Stripe tells something, perhaps again, perhaps late. It is noted once, as it was told, and worked on after the
/// reply.</summary>
/// <param name="Amount">Of a charge what went back so far, otherwise what it is about; in hundredths, as Stripe counts.</param>
/// <param name="PaymentStatus">The state of a payment page, a refund or a dispute, in Stripe's words.</param>
public sealed record TakeStripeEvent(string EventId, string Type, string ObjectId, OrderId? OrderId, long? Amount,
    string? Currency, string? PaymentStatus, string? PaymentIntent)
{
    /// <summary>Our id of the refund that it is about; null when it was not made here.</summary>
    public RefundId? RefundId { get; init; }

    /// <summary>Why a refund failed, in Stripe's words.</summary>
    public string? Why { get; init; }

    /// <summary>When it happened at Stripe; null in notes from before that was kept.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A note that something was told: an event's id, or a kind of event of one payment page.</summary>
public sealed record SeenStripeEvent(string Id)
{
    /// <summary>What it said, with nothing personal; only in the note of an event's id.</summary>
    public TakeStripeEvent? Told { get; init; }
}

public static class TakeStripeEventHandler
{
    public static async Task<IReadOnlyList<SeenStripeEvent>> LoadAsync(TakeStripeEvent command, IDocumentSession session,
        CancellationToken cancellation)
    {
        await AdvisoryLock.Take(session, command.ObjectId, cancellation);
        return [.. await session.LoadManyAsync<SeenStripeEvent>(cancellation, [.. Notes(command)])];
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(TakeStripeEvent command,
        IReadOnlyList<SeenStripeEvent> seen)
    {
        if (seen.Count > 0) return (Done.Instance, [], []);
        return (Done.Instance, Notes(command)
            .Select(x => MartenOps.Insert(new SeenStripeEvent(x) { Told = x == command.EventId ? command : null })),
            [new UseStripeEvent(command.EventId)]);
    }

    /// <summary>Stripe may send one happening as two events, so a page's events are noted by kind and page too.</summary>
    private static IEnumerable<string> Notes(TakeStripeEvent command) =>
        command.Type.StartsWith("checkout.session.", StringComparison.Ordinal)
        ? [command.EventId, $"{command.Type}/{command.ObjectId}"]
        : [command.EventId];
}
