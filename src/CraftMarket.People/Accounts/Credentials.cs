using System.Security.Claims;
using CraftMarket.People.Joining;
using Microsoft.AspNetCore.Identity;

namespace CraftMarket.People.Accounts;

/// <summary>Login and password were right.</summary>
public sealed record Admitted(ClaimsPrincipal Principal, IReadOnlyList<string> Roles) : Answer;

/// <summary>Decides whether a login and a password let somebody in.</summary>
public sealed class Credentials(AccountBook accounts, SignInAttempts attempts,
    IPasswordHasher<Account> hasher, IUserClaimsPrincipalFactory<Account> claims, PeopleRules rules)
{
    private static readonly Refusal Bad = new("bad_credentials",
        new("Nomor HP, e-mail, atau kata sandi salah.", "The phone number, e-mail address or password is wrong."), RefusalKind.NotSignedIn);

    private static readonly Refusal Locked = new("locked",
        new("Terlalu banyak percobaan yang salah. Tunggu 15 menit, lalu coba lagi.", "Too many wrong attempts. Try again in 15 minutes."),
        RefusalKind.Locked);

    private static readonly Account Nobody = Account.For(Guid.Empty, DemoAccounts.LoginOf("nobody"));
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <returns><see cref="Admitted"/>, or the refusal <c>bad_credentials</c> or <c>locked</c>.</returns>
    public async Task<Answer> CheckAsync(string? login, string? password, CancellationToken cancellation = default)
    {
        // No account has a longer password or login; hashing megabytes for a stranger would be a gift.
        if (login is not { Length: > 0 and < 255 } || password is not { Length: > 0 and < 1000 }) return Bad;
        var known = Login.TryParse(login, out var parsed);
        var account = known ? await FindAsync(parsed!, cancellation) : null;
        var outcome = await attempts.AttemptAsync(known ? parsed!.Value : login.Trim(),
            () => Task.FromResult(IsRight(account, password)), cancellation);
        return outcome switch
        {
            AttemptOutcome.Right => new Admitted(await claims.CreateAsync(account!), account!.Roles),
            AttemptOutcome.Locked => Locked,
            _ => Bad,
        };
    }

    /// <summary>Lets in who has just chosen a password by an invitation that works once.</summary>
    public async Task<Admitted> WelcomeAsync(InvitationAccepted accepted, CancellationToken cancellation = default)
    {
        var account = await accounts.Of(accepted.ArtisanId, cancellation)
            ?? throw new InvalidOperationException("The invitation was accepted, but its account is not there.");
        return new(await claims.CreateAsync(account), account.Roles);
    }

    private async Task<Account?> FindAsync(Login login, CancellationToken cancellation)
    {
        var account = await accounts.HolderOf(login, cancellation);
        return account is { ClosedAt: null, PasswordHash: not null } && (rules.AllowDemoAccounts || !DemoAccounts.Has(account))
            ? account
            : null;
    }

    /// <summary>Takes as long for a login that nobody has.</summary>
    private bool IsRight(Account? account, string password) =>
        hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed
        && account is not null;
}
