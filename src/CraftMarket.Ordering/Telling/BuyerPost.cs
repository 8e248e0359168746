using Marten;
using Microsoft.Extensions.Logging;

namespace CraftMarket.Ordering;

/// <summary>The house's way to write to buyers.</summary>
/// <param name="Server">Null when no mail server is set: then nobody is written to.</param>
/// <param name="Site">What links begin with, such as <c>https://pasar.example.org</c>.</param>
public sealed record PostOffice(SmtpSettings? Server, Func<Uri> Site)
{
    /// <summary>Sends a letter that is not about an order.</summary>
    /// <returns>False when this address will never take it; anything else that goes wrong is an <see cref="IOException"/>, to be tried again.</returns>
    public Task<bool> SendAsync(Guid letter, string address, string subject, string text, CancellationToken cancellation) => SmtpLine.SendAsync(
        Server ?? throw new InvalidOperationException("No mail server is set."), letter, address, new Letter(subject, text), cancellation);
}

/// <summary>Writes to buyers who gave an e-mail, each letter once. The address is opened here and nowhere else, and never leaves with what goes wrong.</summary>
public sealed class BuyerPost(IDocumentStore store, MasterKey master, PostOffice office, TimeProvider clock, ILogger<BuyerPost> log)
{
    private readonly LetterBook _book = new(store);

    public async Task Confirmed(OrderId id, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is not ({ Number: not null } order, { } reply)) return;
        await SendOnce(NewId.For("letter", "confirmed", id.Value.ToString()), id, reply, BuyerLetters.Confirmed(order, Link(order, reply), reply.Language), cancellation);
    }

    public Task Shipped(SellerOrderId id, CancellationToken cancellation) => OfPart("shipped", id, BuyerLetters.Shipped, cancellation);

    public Task Refused(SellerOrderId id, CancellationToken cancellation) => OfPart("refused", id, BuyerLetters.Refused, cancellation);

    private async Task OfPart(string what, SellerOrderId id, Func<Order, SellerOrder, string, string, Letter> write, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        if (await session.LoadAsync<SellerOrder>(id.Value, cancellation) is not { } part) return;
        if (await Find(part.OrderId, cancellation) is not ({ } order, { } reply)) return;
        await SendOnce(NewId.For("letter", what, id.Value.ToString()), order.Id, reply, write(order, part, Link(order, reply), reply.Language), cancellation);
    }

    /// <summary>Nothing for a buyer without an e-mail, and none any more for one who was erased.</summary>
    private async Task<(Order?, ReplyTo?)> Find(OrderId id, CancellationToken cancellation)
    {
        if (office.Server is null) return (null, null);
        await using var session = store.QuerySession();
        var details = await session.LoadAsync<DeliveryDetails>(id.Value, cancellation);
        return (await session.LoadAsync<Order>(id.Value, cancellation), details?.OpenReply(master));
    }

    private async Task SendOnce(Guid letter, OrderId order, ReplyTo reply, Letter words, CancellationToken cancellation)
    {
        // Tried again in a moment, when the other one is through or known to be gone.
        if (await _book.TakeOnAsync(letter, clock.GetUtcNow(), cancellation) is not { } isMine) throw new TimeoutException("Somebody else is sending this letter.");
        if (!isMine) return;
        try
        {
            if (!await SmtpLine.SendAsync(office.Server!, letter, reply.Email, words, cancellation))
                log.LogWarning("The mail server takes no mail for the buyer of order {Order}; the address may be mistyped.", order.Value);
        }
        catch
        {
            await _book.PutBackAsync(letter);
            throw;
        }

        await _book.NoteSentAsync(letter, clock.GetUtcNow());
    }

    private string Link(Order order, ReplyTo reply) =>
        new Uri(office.Site(), $"/pesanan/{order.Id.Value}?key={Uri.EscapeDataString(reply.Key)}{(reply.Language == "en" ? "&bahasa=en" : "")}").ToString();
}
