using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>What an artisan's goods brought in by one delivered part, or what one refund took back.</summary>
/// <param name="Amount">Rupiah for goods, without shipping; less than nothing for a refund, which may give shipping back as
/// well.</param>
/// <param name="On">The day in WITA.</param>
/// <param name="Part">The part that was sold or refunded: of its refunds only as much counts as its goods brought in.</param>
public sealed record MakerSale(Guid Id, ArtisanId ArtisanId, long Amount, DateOnly On, SellerOrderId Part)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_makersale";
}

/// <summary>Notes a delivered part, once however often it is told.</summary>
public static class NoteMakerSaleHandler
{
    public static IMartenOp Handle(SellerOrderSettled fact) =>
        MartenOps.Store(new MakerSale(NewId.For("maker-sale", fact.SellerOrderId.Value.ToString()), fact.ArtisanId,
            fact.Goods.Amount, fact.On, fact.SellerOrderId));
}

/// <summary>Notes a refund of a delivered part; one before delivery never counted as a sale.</summary>
public static class NoteMakerRefundHandler
{
    public static IMartenOp Handle(SellerOrderRefunded fact) => fact.Settled
        ? MartenOps.Store(new MakerSale(NewId.For("maker-refund", fact.RefundId.Value.ToString()), fact.ArtisanId,
            -fact.Amount.Amount, fact.On, fact.SellerOrderId))
        : MartenOps.Nothing();
}
