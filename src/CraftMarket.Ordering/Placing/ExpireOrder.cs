using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The hold of an order has ended: what is not paid, or not taken on by its artisan, becomes free.</summary>
[MessageIdentity("CraftMarket.Ordering.LapseOrder")]
public sealed record ExpireOrder(OrderId OrderId);

/// <summary>A payment that can no longer succeed ends the hold early.</summary>
public static class PaymentFailedHandler
{
    public static ExpireOrder Handle(PaymentFailed fact) => new(fact.OrderId);
}

public static class ExpireOrderHandler
{
    /// <summary>The code of that reason, for whoever says it in the reader's language.</summary>
    public const string NotAnsweredCode = "not_answered";

    public const string NotAnswered = "Tidak dijawab dalam waktu yang ditentukan.";

    public static Task<LockedOrder> LoadAsync(ExpireOrder command, IDocumentSession session, CancellationToken cancellation) =>
        Load(session, command.OrderId, cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(ExpireOrder command, LockedOrder locked,
        DateTimeOffset now) =>
        locked.End(new OrderHoldEnded(), "lapse", NotAnswered, now);

    /// <summary>A part that is paid waits for its artisan without an end, so it is left alone; one for cash does not.</summary>
    internal static Task<LockedOrder> Load(IDocumentSession session, OrderId id, CancellationToken cancellation) =>
        LockedOrder.Load(session, id, x => x.Status == OrderStatus.Placed || x.Method.IsPaidAtDoor(),
            x => x.Status == SellerOrderStatus.Received && x.Method.IsPaidAtDoor(), cancellation);
}
