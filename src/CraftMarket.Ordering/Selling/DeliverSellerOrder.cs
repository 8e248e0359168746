using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>The buyer has a part in hand, as the buyer says with the order's key, or staff say.</summary>
/// <param name="Key">The buyer's key; not needed when <paramref name="ByStaff"/>.</param>
public sealed record DeliverSellerOrder(SellerOrderId SellerOrderId, string? Key, bool ByStaff) : Confidential;

/// <summary>Where a part went, no nearer than the regency; null when the address was erased.</summary>
public sealed record Destination(RegionCode? Regency);

public static class DeliverSellerOrderHandler
{
    public static async Task<(LockedSellerOrder, Order?, Destination)> LoadAsync(DeliverSellerOrder command,
        IDocumentSession session, IKeyStore keys,
        CancellationToken cancellation)
    {
        var locked = await LockedSellerOrder.Load(session, command.SellerOrderId, cancellation);
        if (locked.State is not { } part) return (locked, null, new(null));
        var details = await session.LoadAsync<DeliveryDetails>(part.OrderId.Value, cancellation);
        return (locked, await session.LoadAsync<Order>(part.OrderId.Value, cancellation),
            new(details?.Open(await keys.TakeAsync(session, [part.OrderId], cancellation))?.Region.Regency));
    }

    public static Refusal? Validate(DeliverSellerOrder command, LockedSellerOrder locked, Order? order)
    {
        if (locked.State is not { } part || order is null || !(command.ByStaff || order.Opens(command.Key)))
            return Refusal.Missing();
        return part.Status is SellerOrderStatus.Shipped or SellerOrderStatus.Delivered ? null
            : LockedSellerOrder.WrongState(part);
    }

    public static (Answer, IEnumerable<IMartenOp>, OutgoingMessages) Handle(DeliverSellerOrder command, LockedSellerOrder locked,
        Destination destination, DateTimeOffset now)
    {
        var part = locked.State!;
        if (part.IsDelivered) return (Done.Instance, [], []);
        var on = LocalMonth.DayOf(now);
        // Who got all the money back has bought nothing: it is no sale, and buyers alone review.
        OutgoingMessages told = part.IsGivenBack ? []
            : [Settle(part, on),
                new PartDelivered(part.Id, part.OrderId, part.ArtisanId, part.Products, destination.Regency, on)];
        return (Done.Instance, [locked.Part!.Append(new SellerOrderDelivered(on))], told);
    }

    /// <summary>A refund before delivery takes from the goods first, then from shipping; the fee stays as frozen but never
    /// exceeds what is left.</summary>
    internal static SellerOrderSettled Settle(SellerOrder part, DateOnly on)
    {
        var ofGoods = part.Refunded < part.Goods ? part.Refunded : part.Goods;
        Rupiah goods = part.Goods - ofGoods, shipping = part.Shipping - (part.Refunded - ofGoods);
        return new(part.Id, part.OrderId, part.ArtisanId, part.Method, goods, shipping, part.FeeOfLeft, on);
    }
}
