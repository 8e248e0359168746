using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>A new order that is paid ahead begins to wait for its money.</summary>
public static class AwaitPaymentHandler
{
    public static Task<Payment?> LoadAsync(OrderPlaced fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Payment>(PaymentId.Of(fact.OrderId).Value, cancellation);

    public static (IMartenOp, OutgoingMessages) Handle(OrderPlaced fact, Payment? known)
    {
        var comes = fact.Method.Money().In;
        if (known is not null || comes == MoneyIn.Door) return (MartenOps.Nothing(), []);
        var id = PaymentId.Of(fact.OrderId);
        var awaited = new PaymentAwaited(fact.OrderId, fact.Method, fact.Total, fact.Parts, fact.HeldUntil);
        return (MartenOps.StartStream<Payment>(id.Value, awaited), comes == MoneyIn.Page ? [new OpenCheckout(id)] : []);
    }
}
