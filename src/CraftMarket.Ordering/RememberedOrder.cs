using Marten;

namespace CraftMarket.Ordering;

/// <summary>Finds an order by what a buyer remembers of it.</summary>
public static class RememberedOrder
{
    /// <summary>Null unless there is an order with this number and this phone.</summary>
    public static async Task<OrderId?> Of(IQuerySession session, IKeyStore keys, string? number, PhoneNumber phone,
        CancellationToken cancellation)
    {
        if (OrderBook.LineOf(number) is not { } line) return null;
        // The book opened with its first event, so its lines are one behind the stream's count.
        var written = await session.Events.FetchStreamAsync(OrderBook.TheOne, version: line + 1, fromVersion: line
            + 1, token: cancellation);
        if (written is not [{ Data: OrderEntered entered }]) return null;
        var details = await session.LoadAsync<DeliveryDetails>(entered.OrderId.Value, cancellation);
        var recipient = details?.Open(await keys.TakeAsync(session, [entered.OrderId], cancellation));
        return PhoneNumber.TryParse(recipient?.Phone, out var known) && known == phone ? entered.OrderId : null;
    }
}
