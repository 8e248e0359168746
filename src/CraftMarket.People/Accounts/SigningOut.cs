using Npgsql;

namespace CraftMarket.People.Accounts;

/// <summary>Ends the sessions of others, such as when a telephone was stolen. Password and second factor stay.</summary>
public sealed class SigningOut(NpgsqlDataSource source, CredentialChange change, AccountLog log)
{
    /// <summary>Signs somebody out on every device; a sign-in that is under way is worth nothing either.</summary>
    /// <param name="account">Null for a login that nobody has.</param>
    /// <param name="by">The account that asks; null for the command line.</param>
    /// <returns><see cref="Done"/>, or a refusal.</returns>
    public async Task<Answer> EndAsync(Account? account, Guid? by, CancellationToken cancellation = default)
    {
        if (account is not { ClosedAt: null }) return Refusal.Missing();
        return await change.RunAsync(account, kept: null, async connection =>
        {
            await log.NoteAsync(connection, account.Id, AccountDeed.SignedOut, by, cancellation);
            return true;
        }, cancellation) ? Done.Instance : CredentialChange.Overtaken;
    }

    /// <summary>Signs everybody out, such as when a database was stolen.</summary>
    public async Task<Answer> EndAllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.RunAsync("delete from people.sessions", cancellation);
        await log.NoteAsync(connection, account: null, AccountDeed.SignedOut, by: null, cancellation);
        await transaction.CommitAsync(cancellation);
        return Done.Instance;
    }
}
