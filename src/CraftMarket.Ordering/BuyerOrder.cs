using CraftMarket.Kernel.Facts;
using Marten;

namespace CraftMarket.Ordering;

/// <summary>An order as its buyer follows it.</summary>
/// <param name="IsUnconfirmed">An e-mail was given, and the link of the letter to it was not opened yet.</param>
/// <param name="Number">Null until the order is paid, or accepted when cash is paid on delivery.</param>
public sealed record BuyerOrder(OrderId Id, string? Number, OrderStatus Status, PaymentMethod Method, Rupiah Total,
    DateTimeOffset PlacedAt,
    DateTimeOffset HeldUntil, DateTimeOffset? PaidAt, Recipient? Recipient, IReadOnlyList<BuyerPart> Parts, bool IsUnconfirmed)
{
    /// <summary>The office ended it before its time.</summary>
    public bool IsFreed { get; init; }

    /// <summary>The buyer ended it before it was paid or answered.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Something of it can still be cancelled: it is not paid, or not all of it was sent.</summary>
    public bool CanBeCancelled => Status == OrderStatus.Placed
        || (Status == OrderStatus.Confirmed && Parts.Any(x => x.IsUnsent));
}

/// <summary>One artisan's part as the buyer follows it.</summary>
/// <param name="Brand">The brand it was sold under; null for an order from before brands were kept.</param>
/// <param name="GroupBrands">The brands of the groups under which some of its lines were sold.</param>
/// <param name="RefusalCode">Which of the house's own reasons it is; null when the artisan wrote one.</param>
/// <param name="IsGivenBack">All its money goes back to the buyer.</param>
/// <param name="Status">Null until the artisan has it: before payment, or after the order lapsed.</param>
public sealed record BuyerPart(SellerOrderId Id, ArtisanId ArtisanId, Rupiah Goods, Rupiah Shipping, Rupiah Fee, Rupiah Total,
    SellerOrderStatus? Status, string? RefusalReason, string? Courier, string? TrackingNumber, DateOnly? DeliveredOn,
    Rupiah Refunded,
    IReadOnlyList<OrderLine> Lines, BrandAtSale? Brand, string? RefusalCode, IReadOnlyList<BrandAtSale> GroupBrands,
    bool IsGivenBack)
{
    /// <summary>The least days after it is sent in which it was said to arrive; null for an order from before that was
    /// said.</summary>
    public int? DaysMin { get; init; }

    /// <summary>The most days.</summary>
    public int? DaysMax { get; init; }

    /// <summary>The artisan has it and has not sent it.</summary>
    public bool IsUnsent => Status is SellerOrderStatus.Received or SellerOrderStatus.Accepted;

    /// <summary>Nothing of it will come.</summary>
    public bool IsOff => Status is SellerOrderStatus.Refused or SellerOrderStatus.GivenBack;

    /// <summary>The artisan has it to fill, or filled it: she can be asked about it.</summary>
    public bool IsWithArtisan => Status is not null && !IsOff;
}

/// <summary>Opens an order for who holds its key.</summary>
public static class FindOrder
{
    /// <summary>Null for an unknown order and for a wrong key alike.</summary>
    public static async Task<BuyerOrder?> ByKey(IQuerySession session, IKeyStore keys, OrderId id, string? key,
        CancellationToken cancellation)
    {
        if (await session.LoadAsync<Order>(id.Value, cancellation) is not { } order || !order.Opens(key)) return null;
        var details = await session.LoadAsync<DeliveryDetails>(id.Value, cancellation);
        var parts = (await session.LoadManyAsync<SellerOrder>(cancellation, order.Parts.Select(x => x.SellerOrderId.Value)))
            .ToDictionary(x => x.Id);
        var closed = (await session.LoadManyAsync<MakerBrand>(cancellation, order.Parts.Select(x => x.ArtisanId.Value)))
            .Where(x => x.Closed).Select(x => x.Id).ToHashSet();
        return new(order.Id, order.Number, order.Status, order.Method, order.Total, order.PlacedAt, order.HeldUntil, order.PaidAt,
            details?.Open(await keys.TakeAsync(session, [order.Id], cancellation)),
            [.. order.Parts.Select(x => Part(order, x, parts.GetValueOrDefault(x.SellerOrderId), closed))],
            details is { Reply: not null, ConfirmedAt: null })
        {
            IsFreed = order.IsFreed,
            IsCancelled = order.IsCancelled,
        };
    }

    /// <summary>The order that the part belongs to; null for an unknown part and for a wrong key alike.</summary>
    public static async Task<BuyerOrder?> OfPart(IQuerySession session, IKeyStore keys, SellerOrderId id, string? key,
        CancellationToken cancellation) =>
        await session.LoadAsync<SellerOrder>(id.Value, cancellation) is { } part
            ? await ByKey(session, keys, part.OrderId, key, cancellation) : null;

    private static BuyerPart Part(Order order, OrderPart part, SellerOrder? started, HashSet<ArtisanId> closed) =>
        new(part.SellerOrderId, part.ArtisanId, part.Goods,
        part.Shipping, part.Fee, part.Total, started?.Status, started?.RefusalReason, started?.Courier, started?.TrackingNumber,
        started?.DeliveredOn, started?.Refunded ?? Rupiah.Zero, [.. order.LinesOf(part.SellerOrderId)],
        // The name under which it was sold is the receipt's; the picture went with the maker.
        closed.Contains(part.ArtisanId) ? order.BrandOf(part.ArtisanId) is { } sold ? sold with { Logo = null } : null
            : order.BrandOf(part.ArtisanId), started?.RefusalCode,
        order.GroupBrandsOf(part.ArtisanId), started?.IsGivenBack ?? false)
        {
            DaysMin = part.DaysMin, DaysMax = part.DaysMax,
        };
}
