using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The operator sent the money; told twice, it is recorded once.</summary>
public sealed record MarkPayoutPaid(PayoutId PayoutId, string Reference) : Confidential;

/// <summary>The transfer came back, or is called off before it was sent.</summary>
public sealed record MarkPayoutReturned(PayoutId PayoutId);

public static class MarkPayoutPaidHandler
{
    public static Refusal? Validate(MarkPayoutPaid command, Payout payout)
    {
        if (string.IsNullOrWhiteSpace(command.Reference) || command.Reference.Length > 100)
            return Refusal.Invalid("reference_missing", "Tulis nomor referensi bank.", "Give the bank's reference.", "reference");
        var again = payout.Status == PayoutStatus.Paid && payout.Reference == command.Reference;
        return again || payout.Status == PayoutStatus.Pending ? null : Refusal.Conflict("wrong_state",
            $"Pencairan ini sudah dicatat dengan referensi {payout.Reference ?? "lain"} atau sudah kembali.",
            $"This payout is already recorded with reference {payout.Reference ?? "none"}, or has come back.");
    }

    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(MarkPayoutPaid command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payout payout, DateTimeOffset now) => payout.Status == PayoutStatus.Paid
        ? (Done.Instance, [], [])
        : (Done.Instance, [new PayoutPaid(command.Reference)], [Bookings.PayoutPaid(payout, LocalMonth.DayOf(now)).Start()]);
}

public static class MarkPayoutReturnedHandler
{
    public static (Answer, Events, IEnumerable<IMartenOp>) Handle(MarkPayoutReturned command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payout payout, DateTimeOffset now) => payout.Status == PayoutStatus.Returned
        ? (Done.Instance, [], [])
        : (Done.Instance, [new PayoutReturned()], [Bookings.PayoutReturned(payout, LocalMonth.DayOf(now)).Start()]);
}
