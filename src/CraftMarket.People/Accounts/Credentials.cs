using System.Security.Claims;
using CraftMarket.People.Joining;
using Microsoft.AspNetCore.Identity;

namespace CraftMarket.People.Accounts;

/// <summary>Somebody proved who they are.</summary>
/// <param name="SecondFactor">By a code beside the password.</param>
public sealed record Admitted(Account Account, ClaimsPrincipal Principal, bool SecondFactor) : Answer
{
    public IReadOnlyList<string> Roles => Account.Roles;
}

/// <summary>Login and password were right; the code of the second factor is still to come.</summary>
public sealed record CodeWanted(Account Account) : Answer;

/// <summary>Decides whether a login, a password and a code let somebody in.</summary>
public sealed class Credentials(AccountBook accounts, SignInAttempts attempts, SecondFactors factors,
    IPasswordHasher<Account> hasher, IUserClaimsPrincipalFactory<Account> claims, PeopleRules rules)
{
    private static readonly Refusal Bad = new("bad_credentials",
        new("Nomor HP, e-mail, atau kata sandi salah.", "The phone number, e-mail address or password is wrong."),
        RefusalKind.NotSignedIn);

    private static readonly Refusal Locked = new("locked",
        new("Terlalu banyak percobaan yang salah. Tunggu 15 menit, lalu coba lagi.",
            "Too many wrong attempts. Try again in 15 minutes."), RefusalKind.Locked)
    { RetryAfter = SignInCounts.LockedFor };

    private static readonly Refusal Busy = new("too_many_requests",
        new("Banyak orang sedang masuk. Tunggu sebentar, lalu coba lagi.",
            "Many people are signing in. Wait a moment and try again."), RefusalKind.Locked)
    { RetryAfter = TimeSpan.FromSeconds(2) };

    private static readonly Refusal WrongPassword = Refusal.Invalid("wrong_password", "Kata sandi Anda sekarang salah.",
        "Your present password is wrong.");

    private static readonly Account Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <param name="source">Where they are typed: an address or a network.</param>
    /// <returns><see cref="Admitted"/>, <see cref="CodeWanted"/>, or the refusal <c>bad_credentials</c>, <c>wrong_code</c>,
    /// <c>locked</c> or <c>too_many_requests</c>.</returns>
    public async Task<Answer> CheckAsync(string? login, string? password, string source, string? code = null,
        CancellationToken cancellation = default)
    {
        // No account has a longer password or login; hashing megabytes for a stranger would be a gift.
        if (login is not { Length: > 0 and < 255 } || !IsPossible(password)) return Bad;
        var known = Login.TryParse(login, out var parsed);
        var account = known ? await FindAsync(parsed!, cancellation) : null;
        var (wrong, proved) = ((Answer)Bad, false);
        SignInAttempt attempt = new(known ? parsed!.Value : login.Trim(), source, rules.Shares(password) ? null : password);
        var outcome = await attempts.AttemptAsync(attempt, async () =>
        {
            if (!IsRight(account, password!)) return false;
            if (await factors.OfAsync(account!.Id, cancellation) is null) return true;
            // Counted as wrong until the code is right, so that the right password buys no further guesses at the code.
            wrong = string.IsNullOrWhiteSpace(code) ? new CodeWanted(account) : await ProveCodeAsync(account, code, cancellation);
            return proved = wrong is Done;
        }, cancellation);
        return outcome switch
        {
            AttemptOutcome.Right => new Admitted(account!, await claims.CreateAsync(account!), proved),
            AttemptOutcome.Locked => Locked,
            AttemptOutcome.Busy => Busy,
            AttemptOutcome.Wrong => wrong,
            _ => throw new InvalidOperationException($"An attempt ended {outcome}."),
        };
    }

    /// <summary>The second step of who has shown the right password a moment ago.</summary>
    /// <param name="stamp">The account's stamp as it was then.</param>
    /// <returns><see cref="Admitted"/>, or the refusal <c>bad_credentials</c>, <c>wrong_code</c> or <c>locked</c>.</returns>
    public async Task<Answer> CheckCodeAsync(Guid id, string stamp, string? code, string source,
        CancellationToken cancellation = default)
    {
        if (await accounts.Of(id, cancellation) is not { ClosedAt: null } account || account.SecurityStamp != stamp) return Bad;
        if (await ProveCodeAsync(account, code, cancellation) is Refusal refusal) return refusal;
        await attempts.ProveAsync(LoginOf(account), source, cancellation);
        return new Admitted(account, await claims.CreateAsync(account), SecondFactor: true);
    }

    /// <summary>Asks who is signed in for the password once more, before something that a borrowed telephone must not
    /// do.</summary>
    /// <returns><see cref="Done"/>, or the refusal <c>wrong_password</c> or <c>locked</c>.</returns>
    public async Task<Answer> ProveAsync(Account account, string? password, CancellationToken cancellation = default) =>
        Of(await attempts.GuessPasswordAsync(LoginOf(account),
            () => Task.FromResult(IsOwn(account, password)), cancellation),
            WrongPassword);

    /// <summary>Asks who is signed in for the password and, where a second factor is set up, for a code: neither is to take the
    /// other away.</summary>
    /// <returns><see cref="Done"/>, or the refusal <c>wrong_password</c>, <c>code_needed</c>, <c>wrong_code</c> or
    /// <c>locked</c>.</returns>
    public async Task<Answer> ProveBothAsync(Account account, string? password, string? code,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var two = await factors.OfAsync(account.Id, cancellation) is not null;
        if (two && string.IsNullOrWhiteSpace(code)) return SecondFactors.CodeNeeded with { Kind = RefusalKind.Invalid };
        Answer second = Done.Instance;
        // Counted as wrong until the code is right too, so that the right password buys no further guesses at the code.
        var both = await attempts.GuessPasswordAsync(LoginOf(account), async () =>
        {
            if (!IsOwn(account, password)) return false;
            if (two) second = await ProveCodeAsync(account, code, cancellation);
            return second is Done;
        }, cancellation);
        return second is Refusal no ? no with { Kind = no.Kind == RefusalKind.NotSignedIn ? RefusalKind.Invalid : no.Kind }
            : Of(both, WrongPassword);
    }

    /// <summary>Asks who is signed in for a code of the second factor.</summary>
    /// <returns><see cref="Done"/>, or the refusal <c>wrong_code</c> or <c>locked</c>.</returns>
    public async Task<Answer> ProveCodeAsync(Account account, string? code, CancellationToken cancellation = default) =>
        Of(await attempts.GuessCodeAsync(LoginOf(account), () => factors.CheckAsync(account.Id, code ?? "", cancellation),
            cancellation), SecondFactors.WrongCode);

    /// <summary>Lets in who has just chosen a password by an invitation that works once; from then on their login knows where
    /// that was.</summary>
    public async Task<Admitted> WelcomeAsync(InvitationAccepted accepted, string source, CancellationToken cancellation = default)
    {
        var account = await accounts.Of(accepted.ArtisanId, cancellation)
            ?? throw new InvalidOperationException("The invitation was accepted, but its account is not there.");
        await attempts.ProveAsync(LoginOf(account), source, cancellation);
        return new(account, await claims.CreateAsync(account), SecondFactor: false);
    }

    private static Answer Of(AttemptOutcome outcome, Refusal wrong) => outcome switch
    {
        AttemptOutcome.Right => Done.Instance,
        AttemptOutcome.Wrong => wrong,
        AttemptOutcome.Locked => Locked,
        AttemptOutcome.Busy => Busy,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string LoginOf(Account account) => account.ToLogin()?.Value ?? account.UserName!;

    private async Task<Account?> FindAsync(Login login, CancellationToken cancellation) =>
        await accounts.HolderOf(login, cancellation) is { } account && AccountBook.CanSignIn(account, rules) ? account : null;

    private bool IsOwn(Account account, string? password) =>
        IsPossible(password) && account.PasswordHash is not null && IsRight(account, password!);

    private static bool IsPossible(string? password) => password is { Length: > 0 and < 1000 };

    /// <summary>Takes as long for a login that nobody has.</summary>
    private bool IsRight(Account? account, string password) =>
        hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash
            ?? NobodysHash, password) != PasswordVerificationResult.Failed
        && account is not null;
}
