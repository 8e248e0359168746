using Marten;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The office sent a refund by bank; told twice, it is recorded once.</summary>
/// <param name="Reference">The bank's.</param>
public sealed record MarkRefundSent(RefundId RefundId, string Reference) : Confidential;

/// <summary>What is known of a reference, and how a refund was booked when it was asked.</summary>
public sealed record KnownRefund(UsedReference? Used, LedgerEntry? Asked);

public static class MarkRefundSentHandler
{
    public static async Task<KnownRefund> LoadAsync(MarkRefundSent command, IQuerySession session,
        CancellationToken cancellation) => new(
        await UsedReference.Find(session, UsedReference.Refund, command.Reference, cancellation),
        await session.LoadAsync<LedgerEntry>(Bookings.RefundEntry(command.RefundId), cancellation));

    public static Refusal? Validate(MarkRefundSent command, KnownRefund hand, Refund refund)
    {
        if (UsedReference.Check(command.Reference) is { } missing) return missing;
        if (UsedReference.AreSame(refund.Reference, command.Reference)) return null;
        if (hand.Used is not null) return UsedReference.Taken;
        return refund.IsByHand ? null : Refusal.Conflict("wrong_state",
            "Pengembalian ini sudah tercatat terkirim, atau Stripe yang mengirimnya ke kartu.",
            "This refund is already recorded as sent, or Stripe sends it to the card.");
    }

    /// <summary>Refunds by transfer were once booked against the bank when they were asked; of those nothing is left to
    /// book.</summary>
    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(MarkRefundSent command, KnownRefund hand,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Refund refund, DateTimeOffset now)
    {
        if (UsedReference.AreSame(refund.Reference, command.Reference)) return (Done.Instance, [], []);
        var reference = command.Reference.Trim();
        IMartenOp kept = MartenOps.Insert(UsedReference.Of(UsedReference.Refund, reference, refund.Id.Value));
        return (Done.Instance, [new RefundSent(reference)], hand.Asked?.Booked.Change(Account.Bank) < Rupiah.Zero
            ? [kept]
            : [kept, Bookings.SentByHand(refund, LocalMonth.DayOf(now)).Start()]);
    }
}
