using System.Security.Cryptography;

namespace CraftMarket.Kernel;

/// <summary>Ids of streams that a cause leads to: the same for the same cause, and nobody outside the house can name
/// one.</summary>
/// <remarks>Decision 0033. An order's id is known to its buyer; were the payment's a plain hash of it, anybody could be there
/// first.</remarks>
public static class StreamId
{
    private static House? _house;

    /// <summary>Told before the first command: the secret, and the ids of the database from before there was one.</summary>
    /// <param name="secret">At least 32 bytes; the same on every node and for ever.</param>
    /// <param name="plain">Streams whose id is still a plain hash of its cause.</param>
    public static void Learn(byte[] secret, IEnumerable<Guid> plain)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length < 32) throw new ArgumentException("The secret of the stream ids needs 32 bytes.", nameof(secret));
        var known = Volatile.Read(ref _house);
        if (known is not null && !CryptographicOperations.FixedTimeEquals(known.Secret, secret))
            throw new InvalidOperationException("This process makes stream ids with another secret already.");
        Volatile.Write(ref _house, new(secret, [.. known?.Plain ?? [], .. plain]));
    }

    /// <summary>The id that a cause leads to: a payment per order, an entry per part.</summary>
    /// <param name="kind">A word that no other kind of stream uses.</param>
    public static Guid For(string kind, params ReadOnlySpan<string> cause)
    {
        var house = Volatile.Read(ref _house)
            ?? throw new InvalidOperationException("The secret of the stream ids is not known yet.");
        if (house.Plain.Count > 0 && NewId.For(kind, cause) is var plain && house.Plain.Contains(plain)) return plain;
        return NewId.Of(HMACSHA256.HashData(house.Secret, NewId.Text(kind, cause)));
    }

    private sealed record House(byte[] Secret, HashSet<Guid> Plain);
}
