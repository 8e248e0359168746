using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Marten;

namespace CraftMarket.Ordering;

/// <summary>Something that buyers are told.</summary>
/// <param name="Part">The part it is about; null when it is about the order itself.</param>
internal sealed record PieceOfNews(Guid Id, SellerOrder? Part, object Event);

/// <summary>What became of an order and its parts since some time, as far as buyers are told.</summary>
/// <param name="IsOff">Nothing of it will come any more.</param>
internal sealed record OrderNews(Order Order, IReadOnlyList<PieceOfNews> Pieces, bool IsOff)
{
    /// <summary>Null for an order that does not exist.</summary>
    public static async Task<OrderNews?> Since(IQuerySession session, OrderId id, DateTimeOffset since,
        CancellationToken cancellation)
    {
        if (await session.LoadAsync<Order>(id.Value, cancellation) is not { } order) return null;
        var parts = await session.LoadManyAsync<SellerOrder>(cancellation, order.Parts.Select(x => x.SellerOrderId.Value));
        var pieces = new List<PieceOfNews>();
        var streams = parts.OrderBy(x => x.Uuid).Select(x => (x.Uuid, (SellerOrder?)x));
        foreach (var (stream, part) in streams.Prepend((id.Value, null)))
            pieces.AddRange((await session.Events.FetchStreamAsync(stream, token: cancellation))
                .Where(x => x.Timestamp >= since && IsNews(x.Data, order)).Select(x => new PieceOfNews(x.Id, part, x.Data)));
        return new(order, pieces, order.IsOff(parts));
    }

    /// <summary>Where cash was to be paid, its parts say that the office ended it.</summary>
    private static bool IsNews(object e, Order order) =>
        e is OrderNumbered or SellerOrderShipped or SellerOrderRefused or SellerOrderGivenBack
        || (e is OrderHoldFreed && !order.Method.IsPaidAtDoor());
}
