using Marten;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The operator sent the money; told twice, it is recorded once.</summary>
public sealed record MarkPayoutPaid(PayoutId PayoutId, string Reference) : Confidential;

/// <summary>The transfer came back, or is called off before it was sent.</summary>
public sealed record MarkPayoutReturned(PayoutId PayoutId);

public static class MarkPayoutPaidHandler
{
    /// <summary>What the reference serves already; a payout from before references were kept is found by the way it was
    /// typed.</summary>
    public static async Task<UsedReference?> LoadAsync(MarkPayoutPaid command, IQuerySession session,
        CancellationToken cancellation)
    {
        if (await UsedReference.Find(session, UsedReference.Payout, command.Reference, cancellation) is { } used) return used;
        var typed = command.Reference.Trim();
        return await session.Query<Payout>().FirstOrDefaultAsync(x => x.Reference == typed, cancellation) is { } earlier
            ? UsedReference.Of(UsedReference.Payout, typed, earlier.Id.Value)
            : null;
    }

    public static Refusal? Validate(MarkPayoutPaid command, UsedReference? used, Payout payout)
    {
        if (UsedReference.Check(command.Reference) is { } missing) return missing;
        if (payout.Status == PayoutStatus.Paid && UsedReference.AreSame(payout.Reference, command.Reference)) return null;
        if (used is not null) return UsedReference.Taken;
        return payout.Status == PayoutStatus.Pending ? null : Refusal.Conflict("wrong_state",
            $"Pencairan ini sudah dicatat dengan referensi {payout.Reference ?? "lain"} atau sudah kembali.",
            $"This payout is already recorded with reference {payout.Reference ?? "none"}, or has come back.");
    }

    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(MarkPayoutPaid command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payout payout, DateTimeOffset now) =>
            payout.Status == PayoutStatus.Paid
        ? (Done.Instance, [], [])
        : (Done.Instance, [new PayoutPaid(command.Reference.Trim())],
            [
                MartenOps.Insert(UsedReference.Of(UsedReference.Payout, command.Reference, payout.Id.Value)),
                Bookings.PayoutPaid(payout, LocalMonth.DayOf(now)).Start(),
            ]);
}

public static class MarkPayoutReturnedHandler
{
    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(MarkPayoutReturned command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payout payout, DateTimeOffset now) =>
            payout.Status == PayoutStatus.Returned
        ? (Done.Instance, [], [])
        : (Done.Instance, [new PayoutReturned()], [Bookings.PayoutReturned(payout, LocalMonth.DayOf(now)).Start()]);
}
