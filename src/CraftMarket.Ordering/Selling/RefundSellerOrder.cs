using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>Staff, or the artisan for an own part, give money of a part back to the buyer.</summary>
/// <param name="ArtisanId">Null when staff ask.</param>
public sealed record RefundSellerOrder(SellerOrderId SellerOrderId, RefundId RefundId, ArtisanId? ArtisanId, Rupiah Amount,
    string Reason)
    : Confidential;

public static class RefundSellerOrderHandler
{
    public static Task<LockedSellerOrder> LoadAsync(RefundSellerOrder command, IDocumentSession session,
        CancellationToken cancellation) =>
        LockedSellerOrder.Load(session, command.SellerOrderId, cancellation, stock: true);

    public static Refusal? Validate(RefundSellerOrder command, LockedSellerOrder hand)
    {
        if (hand.State is not { } part || (command.ArtisanId is { } artisan && artisan != part.ArtisanId))
            return Refusal.Missing();
        if (command.Amount <= Rupiah.Zero)
            return Refusal.Invalid("bad_amount", "Jumlah pengembalian harus lebih dari Rp0.",
                "A refund must be more than Rp0.", "amount");
        if (Reason.Problem(command.Reason) is { } problem) return problem;
        if (part.Refunds.Any(x => x.RefundId == command.RefundId)) return null;
        return command.Amount <= part.Refundable ? null : Refusal.Conflict("too_much",
            $"Paling banyak {part.Refundable} yang bisa dikembalikan.", $"At most {part.Refundable} can be given back.");
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(RefundSellerOrder command, LockedSellerOrder hand,
        DateTimeOffset now)
    {
        if (hand.State!.Refunds.Any(x => x.RefundId == command.RefundId)) return (Done.Instance, [], []);
        var granted = new RefundGranted(command.RefundId, command.Amount, command.Reason);
        return (Done.Instance, hand.Part!.GiveBack(granted, hand.Stock),
            [granted.Ask(hand.State, now)]);
    }

    /// <summary>Asks Payments for the money; whether it is the artisan's already is decided here, where delivery is decided
    /// too.</summary>
    internal static RefundAsked Ask(this RefundGranted granted, SellerOrder part, DateTimeOffset now) =>
        new(granted.RefundId, part.OrderId, part.Id, part.ArtisanId, part.Method, granted.Amount, part.IsDelivered,
            LocalMonth.DayOf(now));
}
