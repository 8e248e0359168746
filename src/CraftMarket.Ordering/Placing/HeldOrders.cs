using Marten;

namespace CraftMarket.Ordering;

/// <summary>An order that holds stock and is neither paid nor answered, as the office sees it.</summary>
/// <param name="SamePhone">Orders that the same phone has open, this one too; 0 when that is not known any more.</param>
public sealed record HeldOrderRow(OrderId Id, PaymentMethod Method, DateTimeOffset PlacedAt, DateTimeOffset HeldUntil,
    Rupiah Total, IReadOnlyList<OrderLine> Lines, int SamePhone);

/// <summary>Finds what holds stock without being paid or answered, the newest first.</summary>
public static class HeldOrders
{
    private const int Most = 200;
    private static readonly string AtDoor = PaymentTerms.Sql(x => x.PaidAtDoor);

    public static async Task<IReadOnlyList<HeldOrderRow>> Find(IQuerySession session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        var waiting = await session.QueryAsync<SellerOrder>(
            $"where data ->> 'Status' = 'received' and data ->> 'Method' = any({AtDoor}) "
                + "order by data ->> 'ReceivedAt' desc limit ?", cancellation, Most);
        var unpaid = await session.QueryAsync<Order>(
            $"where data ->> 'Status' = 'placed' and data ->> 'Method' <> all({AtDoor}) "
                + "order by data ->> 'PlacedAt' desc limit ?", cancellation, Most);
        var cash = await session.LoadManyAsync<Order>(cancellation, waiting.Select(x => x.OrderId.Value).Distinct());
        return await Rows(session, [.. unpaid, .. cash], waiting, cancellation);
    }

    /// <summary>One of them; null when it holds nothing any more.</summary>
    public static async Task<HeldOrderRow?> One(IQuerySession session, OrderId id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (await session.LoadAsync<Order>(id.Value, cancellation) is not { } order) return null;
        var parts = (await session.LoadManyAsync<SellerOrder>(cancellation, order.Parts.Select(x => x.SellerOrderId.Value)))
            .Where(x => x.Method.IsPaidAtDoor() && x.Status == SellerOrderStatus.Received).ToList();
        if (parts.Count == 0 && (order.Status != OrderStatus.Placed || order.Method.IsPaidAtDoor())) return null;
        return (await Rows(session, [order], parts, cancellation)).Single();
    }

    private static async Task<IReadOnlyList<HeldOrderRow>> Rows(IQuerySession session, IReadOnlyList<Order> orders,
        IReadOnlyList<SellerOrder> waiting, CancellationToken cancellation)
    {
        var noted = (await session.LoadManyAsync<OpenOrder>(cancellation, orders.Select(x => x.Uuid)))
            .ToDictionary(x => x.Id, x => x.PhoneHash);
        var perPhone = noted.Values.GroupBy(x => x).ToDictionary(x => x.Key, x => x.Count());
        return [.. orders.Select(x => Row(x, noted.TryGetValue(x.Id, out var phone) ? perPhone[phone] : 0))
            .OrderByDescending(x => x.PlacedAt).Take(Most)];

        HeldOrderRow Row(Order order, int samePhone)
        {
            var lines = order.Method.IsPaidAtDoor()
                ? [.. waiting.Where(x => x.OrderId == order.Id).SelectMany(x => x.Lines)]
                : order.Lines;
            return new(order.Id, order.Method, order.PlacedAt, order.HeldUntil, order.Total, lines, samePhone);
        }
    }
}
