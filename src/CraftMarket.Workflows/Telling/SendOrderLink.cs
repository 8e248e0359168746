using CraftMarket.Notices;
using CraftMarket.Ordering;
using Marten;
using Wolverine.Attributes;

namespace CraftMarket.Workflows;

/// <summary>Sends the link of an order again, at most once a day, and only to an e-mail that its buyer has confirmed.</summary>
/// <param name="OrderId">Empty when what was typed fits no order: then nothing is written.</param>
[MessageIdentity("CraftMarket.Ordering.SendOrderLink")]
public sealed record SendOrderLink(OrderId OrderId);

public static class SendOrderLinkHandler
{
    public static async Task Handle(SendOrderLink message, IDocumentStore store, IKeyStore keys, PostOffice office,
        DateTimeOffset now, CancellationToken cancellation)
    {
        if (!office.Reaches(NoticeChannel.Email)) return;
        await using var session = store.QuerySession();
        if (await ReachableOrder.Of(session, keys, message.OrderId, cancellation)
            is not (var order, var reply, not null)) return;
        var letter = NewId.For("letter", "link", order.Id.Value.ToString(), $"{LocalMonth.DayOf(now):O}");
        await office.SendOnceAsync(reply.To(), order.Id, [letter],
            _ => new OrderLinkAgain(order.Number, office.LinkTo(order, reply)), cancellation);
    }
}
