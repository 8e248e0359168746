using JasperFx.Events;
using Marten;

namespace CraftMarket.Ordering;

/// <summary>An artisan's part with what it touches, locked in the order that every action keeps: order, part, stock,
/// book.</summary>
/// <param name="Part">Null when there is no such part.</param>
/// <param name="Order">Locked only for an action that changes the order.</param>
public sealed record LockedSellerOrder(IEventStream<SellerOrder>? Part, IEventStream<Order>? Order, IEventStream<OrderBook>? Book,
    IReadOnlyDictionary<Article, IEventStream<StockItem>> Stock)
{
    private static readonly LockedSellerOrder None = new(null, null, null, new Dictionary<Article, IEventStream<StockItem>>());

    public SellerOrder? State => Part?.Aggregate;

    /// <summary>The part for its own artisan; nobody else learns that it exists.</summary>
    public SellerOrder? Of(ArtisanId artisan) => State?.ArtisanId == artisan ? State : null;

    internal static async Task<LockedSellerOrder> Load(IDocumentSession session, SellerOrderId id, CancellationToken cancellation,
        bool stock = false, bool number = false)
    {
        // Order and lines of a part never change, so an unlocked look tells which streams to lock.
        if (await session.LoadAsync<SellerOrder>(id.Value, cancellation) is not { } part) return None;
        number &= part.Method.IsPaidAtDoor() && part.Status == SellerOrderStatus.Received;
        var order = number ? await session.Events.FetchForExclusiveWriting<Order>(part.OrderId.Value, cancellation) : null;
        var stream = await session.Events.FetchForExclusiveWriting<SellerOrder>(id.Value, cancellation);
        var locks = await StockLocks.Lock(session, stock ? part.Lines.Select(x => x.Article) : [], cancellation);
        var book = order is { Aggregate.Number: null }
            ? await session.Events.FetchForExclusiveWriting<OrderBook>(OrderBook.TheOne, cancellation)
            : null;
        return new(stream, order, book, locks);
    }

    internal static Refusal WrongState(SellerOrder part) => Refusal.Conflict("wrong_state",
        $"Pesanan ini {Word(part.Status).Indonesian}, jadi langkah ini tidak bisa dilakukan. Buka lagi halaman pesanan.",
        $"This order is {Word(part.Status).English}, so this step cannot be taken. Open the orders page again.");

    private static Wording Word(SellerOrderStatus status) => status switch
    {
        SellerOrderStatus.Received => new("masih menunggu jawaban", "waiting for an answer"),
        SellerOrderStatus.Accepted => new("sudah diterima perajin", "accepted"),
        SellerOrderStatus.Refused => new("sudah ditolak", "refused"),
        SellerOrderStatus.Shipped => new("sudah dikirim", "shipped"),
        SellerOrderStatus.Delivered => new("sudah sampai", "delivered"),
        SellerOrderStatus.GivenBack => new("sudah batal karena uangnya dikembalikan semua",
            "cancelled, because all its money went back"),
    };
}
