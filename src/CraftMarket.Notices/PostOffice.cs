using Marten;
using Microsoft.Extensions.Logging;

namespace CraftMarket.Notices;

/// <summary>How this market writes.</summary>
/// <param name="Channels">Those that are set; of no other anything is sent.</param>
/// <param name="Site">What links begin with, such as <c>https://pasar.example.org</c>.</param>
/// <param name="FirstLettersPerDay">How many first letters one address gets in a day while none is opened; 0: no limit.</param>
public sealed record NoticeSettings(IReadOnlyDictionary<NoticeChannel, Carrier> Channels, Func<Uri> Site, int FirstLettersPerDay)
{
    public const int UsualFirstLettersPerDay = 3;
}

/// <summary>Writes each notice once, however often it is asked to. The address never leaves with what goes wrong.</summary>
public sealed class PostOffice(NoticeSettings settings, IDocumentStore store, MasterKey master, TimeProvider clock,
    ILogger<PostOffice> log)
{
    private readonly LetterBook _book = new(store);

    /// <summary>Whether anything is written that way at all.</summary>
    public bool Reaches(NoticeChannel channel) => settings.Channels.ContainsKey(channel);

    /// <summary>A link that leaves the house.</summary>
    public string LinkTo(string path) => new Uri(settings.Site(), path).ToString();

    /// <summary>Writes what may be written again, such as a link that is good once.</summary>
    public Task<bool> SendAsync(Addressee to, Template template, CancellationToken cancellation) =>
        SendAsync(Guid.NewGuid(), to, template, cancellation);

    /// <summary>Anybody can type anybody's address, so it gets one letter for an order, and in a day only a few.</summary>
    /// <param name="write">Given what stands in this letter's link and nowhere else (<see cref="LetterToken"/>).</param>
    public async Task SendFirstAsync(Addressee to, OrderId order, Func<string, Template> write, CancellationToken cancellation)
    {
        // Orders of before may hold a name or marks around it, with which one mailbox would be counted as many.
        if (!EmailAddress.TryParse(to.Address, out _)) return;
        await SendOnceAsync(to, order, [NewId.For("letter", "first", order.Value.ToString())],
            _ => write(LetterToken.Of(master, order)), cancellation,
            async () => settings.FirstLettersPerDay is not (> 0 and var most) || await FirstLetters.TakeOnAsync(store,
                FirstLetters.IdOf(master, to.Address), order, most, clock.GetUtcNow(), cancellation));
    }

    /// <summary>Writes one letter of all those pieces of news that no letter said yet.</summary>
    /// <param name="mayGo">Asked last; what may not go now is put back.</param>
    public async Task SendOnceAsync(Addressee to, OrderId about, IReadOnlyList<Guid> pieces,
        Func<IReadOnlyList<Guid>, Template> write, CancellationToken cancellation, Func<Task<bool>>? mayGo = null)
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

            if (!await SendAsync(letter, to, write(mine), cancellation))
                log.LogWarning("The mail server takes no mail for the buyer of order {Order}; the address may be mistyped.",
                    about.Value);
        }
        catch
        {
            await _book.PutBackAsync(mine);
            throw;
        }

        await _book.NoteSentAsync(mine, clock.GetUtcNow());
    }

    private Task<bool> SendAsync(Guid id, Addressee to, Template template, CancellationToken cancellation) =>
        settings.Channels[to.Channel](id, to.Address, template.In(to.Language), cancellation);
}
