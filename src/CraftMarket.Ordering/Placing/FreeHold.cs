using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The office ends the hold of an order that is neither paid nor answered. The reason is for the office's own file: it
/// is sealed with the buyer's address and ends with it.</summary>
public sealed record FreeHold(OrderId OrderId, string Reason) : Confidential;

/// <summary>Where the office's reason is kept.</summary>
/// <param name="Details">Null when the buyer was erased.</param>
public sealed record HoldFile(DeliveryDetails? Details, SubjectKey? Key);

public static class FreeHoldHandler
{
    /// <summary>The code of what buyers and artisans are told, for whoever says it in the reader's language.</summary>
    public const string FreedCode = "freed_by_office";

    public const string Freed = "Dibatalkan oleh kantor CraftMarket.";

    public static async Task<(LockedOrder, HoldFile)> LoadAsync(FreeHold command, IDocumentSession session, IKeyStore keys,
        CancellationToken cancellation)
    {
        var locked = await ExpireOrderHandler.Load(session, command.OrderId, cancellation);
        var details = await session.LoadAsync<DeliveryDetails>(command.OrderId.Value, cancellation);
        var key = details is null ? null : await keys.OfAsync(session, command.OrderId, cancellation, details.Key);
        return (locked, new(details, key));
    }

    public static Refusal? Validate(FreeHold command, LockedOrder locked)
    {
        if (locked.State is not { } order) return Refusal.Missing();
        if (Reason.Problem(command.Reason) is { } problem) return problem;
        var unpaid = order.Status == OrderStatus.Placed && !order.Method.IsPaidAtDoor();
        return unpaid || locked.Ending.Count > 0 ? null
            : Refusal.Conflict("wrong_state",
                "Pesanan ini tidak menahan barang lagi: sudah dibayar, sudah dijawab, atau sudah berakhir.",
                "This order holds nothing any more: it was paid, answered or ended.");
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(FreeHold command, LockedOrder locked, HoldFile file,
        MasterKey master, DateTimeOffset now)
    {
        var (ended, told) = locked.End(new OrderHoldFreed(), "hold", Freed, now);
        return (Done.Instance,
            file is { Details: { } details, Key: { IsDestroyed: false } key }
                ? [.. ended, key.Keep(), MartenOps.Store(details.WithReason(command.Reason.Trim(), master, key))]
                : ended,
            told);
    }
}
