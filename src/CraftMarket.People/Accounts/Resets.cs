using CraftMarket.People.Joining;
using CraftMarket.People.Persons;
using Marten;
using Npgsql;

namespace CraftMarket.People.Accounts;

/// <summary>The secret part of a link that sets a new password; it is told once and cannot be looked up.</summary>
public sealed record ResetLink(string Token) : Answer
{
    public override string ToString() => "ResetLink ****";
}

/// <summary>What the page of such a link shows before anything is typed.</summary>
/// <param name="LoginHint">The end of the phone number or e-mail address, such as <c>…1101</c>.</param>
public sealed record ResetCard(string LoginHint) : Answer;

/// <summary>Links that set a new password: each works once and for a day, and a new one makes the old one worthless.</summary>
public sealed class Resets(NpgsqlDataSource source, IDocumentStore store, AccountBook accounts, CredentialChange change,
    AccountLog log, OwnNames names, SignInAttempts attempts, TimeProvider clock, PeopleRules rules)
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    /// <summary>Between two letters to one mailbox, so that nobody can fill another's.</summary>
    private static readonly TimeSpan BetweenLetters = TimeSpan.FromMinutes(10);

    private static readonly Refusal Invalid = new("invalid_reset",
        new("Tautan ini tidak berlaku lagi. Minta tautan baru kepada pendamping atau kantor CraftMarket.",
        "This link is no longer valid. Ask your companion or the office for a new one."), RefusalKind.Missing);

    private static readonly Refusal OperatorsOnly = new("forbidden",
        new("Tautan untuk akun kantor hanya bisa dibuat oleh operator.",
        "Only an operator can make a link for an account of the office."), RefusalKind.Forbidden);

    /// <summary>The account that a login reaches, with a password or still without.</summary>
    public async Task<Account?> HolderOf(string? login, CancellationToken cancellation = default) =>
        Login.TryParse(login, out var parsed) && await accounts.HolderOf(parsed, cancellation) is { } account
            && AccountBook.IsOpen(account, rules)
            ? account
            : null;

    /// <param name="account">Null for a login that nobody has.</param>
    /// <param name="all">Whether the asker may do it for every account; else only for artisans.</param>
    /// <param name="by">The account that asks; null for the command line and for the holder's own letter.</param>
    /// <param name="dropFactor">Whether the second factor goes too when the link is used, because the telephone is lost.</param>
    /// <returns><see cref="ResetLink"/>, or a refusal.</returns>
    public async Task<Answer> MakeAsync(Account? account, bool all, Guid? by, bool dropFactor = false,
        CancellationToken cancellation = default)
    {
        if (account is not { ClosedAt: null }) return Refusal.Missing();
        if (!all && (account.IsOffice() || dropFactor)) return OperatorsOnly;
        await NoteAsync(account, by, dropFactor, cancellation);
        return await KeepAsync(account, by, dropFactor, DateTimeOffset.MaxValue, cancellation)
            ?? throw new InvalidOperationException("A link is always made.");
    }

    /// <summary>A link for the holder's own mailbox; null when one was made a moment ago.</summary>
    public Task<ResetLink?> MakeOwnAsync(Account account, CancellationToken cancellation = default) =>
        KeepAsync(account, null, dropFactor: false, clock.GetUtcNow() - BetweenLetters, cancellation);

    /// <summary>Takes a link back that did not reach anybody.</summary>
    public Task DropAsync(ResetLink link) =>
        source.RunAsync("delete from people.password_resets where token_hash = $1", CancellationToken.None,
            Invitation.HashOf(link.Token));

    /// <returns><see cref="ResetCard"/>, or the refusal <c>invalid_reset</c>.</returns>
    public async Task<Answer> PeekAsync(string token, CancellationToken cancellation = default) =>
        await FindAsync(token, cancellation) is { } link ? new ResetCard(link.Account.ToLogin()!.Hint) : Invalid;

    /// <summary>Sets the password, uses the link up, ends every session and, where the link is used, the wait after wrong
    /// passwords.</summary>
    /// <param name="again">The password once more; null where it is typed once.</param>
    /// <param name="sourceOfUse">Where the link is used: an address or a network.</param>
    /// <returns><see cref="Done"/>, or a refusal; after <c>weak_password</c> and <c>password_differs</c> the link stays
    /// good.</returns>
    public async Task<Answer> UseAsync(string token, string? password, string? again, string sourceOfUse,
        CancellationToken cancellation = default)
    {
        if (await FindAsync(token, cancellation) is not (var account, var dropFactor, var maker)) return Invalid;
        var own = await names.OfAsync(account, cancellation);
        if (Refusals.Of(Password.Check(password, account.ToLogin()!, rules, own), Password.Differs(password, again))
            is { } refusal) return refusal;
        if (!await change.RunAsync(account, kept: null, async connection =>
        {
            if (await connection.RunAsync("delete from people.password_resets where token_hash = $1 and valid_until > $2",
                    cancellation, Invitation.HashOf(token), clock.GetUtcNow()) != 1) return false;
            if (dropFactor) await SecondFactors.ForgetAsync(connection, account.Id, cancellation);
            await log.NoteAsync(connection, account.Id, dropFactor ? AccountDeed.FactorDropped : AccountDeed.LinkUsed, maker,
                cancellation);
            return await CredentialChange.SetPasswordAsync(connection, account, password!, cancellation);
        }, cancellation)) return Invalid;
        // Only its holder has the link: they are known here now, and need not wait for what others, or they, typed wrong.
        await attempts.ProveAsync(account.ToLogin()!.Value, sourceOfUse, cancellation);
        return Done.Instance;
    }

    /// <summary>Whoever holds the link can become the account's holder; so it is written down who made one, before there is one.
    /// Of an artisan's it stands beside the looks at their details too.</summary>
    private async Task NoteAsync(Account account, Guid? by, bool dropFactor, CancellationToken cancellation)
    {
        await log.NoteAsync(account.Id, dropFactor ? AccountDeed.FactorLinkMade : AccountDeed.LinkMade, by, cancellation);
        if (account.PersonId is not { } person) return;
        await using var session = store.LightweightSession();
        var now = clock.GetUtcNow();
        session.Insert(new AccessLogEntry(Guid.CreateVersion7(now), by?.ToString() ?? "command line", person, now, "reset link"));
        await session.SaveChangesAsync(cancellation);
    }

    private async Task<ResetLink?> KeepAsync(Account account, Guid? by, bool dropFactor, DateTimeOffset unlessMadeAfter,
        CancellationToken cancellation)
    {
        var (token, now) = (Invitation.NewToken(), clock.GetUtcNow());
        return await source.RunAsync("""
            insert into people.password_resets as r (account_id, token_hash, made_by, made_at, valid_until, drops_factor)
            values ($1, $2, $3::uuid, $4, $5, $6)
            on conflict (account_id) do update set token_hash = excluded.token_hash, made_by = excluded.made_by,
                made_at = excluded.made_at, valid_until = excluded.valid_until, drops_factor = excluded.drops_factor
            where r.made_at <= $7
            """, cancellation, account.Id, Invitation.HashOf(token), by, now, now + Validity, dropFactor, unlessMadeAfter) == 1
            ? new(token) : null;
    }

    private async Task<Found?> FindAsync(string token, CancellationToken cancellation) =>
        await LookAsync(token, cancellation) is (var id, var dropFactor, var maker)
            && await accounts.Of(id, cancellation) is { ClosedAt: null } account
            ? new(account, dropFactor, maker)
            : null;

    private async Task<(Guid, bool, Guid?)?> LookAsync(string token, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("""
            select account_id, drops_factor, made_by from people.password_resets where token_hash = $1 and valid_until > $2
            """).With(Invitation.HashOf(token), clock.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetGuid(0), row.GetBoolean(1), row[2] as Guid?) : null;
    }

    private sealed record Found(Account Account, bool DropsFactor, Guid? Maker);
}
