using CraftMarket.Kernel.Facts;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>The office takes on an order whose transfers were over; the difference goes back by bank.</summary>
/// <param name="RefundId">By which the difference goes back.</param>
public sealed record AcceptTransfers(PaymentId PaymentId, RefundId RefundId);

/// <summary>The office gives back all that was transferred for an order, and the order ends.</summary>
public sealed record ReturnTransfers(PaymentId PaymentId, RefundId RefundId);

public static class AcceptTransfersHandler
{
    public static Refusal? Validate(AcceptTransfers command, Payment payment) =>
        payment.Over > Rupiah.Zero || (payment.Status == PaymentStatus.Paid && payment.Transfers.Count > 0)
            ? null
            : Refusal.Conflict("wrong_state", "Uang yang masuk belum cukup untuk pesanan ini.",
                "The money that came is not enough for this order.");

    public static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(AcceptTransfers command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment, DateTimeOffset now)
    {
        if (payment.Over == Rupiah.Zero) return (Done.Instance, [], [], []);
        var (answer, paid, booked, told) = payment.Complete(payment.Transfers[^1].Reference, now);
        return (answer, paid, [.. booked, payment.Owes(command.RefundId, payment.Over, now)], told);
    }
}

public static class ReturnTransfersHandler
{
    public static Refusal? Validate(ReturnTransfers command, Payment payment) =>
        payment.Undecided > Rupiah.Zero || payment.TransfersWentBackBy is not null ? null : Refusal.Conflict("wrong_state",
            "Tidak ada uang yang menunggu keputusan.", "There is no money that waits for a decision.");

    public static (Answer, Events, IEnumerable<IMartenOp>, OutgoingMessages) Handle(ReturnTransfers command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Payment payment, DateTimeOffset now)
    {
        if (payment.Undecided == Rupiah.Zero) return (Done.Instance, [], [], []);
        var back = new TransfersReturned(command.RefundId, payment.Undecided);
        var owed = payment.Owes(command.RefundId, payment.Undecided, now);
        return payment.Status == PaymentStatus.Pending
            ? (Done.Instance, [back, new PaymentEnded()], [owed], [new PaymentFailed(payment.OrderId)])
            : (Done.Instance, [back], [owed], []);
    }
}

/// <summary>Money that came beside what an order asks for and goes back.</summary>
internal static class BesideTheOrder
{
    /// <summary>Money beside the order's that the office is to send back by bank.</summary>
    public static IMartenOp Owes(this Payment payment, RefundId id, Rupiah amount, DateTimeOffset now) =>
        MartenOps.StartStream<Refund>(id.Value, payment.MoneyApart(amount, now));

    /// <summary>It stands with the order's first artisan and touches no earnings.</summary>
    /// <param name="intent">Stripe's payment that brought it; null for a transfer.</param>
    public static RefundRequested MoneyApart(this Payment payment, Rupiah amount, DateTimeOffset now, string? intent = null) =>
        new(payment.OrderId, payment.Parts[0].SellerOrderId, payment.Parts[0].ArtisanId, payment.Method, amount, Settled: false,
            LocalMonth.DayOf(now), Apart: true, Intent: intent);
}
