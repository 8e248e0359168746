using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The hold of an order has ended: what is not paid, or not taken on by its artisan, becomes free.</summary>
public sealed record LapseOrder(OrderId OrderId);

/// <summary>A payment that can no longer succeed ends the hold early.</summary>
public static class PaymentFailedHandler
{
    public static LapseOrder Handle(PaymentFailed fact) => new(fact.OrderId);
}

public static class LapseOrderHandler
{
    /// <summary>The code of that reason, for whoever says it in the reader's language.</summary>
    public const string NotAnsweredCode = "not_answered";

    public const string NotAnswered = "Tidak dijawab dalam waktu yang ditentukan.";

    public static Task<OrderAtHand> LoadAsync(LapseOrder command, IDocumentSession session, CancellationToken cancellation) =>
        Load(session, command.OrderId, cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(LapseOrder command, OrderAtHand hand, DateTimeOffset now) =>
        hand.End(new OrderHoldEnded(), "lapse", NotAnswered, now);

    /// <summary>A part that is paid waits for its artisan without an end, so it is left alone; one for cash does not.</summary>
    internal static Task<OrderAtHand> Load(IDocumentSession session, OrderId id, CancellationToken cancellation) =>
        OrderAtHand.Load(session, id, x => x.Status == OrderStatus.Placed || x.Method == PaymentMethod.CashOnDelivery,
            x => x is { Method: PaymentMethod.CashOnDelivery, Status: SellerOrderStatus.Received }, cancellation);
}
