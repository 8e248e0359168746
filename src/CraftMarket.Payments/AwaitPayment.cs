using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>A new order by card or transfer begins to wait for its money.</summary>
public static class AwaitPaymentHandler
{
    public static Task<Payment?> LoadAsync(OrderPlaced fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Payment>(PaymentId.Of(fact.OrderId).Value, cancellation);

    public static (IMartenOp, OutgoingMessages) Handle(OrderPlaced fact, Payment? known)
    {
        if (known is not null || fact.Method == PaymentMethod.CashOnDelivery) return (MartenOps.Nothing(), []);
        var id = PaymentId.Of(fact.OrderId);
        var awaited = new PaymentAwaited(fact.OrderId, fact.Method, fact.Total, fact.Parts, fact.HeldUntil);
        return (MartenOps.StartStream<Payment>(id.Value, awaited), fact.Method == PaymentMethod.Card ? [new OpenCheckout(id)]
            : []);
    }
}
