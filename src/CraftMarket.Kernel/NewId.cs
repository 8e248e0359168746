using System.Security.Cryptography;
using System.Text;

namespace CraftMarket.Kernel;

/// <summary>Makes ids at the edge: in time order for new things, always the same for the same cause.</summary>
public static class NewId
{
    public static T At<T>(DateTimeOffset now) where T : struct, IId<T> => T.From(Guid.CreateVersion7(now));

    /// <summary>The id that a cause leads to, for documents and for what is told outside.</summary>
    /// <remarks>Anybody who knows the cause can work it out: streams take <see cref="StreamId"/>.</remarks>
    public static Guid For(string kind, params ReadOnlySpan<string> cause) => Of(SHA256.HashData(Text(kind, cause)));

    internal static byte[] Text(string kind, ReadOnlySpan<string> cause) =>
        Encoding.UTF8.GetBytes($"{kind}\n{string.Join('\n', cause)}");

    /// <summary>A UUID of version 8 from the first half of a hash.</summary>
    internal static Guid Of(byte[] hash)
    {
        var half = hash.AsSpan(0, 16);
        half[6] = (byte)((half[6] & 0x0F) | 0x80);
        half[8] = (byte)((half[8] & 0x3F) | 0x80);
        return new Guid(half, bigEndian: true);
    }
}
