using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>An artisan cannot fill a part: its stock is free again and what the buyer paid goes back.</summary>
public sealed record RefuseSellerOrder(SellerOrderId SellerOrderId, ArtisanId ArtisanId, string Reason) : Confidential;

public static class RefuseSellerOrderHandler
{
    public static Task<LockedSellerOrder> LoadAsync(RefuseSellerOrder command, IDocumentSession session,
        CancellationToken cancellation) =>
        LockedSellerOrder.Load(session, command.SellerOrderId, cancellation, stock: true);

    public static Refusal? Validate(RefuseSellerOrder command, LockedSellerOrder locked)
    {
        if (locked.Of(command.ArtisanId) is not { } part) return Refusal.Missing();
        if (Reason.Problem(command.Reason) is { } problem) return problem;
        if (Reason.CodeOf(command.Reason) is not null)
            return Refusal.Invalid("reason_taken", "Tulis alasannya dengan kata-kata Anda sendiri.",
                "Give the reason in words of your own.", "reason");
        var again = part.Status == SellerOrderStatus.Refused && part.RefusalReason == command.Reason;
        return again || part.IsUnsent ? null : LockedSellerOrder.WrongState(part);
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(RefuseSellerOrder command, LockedSellerOrder locked,
        DateTimeOffset now)
    {
        var part = locked.State!;
        if (part.Status == SellerOrderStatus.Refused) return (Done.Instance, [], []);
        var (written, asked) = locked.Part!.Refuse("refusal", command.Reason, now);
        return (Done.Instance, [.. part.Free(locked.Stock), written], asked is null ? [] : [asked]);
    }

    /// <summary>Ends a part that will not be filled, with the refund of what was paid for it.</summary>
    /// <param name="cause">What the refund's id is made of: a part is refused once.</param>
    internal static (IMartenOp Written, RefundAsked? Asked) Refuse(this IEventStream<SellerOrder> stream, string cause,
        string reason, DateTimeOffset now)
    {
        var part = stream.Aggregate!;
        var refused = new SellerOrderRefused(reason);
        if (part.Refundable == Rupiah.Zero) return (stream.Append(refused), null);
        var refund = new RefundGranted(new(StreamId.For(cause, part.Id.Value.ToString())), part.Refundable, reason);
        return (stream.Append(refused, refund), refund.Ask(part, now));
    }
}
