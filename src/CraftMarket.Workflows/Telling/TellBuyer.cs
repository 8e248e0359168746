using CraftMarket.Kernel.Facts;
using CraftMarket.Notices;
using CraftMarket.Ordering;
using Marten;
using Wolverine.Attributes;

namespace CraftMarket.Workflows;

/// <summary>Tells a buyer what became of an order and its parts, all that is still untold in one letter. An address that was only
/// typed gets one letter, whose link confirms it.</summary>
/// <param name="Since">What happened before was told earlier, or is no news any more.</param>
[MessageIdentity("CraftMarket.Ordering.TellBuyer")]
public sealed record TellBuyer(OrderId OrderId, DateTimeOffset Since);

public static class TellBuyerHandler
{
    public static async Task Handle(TellBuyer message, IDocumentStore store, IKeyStore keys, PostOffice office,
        CancellationToken cancellation)
    {
        if (!office.Reaches(NoticeChannel.Email)) return;
        await using var session = store.QuerySession();
        if (await ReachableOrder.Of(session, keys, message.OrderId, cancellation) is not var (order, reply, confirmedAt)) return;
        // Who opened the link saw on the order's page what had happened until then.
        var news = await OrderNews.Since(session, order, confirmedAt > message.Since ? confirmedAt.Value : message.Since,
            cancellation);
        var (to, link) = (reply.To(), office.LinkTo(order, reply));
        if (confirmedAt is not null)
            await office.SendOnceAsync(to, order.Id, [.. news.Pieces.Select(x => x.Id)],
                mine => new OrderTold([.. news.Pieces.Where(x => mine.Contains(x.Id)).Select(x => Said(order, x))], link),
                cancellation);
        else if (!news.IsOff)
            await office.SendFirstAsync(to, order.Id, token => new AddressTyped(Goods(order.Lines), $"{link}&surat={token}"),
                cancellation);
    }

    internal static OrderTemplate Said(Order order, PieceOfNews news)
    {
        var (number, goods) = (order.Number, Goods(news.Part?.Lines ?? order.Lines));
        var maker = news.Part is { } about ? order.BrandOf(about.ArtisanId)?.Name : null;
        return (news.Event, news.Part) switch
        {
            (OrderNumbered, _) => new OrderCertain(number, order.Total, order.Method.IsPaidAtDoor(), goods),
            (SellerOrderShipped, { } part) => new PartSent(number, maker, part.Courier, part.TrackingNumber, goods),
            (OrderHoldFreed, _) or (SellerOrderRefused, { RefusalCode: FreeHoldHandler.FreedCode }) =>
                new HoldFreed(number, goods),
            (SellerOrderRefused, { RefusalCode: CancelOrderHandler.CancelledCode } part) =>
                new PartCancelled(number, part.Refunded, goods),
            (SellerOrderRefused, { } part) => new PartRefused(number, maker,
                part.RefusalCode == ExpireOrderHandler.NotAnsweredCode ? null : part.RefusalReason, part.Refunded, goods),
            (SellerOrderGivenBack, { } part) => new PartMoneyBack(number, part.Refunded, goods),
            _ => throw new ArgumentException($"Nobody is told of {news.Event.GetType().Name}.", nameof(news)),
        };
    }

    private static IReadOnlyList<OrderedGoods> Goods(IEnumerable<OrderLine> lines) =>
        [.. lines.Select(x => new OrderedGoods(x.Quantity, x.Title))];

    internal static Addressee To(this ReplyTo reply) => new(NoticeChannel.Email, reply.Email, reply.Language);

    internal static string LinkTo(this PostOffice office, Order order, ReplyTo reply) => office.LinkTo(
        $"/pesanan/{order.Id.Value}?key={Uri.EscapeDataString(reply.Key)}{(reply.Language == "en" ? "&bahasa=en" : "")}");
}
