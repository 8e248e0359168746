using System.Security.Cryptography;
using System.Text.Json;

namespace CraftMarket.Kernel;

/// <summary>Personal data as it lies in the database: AES-256-GCM under the key of one person or one order.</summary>
/// <param name="Bytes">Nonce (12 bytes), tag (16 bytes), ciphertext.</param>
public sealed record SealedBox(byte[] Bytes);

/// <summary>A 256-bit key of one person or order, itself sealed by the master key; it lies in the key store. Destroying it erases
/// the person.</summary>
/// <param name="MasterKeyId">Which master key sealed it.</param>
/// <param name="Box">The sealed key.</param>
public sealed record WrappedKey(string MasterKeyId, SealedBox Box);

/// <summary>The key that wraps all other keys. It lives outside the database, so a stolen database is unreadable.</summary>
public sealed class MasterKey(byte[] key)
{
    /// <summary>First eight hexadecimal digits of the key's SHA-256; names the key without telling it.</summary>
    public string Id { get; } = Convert.ToHexString(SHA256.HashData(key))[..8];

    public WrappedKey NewKey() => new(Id, Seal(key, RandomNumberGenerator.GetBytes(32)));

    public SealedBox Seal<T>(WrappedKey under, T plain) =>
        Seal(Unwrap(under), JsonSerializer.SerializeToUtf8Bytes(plain, JsonSerializerOptions.Web));

    /// <summary>Opens a box; throws <see cref="CryptographicException"/> when box, key or master key do not belong
    /// together.</summary>
    public T Open<T>(WrappedKey under, SealedBox box) =>
        JsonSerializer.Deserialize<T>(Open(Unwrap(under), box), JsonSerializerOptions.Web)!;

    /// <summary>The same content under another key.</summary>
    public SealedBox Reseal(SealedBox box, WrappedKey from, WrappedKey to) => Seal(Unwrap(to), Open(Unwrap(from), box));

    /// <summary>A lookup value for a NIK, phone or e-mail: equal inputs give equal values, and nobody without the key can try
    /// them all.</summary>
    public string KeyedHash(string purpose, string value) =>
        Convert.ToHexString(HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes($"{purpose}\n{value}")));

    /// <summary>A secret of 32 bytes for one purpose, always the same under this key.</summary>
    public byte[] SecretFor(string purpose) => HMACSHA256.HashData(key, System.Text.Encoding.UTF8.GetBytes(purpose));

    private byte[] Unwrap(WrappedKey wrapped) => wrapped.MasterKeyId == Id
        ? Open(key, wrapped.Box)
        : throw new CryptographicException($"Wrapped by master key {wrapped.MasterKeyId}, but {Id} is configured.");

    private static SealedBox Seal(byte[] key, byte[] plain)
    {
        var box = new byte[12 + 16 + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, 12));
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(box.AsSpan(0, 12), plain, box.AsSpan(28), box.AsSpan(12, 16));
        return new(box);
    }

    private static byte[] Open(byte[] key, SealedBox box)
    {
        var plain = new byte[box.Bytes.Length - 28];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(box.Bytes.AsSpan(0, 12), box.Bytes.AsSpan(28), box.Bytes.AsSpan(12, 16), plain);
        return plain;
    }
}
