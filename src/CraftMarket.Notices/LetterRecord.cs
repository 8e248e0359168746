using Marten;

namespace CraftMarket.Notices;

/// <summary>A letter, or a piece of news in one, that somebody is sending or has sent, so that it goes once however often its
/// message is handled. Says nothing of the buyer.</summary>
/// <param name="Id">The same for the same letter; of a piece of news its event's.</param>
/// <param name="TakenOnAt">Since when somebody is at it.</param>
public sealed record LetterRecord(Guid Id, DateTimeOffset TakenOnAt, DateTimeOffset? SentAt);

/// <summary>Notes each in a short transaction of its own; while the post is on the line none is open.</summary>
internal sealed class LetterBook(IDocumentStore store)
{
    /// <summary>Longer than sending can take: who has not come back by then was killed in the middle of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Those of some letters, or pieces of one, that the asker is to send now; null when somebody else is at
    /// one.</summary>
    public async Task<IReadOnlyList<Guid>?> TakeOnAsync(IReadOnlyList<Guid> letters, DateTimeOffset now,
        CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var known = (await session.LoadManyAsync<LetterRecord>(cancellation, letters)).ToDictionary(x => x.Id);
        if (known.Values.Any(x => x.SentAt is null && x.TakenOnAt > now - Patience)) return null;
        Guid[] mine = [.. letters.Where(x => known.GetValueOrDefault(x)?.SentAt is null)];
        session.Store(mine.Select(x => new LetterRecord(x, now, null)).ToArray());
        try
        {
            await session.SaveChangesAsync(cancellation);
            return mine;
        }
        catch (JasperFx.ConcurrencyException)
        {
            return null;
        }
    }

    public async Task NoteSentAsync(IReadOnlyList<Guid> letters, DateTimeOffset now)
    {
        await using var session = store.LightweightSession();
        var taken = await session.LoadManyAsync<LetterRecord>(CancellationToken.None, letters);
        session.Store(taken.Select(x => x with { SentAt = now }).ToArray());
        await session.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>They did not go: whoever tries again need not wait.</summary>
    public async Task PutBackAsync(IReadOnlyList<Guid> letters)
    {
        await using var session = store.LightweightSession();
        foreach (var letter in letters) session.Delete<LetterRecord>(letter);
        await session.SaveChangesAsync(CancellationToken.None);
    }
}
