using System.Text.Json.Serialization;

namespace CraftMarket.Kernel.Facts;

/// <summary>A buyer placed an order whose stock is held until <paramref name="HeldUntil"/>.</summary>
public sealed record OrderPlaced(OrderId OrderId, PaymentMethod Method, Rupiah Total, IReadOnlyList<OrderPart> Parts,
    DateTimeOffset HeldUntil);

/// <summary>One artisan's part: total = goods + shipping; the fee is taken from it, so the artisan receives total −
/// fee.</summary>
/// <param name="DaysMin">The least days after it is sent in which the buyer was told it arrives; null in orders older than
/// this.</param>
/// <param name="DaysMax">The most days.</param>
public sealed record OrderPart(SellerOrderId SellerOrderId, ArtisanId ArtisanId, Rupiah Goods, Rupiah Shipping, Rupiah Fee,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? DaysMin = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? DaysMax = null)
{
    public Rupiah Total => Goods + Shipping;
}

/// <summary>The hold of an unpaid order is over; its stock is free again and a payment must no longer be taken.</summary>
public sealed record OrderLapsed(OrderId OrderId);

/// <summary>The order's sequential number, given at payment (cash on delivery: at acceptance), in its own
/// stream.</summary>
public sealed record OrderNumbered(string Number);

/// <summary>A buyer has a part in hand, in the part's own stream: its money is the artisan's, and the buyer may review
/// it.</summary>
/// <remarks>Amounts are what is left after refunds granted before delivery; the fee is the one frozen at the sale.</remarks>
/// <param name="Regency">Where it was sent, so that somebody may say from where the buyer is; null when the address was
/// erased.</param>
/// <param name="On">The day in WITA; decides the month.</param>
public sealed record PartDelivered(SellerOrderId SellerOrderId, OrderId OrderId, ArtisanId ArtisanId, PaymentMethod Method,
    Rupiah Goods, Rupiah Shipping, Rupiah Fee, IReadOnlyList<ProductId> Products, RegionCode? Regency, DateOnly On)
{
    /// <summary>Who got all the money back before it arrived has bought nothing.</summary>
    [JsonIgnore]
    public bool IsSale => Goods + Shipping > Rupiah.Zero;
}

/// <summary>All money of a part that was sold and delivered is to go back to its buyer, in the part's own stream.</summary>
/// <param name="DeliveredOn">The day in WITA.</param>
public sealed record PartGivenBack(SellerOrderId SellerOrderId, ArtisanId ArtisanId, IReadOnlyList<ProductId> Products,
    DateOnly DeliveredOn);

/// <summary>Money of a part is to go back to the buyer: the artisan refused it, staff or the artisan granted it, or it was paid
/// too late.</summary>
/// <param name="RefundId">The same request always has the same id.</param>
/// <param name="Settled">Whether the part's money was the artisan's already when it was asked; decided once, so that late
/// messages agree.</param>
/// <param name="Reference">What already carried the money back; null when it is still to be sent.</param>
public sealed record RefundAsked(RefundId RefundId, OrderId OrderId, SellerOrderId SellerOrderId, ArtisanId ArtisanId,
    PaymentMethod Method, Rupiah Amount, bool Settled, DateOnly On, string? Reference = null);
