using System.Security.Cryptography;
using System.Text;

namespace CraftMarket.Kernel;

/// <summary>Makes stream ids at the edge: in time order for new things, always the same for the same cause.</summary>
public static class NewId
{
    public static T At<T>(DateTimeOffset now) where T : struct, IId<T> => T.From(Guid.CreateVersion7(now));

    /// <summary>The id that a cause leads to, so that telling it twice makes one thing: a refund per request, an entry per part.</summary>
    public static Guid For(string kind, params ReadOnlySpan<string> cause)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{string.Join('\n', cause)}")).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
