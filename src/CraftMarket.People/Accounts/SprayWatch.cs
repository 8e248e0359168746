using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace CraftMarket.People.Accounts;

/// <summary>Notices one password that is tried on many logins from one source, right or wrong. It remembers in this process
/// alone and under a key that ends with it: nothing about a password is ever written down.</summary>
public sealed class SprayWatch : IDisposable
{
    /// <summary>Logins that may be tried with one password, once it was wrong for some of them.</summary>
    public const int Allowed = 5;

    /// <summary>A password that is right for all of them is shared by people who know each other; one that is wrong twice is a
    /// guess.</summary>
    private const int WrongTwice = 2;

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly MemoryCache _tried = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    /// <summary>Notes the try; whether this login is one too many.</summary>
    public bool IsOneTooMany(string source, string login, string password)
    {
        var tried = Of(source, password);
        lock (tried)
        {
            if (tried.Logins.Contains(login)) return false;
            if (tried.Logins.Count >= Allowed && tried.Wrong.Count >= WrongTwice) return true;
            tried.Logins.Add(login);
            return false;
        }
    }

    /// <summary>The password was not this login's.</summary>
    public void NoteWrong(string source, string login, string password)
    {
        var tried = Of(source, password);
        lock (tried) tried.Wrong.Add(login);
    }

    public void Dispose() => _tried.Dispose();

    private Tried Of(string source, string password) => _tried.GetOrCreate(Fingerprint($"{source}\n{password}"), entry =>
    {
        entry.SetSize(1).SetAbsoluteExpiration(Remembered);
        return new Tried([], []);
    })!;

    private string Fingerprint(string text) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    private sealed record Tried(HashSet<string> Logins, HashSet<string> Wrong);
}
