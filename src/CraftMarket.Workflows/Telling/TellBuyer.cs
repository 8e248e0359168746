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

    internal static OrderTemplate Said(Order order, PieceOfNews news) => (news.Event, news.Part) switch
    {
        (OrderNumbered, _) => new OrderCertain(order.Number, order.Total, order.Method == PaymentMethod.CashOnDelivery,
            Goods(order.Lines)),
        (SellerOrderShipped, { } sent) => new PartSent(order.Number, Maker(order, sent), sent.Courier, sent.TrackingNumber,
            Goods(sent.Lines)),
        (SellerOrderRefused, { RefusalCode: FreeHoldHandler.FreedCode } freed) => new HoldFreed(order.Number, Goods(freed.Lines)),
        (SellerOrderRefused, { RefusalCode: CancelOrderHandler.CancelledCode } cancelled) =>
            new PartCancelled(order.Number, cancelled.Refunded, Goods(cancelled.Lines)),
        (SellerOrderRefused, { } refused) => new PartRefused(order.Number, Maker(order, refused),
            refused.RefusalCode == ExpireOrderHandler.NotAnsweredCode ? null : refused.RefusalReason, refused.Refunded,
            Goods(refused.Lines)),
        (OrderHoldFreed, _) => new HoldFreed(order.Number, Goods(order.Lines)),
        (SellerOrderGivenBack, { } ended) => new PartMoneyBack(order.Number, ended.Refunded, Goods(ended.Lines)),
        _ => throw new ArgumentException($"Nobody is told of {news.Event.GetType().Name}.", nameof(news)),
    };

    private static string? Maker(Order order, SellerOrder part) => order.BrandOf(part.ArtisanId)?.Name;

    private static IReadOnlyList<OrderedGoods> Goods(IEnumerable<OrderLine> lines) =>
        [.. lines.Select(x => new OrderedGoods(x.Quantity, x.Title))];

    internal static Addressee To(this ReplyTo reply) => new(NoticeChannel.Email, reply.Email, reply.Language);

    internal static string LinkTo(this PostOffice office, Order order, ReplyTo reply) => office.LinkTo(
        $"/pesanan/{order.Id.Value}?key={Uri.EscapeDataString(reply.Key)}{(reply.Language == "en" ? "&bahasa=en" : "")}");
}
