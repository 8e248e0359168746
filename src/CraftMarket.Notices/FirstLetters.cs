using Marten;

namespace CraftMarket.Notices;

/// <summary>First letters of a day to one address of which none was opened yet.</summary>
/// <param name="Id">Keyed hash of the address; it says nothing to who lacks the key.</param>
/// <param name="Until">When the last of them is forgotten, and this with it.</param>
public sealed record FirstLetters(string Id, IReadOnlyList<FirstLetter> Letters, DateTimeOffset Until)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The address as one mailbox: in small letters, without what follows a plus sign, which is free.</summary>
    public static string IdOf(MasterKey master, string email)
    {
        var (name, at) = (email.Trim().ToLowerInvariant(), email.Trim().LastIndexOf('@'));
        var mailbox = at < 0 ? name : name[..at].Split('+')[0] + name[at..];
        return master.KeyedHash("first letters", mailbox);
    }

    /// <summary>With a letter for this order; null when the address has had its number of them.</summary>
    internal static FirstLetters? With(FirstLetters? known, string id, OrderId order, int most, DateTimeOffset now)
    {
        var today = (known?.Letters ?? []).Where(x => x.At > now - Day).ToList();
        if (today.Any(x => x.OrderId == order)) return known;
        return today.Count >= most ? null : new(id, [.. today, new(order, now)], now + Day);
    }

    /// <summary>What was opened counts no more against its address.</summary>
    public FirstLetters Without(OrderId order) => this with { Letters = [.. Letters.Where(x => x.OrderId != order)] };

    /// <summary>Whether the order's first letter may be sent; asked again for the same order, it still may.</summary>
    internal static async Task<bool> TakeOnAsync(IDocumentStore store, string id, OrderId order, int most, DateTimeOffset now,
        CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        var known = await session.LoadAsync<FirstLetters>(id, cancellation);
        if (With(known, id, order, most, now) is not { } taken) return false;
        if (ReferenceEquals(taken, known)) return true;
        session.DeleteWhere<FirstLetters>(x => x.Until < now && x.Id != id);
        session.Store(taken);
        await session.SaveChangesAsync(cancellation);
        return true;
    }
}

/// <summary>One of them.</summary>
public sealed record FirstLetter(OrderId OrderId, DateTimeOffset At);
