using System.Security.Cryptography;
using System.Text;

namespace CraftMarket.People.Joining;

/// <summary>A way in for one artisan: the link works once and for a while, and only its hash is kept.</summary>
/// <param name="LoginHash">Keyed hash of the phone number or e-mail address, to see that no two are invited with one.</param>
/// <param name="Login">The phone number or e-mail address, sealed under the person's key.</param>
public sealed record Invitation(ArtisanId Id, PersonId PersonId, string TokenHash, string LoginHash, SealedBox Login,
    DateTimeOffset ValidUntil, DateTimeOffset? UsedAt = null)
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(14);

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ValidUntil;

    /// <summary>256 random bits that fit into an address.</summary>
    public static string NewToken() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
