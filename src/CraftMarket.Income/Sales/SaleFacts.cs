using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Income.Sales;

/// <summary>A part was delivered: it counts once, however often it is told.</summary>
public static class SettlementFactHandler
{
    public static Guid SaleOf(SellerOrderSettled fact) => MarketplaceSale.IdOf(fact.SellerOrderId);

    public static Events Handle(SellerOrderSettled fact,
        [WriteAggregate(FromMethod = nameof(SaleOf), Required = false)] MarketplaceSale? sale) =>
        sale?.Settled == true ? []
            : [new SaleSettled(fact.SellerOrderId, fact.ArtisanId, fact.Goods, fact.Shipping, fact.Fee, fact.On)];
}

/// <summary>All money of a delivered part is to go back: it is no sale any more, in the month in which it was one.</summary>
public static class PartGivenBackFactHandler
{
    public static Guid SaleOf(PartGivenBack fact) => MarketplaceSale.IdOf(fact.SellerOrderId);

    public static Events Handle(PartGivenBack fact,
        [WriteAggregate(FromMethod = nameof(SaleOf), Required = false)] MarketplaceSale? sale) =>
        sale?.IsCancelled == true ? [] : [new SaleCancelled(fact.SellerOrderId, fact.ArtisanId, fact.DeliveredOn)];
}

/// <summary>A refund lowers the income only when the part had been settled; what was settled later is told without it.</summary>
public static class RefundFactHandler
{
    public static Guid SaleOf(SellerOrderRefunded fact) => MarketplaceSale.IdOf(fact.SellerOrderId);

    public static Events Handle(SellerOrderRefunded fact,
        [WriteAggregate(FromMethod = nameof(SaleOf), Required = false)] MarketplaceSale? sale) =>
        !fact.Settled || sale?.Refunds.Contains(fact.RefundId) == true
            ? []
            : [new SaleRefunded(fact.RefundId, fact.SellerOrderId, fact.ArtisanId, fact.Amount, fact.On)];
}
