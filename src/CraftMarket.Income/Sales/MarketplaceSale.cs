namespace CraftMarket.Income.Sales;

/// <summary>A part of an order became the artisan's money.</summary>
public sealed record SaleSettled(SellerOrderId SellerOrderId, ArtisanId ArtisanId, Rupiah Goods, Rupiah Shipping, Rupiah Fee,
    DateOnly On);

/// <summary>Money that was already the artisan's went back to the buyer.</summary>
public sealed record SaleRefunded(RefundId RefundId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, Rupiah Amount,
    DateOnly On);

/// <summary>All money of a settled part went back: it is no sale. <see cref="SaleRefunded"/> tells the money.</summary>
/// <param name="SoldOn">The day on which it was settled.</param>
public sealed record SaleCancelled(SellerOrderId SellerOrderId, ArtisanId ArtisanId, DateOnly SoldOn);

/// <summary>What has been counted of one part of an order; its refund may be told before its settlement.</summary>
public sealed record MarketplaceSale(Guid Id, bool Settled, IReadOnlyList<RefundId> Refunds)
{
    public bool IsCancelled { get; init; }

    /// <summary>The part's own id is another room's stream.</summary>
    public static Guid IdOf(SellerOrderId part) => StreamId.For("marketplace-sale", part.Value.ToString());

    public static MarketplaceSale Create(SaleSettled e) => new(IdOf(e.SellerOrderId), true, []);

    public static MarketplaceSale Create(SaleRefunded e) => new(IdOf(e.SellerOrderId), false, [e.RefundId]);

    public static MarketplaceSale Create(SaleCancelled e) => new(IdOf(e.SellerOrderId), false, []) { IsCancelled = true };

    public MarketplaceSale Apply(SaleSettled _) => this with { Settled = true };

    public MarketplaceSale Apply(SaleRefunded e) => this with { Refunds = [.. Refunds, e.RefundId] };

    public MarketplaceSale Apply(SaleCancelled _) => this with { IsCancelled = true };
}
