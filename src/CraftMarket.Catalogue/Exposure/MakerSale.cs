using CraftMarket.Kernel.Facts;
using Marten;
using Marten.Events.Projections;

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

/// <summary>Reads what was sold from the parts and the refunds, for the report: later than the sale by a moment.</summary>
public sealed partial class MakerSales : EventProjection
{
    public MakerSales()
    {
        Name = "MakerSales";
        Options.DeleteViewTypeOnTeardown<MakerSale>();
    }

    public void Project(PartDelivered e, IDocumentOperations operations)
    {
        if (e.IsSale)
            operations.Store(new MakerSale(NewId.For("maker-sale", e.SellerOrderId.Value.ToString()), e.ArtisanId, e.Goods.Amount,
                e.On, e.SellerOrderId));
    }

    /// <summary>A refund before delivery never counted as a sale.</summary>
    public void Project(SellerOrderRefunded e, IDocumentOperations operations)
    {
        if (e.Settled)
            operations.Store(new MakerSale(NewId.For("maker-refund", e.RefundId.Value.ToString()), e.ArtisanId, -e.Amount.Amount,
                e.On, e.SellerOrderId));
    }
}
