using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Staff saw a bank transfer for an order on the statement, of whatever amount.</summary>
public sealed record ConfirmTransfer(PaymentId PaymentId, string Reference, Rupiah Amount) : Confidential;

/// <summary>What came for an order by transfer so far.</summary>
/// <param name="Status"><c>paid</c>, <c>short</c> or <c>over</c>.</param>
public sealed record TransferRecorded(string Status, Rupiah Received, Rupiah Missing, Rupiah Over) : Answer
{
    /// <summary>What came and waits for the rest or for a decision; null when nothing does.</summary>
    public static TransferRecorded? Waiting(Payment? payment) =>
        payment is { } known && known.Undecided > Rupiah.Zero ? Of(known) : null;

    internal static TransferRecorded Of(Payment payment) => payment.Undecided == Rupiah.Zero
        ? new("paid", payment.Total, Rupiah.Zero, Rupiah.Zero)
        : new(payment.Over > Rupiah.Zero ? "over" : "short", payment.Undecided, payment.Missing, payment.Over);
}

public static class ConfirmTransferHandler
{
    /// <summary>Nobody transfers so much at once; a slip of the finger must not make sums that cannot be added up.</summary>
    private static readonly Rupiah Largest = new(1_000_000_000_000);

    /// <summary>What the reference serves already; an order from before references were kept is found by the way it was
    /// typed.</summary>
    public static async Task<UsedReference?> LoadAsync(ConfirmTransfer command, IQuerySession session,
        CancellationToken cancellation)
    {
        if (await UsedReference.Find(session, UsedReference.Transfer, command.Reference, cancellation) is { } used) return used;
        var typed = command.Reference.Trim();
        return await session.Query<Payment>().FirstOrDefaultAsync(x => x.Reference == typed, cancellation) is { } earlier
            ? UsedReference.Of(UsedReference.Transfer, typed, earlier.Id.Value)
            : null;
    }

    public static Refusal? Validate(ConfirmTransfer command, UsedReference? used, Payment payment)
    {
        if (UsedReference.Check(command.Reference) is { } missing) return missing;
        if (command.Amount <= Rupiah.Zero)
            return Refusal.Invalid("bad_amount", "Tulis jumlah yang masuk.", "Give the amount that arrived.", "amount");
        if (command.Amount > Largest)
            return Refusal.Invalid("amount_too_large", "Jumlah ini terlalu besar.", "This amount is too large.", "amount");
        if (payment.Method.Money().In != MoneyIn.Statement)
            return Refusal.Conflict("wrong_state", "Pesanan ini tidak dibayar lewat transfer.",
                "This order is not paid by bank transfer.");
        if (payment.Recorded(command.Reference) == command.Amount) return null;
        if (used is not null || payment.Recorded(command.Reference) is not null) return UsedReference.Taken;
        return payment.Status != PaymentStatus.Paid ? null : Refusal.Conflict("already_paid",
            $"Pesanan ini sudah dibayar dengan referensi {payment.Reference}.",
            $"This order is already paid with reference {payment.Reference}.");
    }

    /// <summary>The order's amount completes the payment, at once or by what came before it. Anything else is kept apart: with
    /// the rest of a short transfer the order is paid, and of one that is over the office decides.</summary>
    public static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ConfirmTransfer command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment, DateTimeOffset now)
    {
        if (payment.Recorded(command.Reference) is not null) return (TransferRecorded.Of(payment), [], [], []);
        var reference = command.Reference.Trim();
        var kept = MartenOps.Insert(UsedReference.Of(UsedReference.Transfer, reference, payment.Id.Value));
        if (payment.Undecided == Rupiah.Zero && payment.Total == command.Amount)
        {
            var (_, paid, booked, told) = payment.Complete(reference, now);
            return (TransferRecorded.Of(payment), paid, [kept, .. booked], told);
        }

        var seen = new TransferSeen(reference, command.Amount, now);
        var known = payment.Apply(seen);
        IMartenOp[] recorded = [kept, Bookings.TransferSeen(payment, seen).Start()];
        if (known.Undecided != known.Total) return (TransferRecorded.Of(known), [seen], recorded, []);
        var (_, completed, entries, news) = known.Complete(reference, now);
        var all = new TransferRecorded("paid", known.Total, Rupiah.Zero, Rupiah.Zero);
        return (all, [seen, .. completed], [.. recorded, .. entries], news);
    }

    /// <summary>The amount that was recorded with the reference; null when it is not this payment's.</summary>
    private static Rupiah? Recorded(this Payment payment, string reference) =>
        payment.Transfers.FirstOrDefault(x => UsedReference.AreSame(x.Reference, reference))?.Amount
        ?? (UsedReference.AreSame(payment.Reference, reference) ? payment.Total : null);
}
