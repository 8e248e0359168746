using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The buyer wants no more of an order: what is not sent yet ends, and what was paid for it goes back.</summary>
/// <param name="Key">Opens the order; only its buyer has it.</param>
public sealed record CancelOrder(OrderId OrderId, string? Key) : Confidential;

public static class CancelOrderHandler
{
    /// <summary>The code of what buyers and artisans are told, for whoever says it in the reader's language.</summary>
    public const string CancelledCode = "cancelled_by_buyer";

    public const string Cancelled = "Dibatalkan oleh pembeli di halaman pesanan.";

    public static Task<LockedOrder> LoadAsync(CancelOrder command, IDocumentSession session, CancellationToken cancellation) =>
        LockedOrder.Load(session, command.OrderId, x => x.Opens(command.Key), x => x.IsUnsent, cancellation);

    public static Refusal? Validate(CancelOrder command, LockedOrder locked)
    {
        if (locked.State is not { } order || !order.Opens(command.Key)) return Refusal.Missing();
        var isDone = order.IsCancelled || locked.Parts.Any(x => x.Aggregate?.RefusalCode == CancelledCode);
        return order.Status == OrderStatus.Placed || locked.Ending.Count > 0 || isDone ? null
            : Refusal.Conflict("wrong_state",
                "Pesanan ini tidak bisa dibatalkan lagi: barangnya sudah dikirim, atau pesanannya sudah berakhir.",
                "This order cannot be cancelled any more: it was sent, or it is over.");
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(CancelOrder command, LockedOrder locked,
        DateTimeOffset now)
    {
        var (ended, told) = locked.End(new OrderCancelled(), "cancellation", Cancelled, now);
        return (Done.Instance, ended, told);
    }
}
