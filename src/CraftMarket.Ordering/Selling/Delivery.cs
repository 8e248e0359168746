using CraftMarket.Kernel.Facts;
using Marten;

namespace CraftMarket.Ordering;

/// <summary>A part that somebody says has arrived, with its order and where it went.</summary>
/// <param name="Regency">No nearer than that; null when the address was erased.</param>
public sealed record ArrivingPart(LockedSellerOrder Hand, Order? Order, RegionCode? Regency);

/// <summary>Decides whether a part was delivered, and what that makes of its money.</summary>
public static class Delivery
{
    public static async Task<ArrivingPart> LoadAsync(SellerOrderId id, IDocumentSession session, IKeyStore keys,
        CancellationToken cancellation)
    {
        var hand = await LockedSellerOrder.Load(session, id, cancellation);
        if (hand.State is not { } part) return new(hand, null, null);
        var details = await session.LoadAsync<DeliveryDetails>(part.OrderId.Value, cancellation);
        return new(hand, await session.LoadAsync<Order>(part.OrderId.Value, cancellation),
            details?.Open(await keys.TakeAsync(session, [part.OrderId], cancellation))?.Region.Regency);
    }

    /// <param name="key">The buyer's key; not needed when <paramref name="byStaff"/>.</param>
    public static Refusal? Problem(ArrivingPart arriving, string? key, bool byStaff)
    {
        if (arriving is not { Hand.State: { } part, Order: { } order } || !(byStaff || order.Opens(key)))
            return Refusal.Missing();
        return part.Status is SellerOrderStatus.Shipped or SellerOrderStatus.Delivered ? null
            : LockedSellerOrder.WrongState(part);
    }

    /// <summary>What is said of it; null when it was delivered before.</summary>
    /// <remarks>A refund before delivery takes from the goods first, then from shipping; the fee stays as frozen but never
    /// exceeds what is left.</remarks>
    public static PartDelivered? Of(SellerOrder part, RegionCode? regency, DateOnly on)
    {
        if (part.IsDelivered) return null;
        var ofGoods = part.Refunded < part.Goods ? part.Refunded : part.Goods;
        return new(part.Id, part.OrderId, part.ArtisanId, part.Method, part.Goods - ofGoods,
            part.Shipping - (part.Refunded - ofGoods), part.FeeOfLeft, part.Products, regency, on);
    }
}
