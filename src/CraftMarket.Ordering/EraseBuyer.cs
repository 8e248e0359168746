using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>Two people of the office agreed: the buyer's name, number, address and e-mail go. What was bought and paid
/// stays.</summary>
public static class EraseBuyerHandler
{
    public static Task<Order?> LoadAsync(ErasureOfBuyerAgreed fact, IQuerySession session, CancellationToken cancellation) =>
        session.LoadAsync<Order>(fact.OrderId.Value, cancellation);

    public static (IEnumerable<IMartenOp>, OutgoingMessages) Handle(ErasureOfBuyerAgreed fact, Order? order) => (
        [
            MartenOps.DeleteWhere<DeliveryDetails>(x => x.Uuid == fact.OrderId.Value),
            MartenOps.DeleteWhere<OpenOrder>(x => x.Uuid == fact.OrderId.Value),
        ],
        [DestroyKeys.Of(fact.OrderId), new BuyerErased(fact.OrderId, [.. order?.Parts.Select(x => x.SellerOrderId) ?? []])]);
}

/// <summary>An order as one looks at it before its buyer is erased.</summary>
/// <param name="UnderWay">The buyer may still pay, or something is still to be made, sent or received.</param>
/// <param name="Erased">There is nobody to erase any more.</param>
public sealed record OrderStanding(OrderId OrderId, string? Number, bool UnderWay, bool Erased);

/// <summary>Looks orders up for that.</summary>
public static class FindOrderStanding
{
    /// <summary>Null for an unknown order.</summary>
    public static async Task<OrderStanding?> Of(IQuerySession session, OrderId id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await session.LoadAsync<Order>(id.Value, cancellation) is { } order ? await Of(session, order, cancellation)
            : null;
    }

    /// <summary>By its number, such as <c>CM-000123</c>; null when there is no such order.</summary>
    public static async Task<OrderStanding?> ByNumber(IQuerySession session, string number, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return (await session.QueryAsync<Order>("where data ->> 'Number' = ?", cancellation, number.Trim()
            .ToUpperInvariant())) is [var order] ? await Of(session, order, cancellation) : null;
    }

    private static async Task<OrderStanding> Of(IQuerySession session, Order order, CancellationToken cancellation)
    {
        var parts = await session.LoadManyAsync<SellerOrder>(cancellation, order.Parts.Select(x => x.SellerOrderId.Value));
        var underWay = order.Status == OrderStatus.Placed
            || parts.Any(x =>
                x.Status is not (SellerOrderStatus.Refused or SellerOrderStatus.Delivered or SellerOrderStatus.GivenBack));
        return new(order.Id, order.Number, underWay,
            await session.LoadAsync<DeliveryDetails>(order.Id.Value, cancellation) is null);
    }
}
