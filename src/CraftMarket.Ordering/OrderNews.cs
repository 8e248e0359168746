using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;

namespace CraftMarket.Ordering;

/// <summary>An order whose buyer gave an e-mail and was not erased, opened for one letter.</summary>
/// <param name="ConfirmedAt">When the link of a letter was opened; null while the address was only typed.</param>
public sealed record ReachableOrder(Order Order, ReplyTo Reply, DateTimeOffset? ConfirmedAt)
{
    /// <summary>Null where nobody can be written to.</summary>
    public static async Task<ReachableOrder?> Of(IQuerySession session, IKeyStore keys, OrderId id,
        CancellationToken cancellation)
    {
        var details = await session.LoadAsync<DeliveryDetails>(id.Value, cancellation);
        return details?.OpenReply(await keys.TakeAsync(session, [id], cancellation)) is { } reply
            && await session.LoadAsync<Order>(id.Value, cancellation) is { } order
            ? new(order, reply, details.ConfirmedAt) : null;
    }
}

/// <summary>Something that buyers are told.</summary>
/// <param name="Part">The part it is about; null when it is about the order itself.</param>
public sealed record PieceOfNews(Guid Id, SellerOrder? Part, object Event);

/// <summary>What became of an order and its parts since some time, as far as buyers are told.</summary>
/// <param name="IsOff">Nothing of it will come any more.</param>
public sealed record OrderNews(IReadOnlyList<PieceOfNews> Pieces, bool IsOff)
{
    public static async Task<OrderNews> Since(IQuerySession session, Order order, DateTimeOffset since,
        CancellationToken cancellation)
    {
        var parts = await session.LoadManyAsync<SellerOrder>(cancellation, order.Parts.Select(x => x.SellerOrderId.Value));
        var pieces = new List<PieceOfNews>();
        var streams = parts.OrderBy(x => x.Uuid).Select(x => (x.Uuid, (SellerOrder?)x));
        foreach (var (stream, part) in streams.Prepend((order.Id.Value, null)))
            pieces.AddRange((await session.Events.FetchStreamAsync(stream, token: cancellation))
                .Where(x => x.Timestamp >= since && IsNews(x.Data, order)).Select(x => new PieceOfNews(x.Id, part, x.Data)));
        return new(pieces, order.IsOff(parts));
    }

    /// <summary>Where cash was to be paid, its parts say that the office ended it.</summary>
    private static bool IsNews(object e, Order order) =>
        e is OrderNumbered or SellerOrderShipped or SellerOrderRefused or SellerOrderGivenBack
        || (e is OrderHoldFreed && !order.Method.IsPaidAtDoor());
}
