using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CraftMarket.Ordering;

/// <summary>The secret that opens an order's page for a buyer without an account: 160 random bits, kept only as a hash.</summary>
public static class AccessKey
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(20));

    public static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Whether the key opens the order; the comparison takes as long for a near miss as for a wild guess.</summary>
    public static bool Opens(this Order order, string? key) => key is not null && CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(HashOf(key)), Encoding.UTF8.GetBytes(order.KeyHash));
}
