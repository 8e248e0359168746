using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace CraftMarket.People.Accounts;

/// <summary>Notices one password that is tried on many logins from one source, right or wrong. It remembers in this process
/// alone and under a key that ends with it: nothing about a password is ever written down.</summary>
public sealed class SprayWatch : IDisposable
{
    /// <summary>Logins that may be tried with one password; a family may share a phone and a password.</summary>
    public const int Allowed = 5;

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly MemoryCache _tried = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    /// <summary>Notes the try; whether this login is one too many.</summary>
    public bool IsOneTooMany(string source, string login, string password)
    {
        var logins = _tried.GetOrCreate(Fingerprint($"{source}\n{password}"), entry =>
        {
            entry.SetSize(1).SetAbsoluteExpiration(Remembered);
            return new HashSet<string>();
        })!;
        lock (logins)
        {
            if (logins.Count < Allowed) logins.Add(login);
            return !logins.Contains(login);
        }
    }

    public void Dispose() => _tried.Dispose();

    private string Fingerprint(string text) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
