using Marten;
using Microsoft.Extensions.Logging;

namespace CraftMarket.Ordering;

/// <summary>The house's way to write to buyers.</summary>
/// <param name="Server">Null when no mail server is set: then nobody is written to.</param>
/// <param name="Site">What links begin with, such as <c>https://pasar.example.org</c>.</param>
/// <param name="FirstLettersPerDay">How many first letters one address gets in a day while none is opened; 0: no limit.</param>
public sealed record PostOffice(SmtpSettings? Server, Func<Uri> Site, int FirstLettersPerDay = PostOffice.UsualFirstLettersPerDay)
{
    public const int UsualFirstLettersPerDay = 3;

    /// <summary>Sends a letter that is not about an order.</summary>
    /// <returns>False when this address will never take it; anything else that goes wrong is an <see cref="IOException"/>, to be
    /// tried again.</returns>
    public Task<bool> SendAsync(Guid letter, string address, string subject, string text, CancellationToken cancellation) =>
        SmtpLine.SendAsync(
        Server ?? throw new InvalidOperationException("No mail server is set."), letter, address, new Letter(subject, text),
        cancellation);
}

/// <summary>Writes to buyers who gave an e-mail, each letter once. An address that was only typed gets one letter, whose link
/// confirms it; what becomes of the order is written to a confirmed one. The address never leaves with what goes wrong.</summary>
public sealed class BuyerPost(IDocumentStore store, IKeyStore keys, MasterKey master, PostOffice office, TimeProvider clock,
    ILogger<BuyerPost> log)
{
    private readonly LetterBook _book = new(store);

    /// <summary>Writes what happened since then and is untold; nothing to a buyer without an e-mail or who was erased.</summary>
    public async Task Tell(OrderId id, DateTimeOffset since, CancellationToken cancellation)
    {
        if (office.Server is null) return;
        await using var session = store.QuerySession();
        var details = await session.LoadAsync<DeliveryDetails>(id.Value, cancellation);
        if (details?.OpenReply(await keys.TakeAsync(session, [id], cancellation)) is not { } reply) return;
        // Who opened the link saw on the order's page what had happened until then.
        var unseen = details.ConfirmedAt is { } seen && seen > since ? seen : since;
        if (await OrderNews.Since(session, id, unseen, cancellation) is not { } news) return;
        if (details.ConfirmedAt is null) await First(news.Order, news.IsOff, reply, cancellation);
        else await SendOnce([.. news.Pieces.Select(x => x.Id)], id, reply, mine => BuyerLetters.Of(news.Order,
            [.. news.Pieces.Where(x => mine.Contains(x.Id))], Link(news.Order, reply), reply.Language), cancellation);
    }

    /// <summary>Writes the order's link once more, at most once a day, and only to an address whose reader has opened a
    /// letter.</summary>
    public async Task SendLinkAgain(OrderId id, CancellationToken cancellation)
    {
        if (office.Server is null) return;
        await using var session = store.QuerySession();
        var order = await session.LoadAsync<Order>(id.Value, cancellation);
        var details = await session.LoadAsync<DeliveryDetails>(id.Value, cancellation);
        if (order is null || details is not { ConfirmedAt: not null }
            || details.OpenReply(await keys.TakeAsync(session, [id], cancellation)) is not { } reply) return;
        var letter = NewId.For("letter", "link", id.Value.ToString(), $"{LocalMonth.DayOf(clock.GetUtcNow()):O}");
        await SendOnce([letter], id, reply, _ => BuyerLetters.LinkAgain(order, Link(order, reply), reply.Language), cancellation);
    }

    /// <summary>Anybody can type anybody's address, so it gets one letter for an order, and in a day only a few.</summary>
    private async Task First(Order order, bool isOff, ReplyTo reply, CancellationToken cancellation)
    {
        // Orders of before may hold a name or marks around it, with which one mailbox would be counted as many.
        if (isOff || !EmailAddress.TryParse(reply.Email, out _)) return;
        var address = FirstLetters.IdOf(master, reply.Email);
        var link = $"{Link(order, reply)}&surat={LetterToken.Of(master, order.Id)}";
        await SendOnce([NewId.For("letter", "first", order.Id.Value.ToString())], order.Id, reply,
            _ => BuyerLetters.First(order, link, reply.Language), cancellation, IsOneOfFew);

        Task<bool> IsOneOfFew() => office.FirstLettersPerDay is > 0 and var most
            ? FirstLetters.TakeOnAsync(store, address, order.Id, most, clock.GetUtcNow(), cancellation)
            : Task.FromResult(true);
    }

    private async Task SendOnce(IReadOnlyList<Guid> pieces, OrderId order, ReplyTo reply, Func<IReadOnlyList<Guid>, Letter> write,
        CancellationToken cancellation, Func<Task<bool>>? mayGo = null)
    {
        // Tried again in a moment, when the other one is through or known to be gone.
        if (await _book.TakeOnAsync(pieces, clock.GetUtcNow(), cancellation) is not { } mine)
            throw new TimeoutException("Somebody else is sending this letter.");
        if (mine.Count == 0) return;
        var letter = mine is [var one] ? one : NewId.For("letter", [.. mine.Select(x => x.ToString())]);
        try
        {
            if (mayGo is not null && !await mayGo())
            {
                await _book.PutBackAsync(mine);
                return;
            }

            if (!await SmtpLine.SendAsync(office.Server!, letter, reply.Email, write(mine), cancellation))
                log.LogWarning("The mail server takes no mail for the buyer of order {Order}; the address may be mistyped.",
                    order.Value);
        }
        catch
        {
            await _book.PutBackAsync(mine);
            throw;
        }

        await _book.NoteSentAsync(mine, clock.GetUtcNow());
    }

    private string Link(Order order, ReplyTo reply) =>
        new Uri(office.Site(),
            $"/pesanan/{order.Id.Value}?key={Uri.EscapeDataString(reply.Key)}{(reply.Language == "en" ? "&bahasa=en" : "")}")
            .ToString();
}
