using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>A part was delivered: its money is the artisan's from now on, once.</summary>
public static class SettleSellerOrderHandler
{
    public static Task<LedgerEntry?> LoadAsync(SellerOrderSettled fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<LedgerEntry>(LedgerEntryId.For("settled", fact.SellerOrderId.Value), cancellation);

    public static IMartenOp Handle(SellerOrderSettled fact, LedgerEntry? booked) => booked is not null || fact.Goods
        + fact.Shipping == Rupiah.Zero
        ? MartenOps.Nothing()
        : Bookings.Settled(fact).Start();
}

/// <summary>The number of an order, for the rows of an artisan's earnings.</summary>
public sealed record OrderLabel(OrderId Id, string Number);

public static class LabelOrderHandler
{
    public static IMartenOp Handle(OrderNumbered fact) => MartenOps.Store(new OrderLabel(fact.OrderId, fact.Number));
}
