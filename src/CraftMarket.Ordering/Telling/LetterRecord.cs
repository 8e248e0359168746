using Marten;

namespace CraftMarket.Ordering;

/// <summary>A letter that somebody is sending or has sent, so that it goes once however often its message is handled. Says nothing of the buyer.</summary>
/// <param name="Id">The same for the same letter.</param>
/// <param name="TakenOnAt">Since when somebody is at it.</param>
public sealed record LetterRecord(Guid Id, DateTimeOffset TakenOnAt, DateTimeOffset? SentAt);

/// <summary>Notes each in a short transaction of its own; while the post is on the line none is open.</summary>
internal sealed class LetterBook(IDocumentStore store)
{
    /// <summary>Longer than sending can take: who has not come back by then was killed in the middle of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether the asker is to send it now; null when somebody else is at it.</summary>
    public async Task<bool?> TakeOnAsync(Guid letter, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var known = await session.LoadAsync<LetterRecord>(letter, cancellation);
        if (known?.SentAt is not null) return false;
        if (known is not null && known.TakenOnAt > now - Patience) return null;
        session.Store(new LetterRecord(letter, now, null));
        try
        {
            await session.SaveChangesAsync(cancellation);
            return true;
        }
        catch (JasperFx.ConcurrencyException)
        {
            return null;
        }
    }

    public async Task NoteSentAsync(Guid letter, DateTimeOffset now)
    {
        await using var session = store.LightweightSession();
        var taken = await session.LoadAsync<LetterRecord>(letter, CancellationToken.None);
        session.Store(taken! with { SentAt = now });
        await session.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>It did not go: whoever tries again need not wait.</summary>
    public async Task PutBackAsync(Guid letter)
    {
        await using var session = store.LightweightSession();
        session.Delete<LetterRecord>(letter);
        await session.SaveChangesAsync(CancellationToken.None);
    }
}
