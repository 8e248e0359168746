using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>An artisan cannot fill a part: its stock is free again and what the buyer paid goes back.</summary>
public sealed record RefuseSellerOrder(SellerOrderId SellerOrderId, ArtisanId ArtisanId, string Reason) : Confidential;

public static class RefuseSellerOrderHandler
{
    public static Task<PartAtHand> LoadAsync(RefuseSellerOrder command, IDocumentSession session,
        CancellationToken cancellation) =>
        PartAtHand.Load(session, command.SellerOrderId, cancellation, stock: true);

    public static Refusal? Validate(RefuseSellerOrder command, PartAtHand hand)
    {
        if (hand.Of(command.ArtisanId) is not { } part) return Refusal.Missing();
        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > FreeHoldHandler.LongestReason)
            return Refusal.Invalid("reason_missing", "Tulis alasan penolakan, paling banyak 300 huruf.",
                "Give the reason, at most 300 letters.", "reason");
        var again = part.Status == SellerOrderStatus.Refused && part.RefusalReason == command.Reason;
        return again || part.IsUnsent ? null : PartAtHand.WrongState(part);
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(RefuseSellerOrder command, PartAtHand hand,
        DateTimeOffset now)
    {
        var part = hand.State!;
        if (part.Status == SellerOrderStatus.Refused) return (Done.Instance, [], []);
        var freed = part.Free(hand.Stock);
        var refused = new SellerOrderRefused(command.Reason);
        if (part.Refundable == Rupiah.Zero) return (Done.Instance, [.. freed, hand.Part!.Write(refused)], []);
        var refund = new RefundGranted(new(StreamId.For("refusal", part.Id.Value.ToString())), part.Refundable, command.Reason);
        return (Done.Instance, [.. freed, hand.Part!.Write(refused, refund)], [refund.Ask(part, now)]);
    }
}
