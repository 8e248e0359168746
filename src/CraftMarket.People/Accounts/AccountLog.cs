using Microsoft.Extensions.Logging;
using Npgsql;

namespace CraftMarket.People.Accounts;

/// <summary>What somebody did to another's account.</summary>
/// <param name="AccountId">Null for all accounts at once.</param>
/// <param name="What">One of <see cref="AccountDeed"/>.</param>
/// <param name="By">The account that did it, or made the link; null for the command line and the holder's own letter.</param>
public sealed record AccountLogEntry(Guid? AccountId, string What, Guid? By, DateTimeOffset At);

/// <summary>What is written down about accounts, as it stands in the table.</summary>
public static class AccountDeed
{
    public const string Opened = "account_opened";
    public const string LinkMade = "reset_link_made";

    /// <summary>Used, it takes the second factor away too.</summary>
    public const string FactorLinkMade = "factor_link_made";

    public const string LinkUsed = "reset_link_used";
    public const string FactorDropped = "factor_dropped";
    public const string SignedOut = "signed_out";
}

/// <summary>Writes down who opened which account, made a link into it or ended its sessions. The row outlives the link, so that
/// nobody lends themselves a colleague's account unseen (decision 0025).</summary>
public sealed class AccountLog(NpgsqlDataSource source, TimeProvider clock, ILogger<AccountLog> log)
{
    /// <summary>Latest first.</summary>
    public async Task<IReadOnlyList<AccountLogEntry>> LatestAsync(int count, CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand("""
            select account_id, what, made_by, at from people.account_log order by at desc, id desc limit $1
            """).With(count);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<AccountLogEntry>();
        while (await row.ReadAsync(cancellation))
            entries.Add(new(row[0] as Guid?, row.GetString(1), row[2] as Guid?, row.GetFieldValue<DateTimeOffset>(3)));
        return entries;
    }

    internal async Task NoteAsync(Guid account, string what, Guid? by, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await NoteAsync(connection, account, what, by, cancellation);
    }

    /// <summary>As part of the transaction that somebody else began on this connection.</summary>
    /// <param name="account">Null for all accounts at once.</param>
    internal async Task NoteAsync(NpgsqlConnection connection, Guid? account, string what, Guid? by,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await connection.RunAsync("""
            insert into people.account_log (id, account_id, what, made_by, at) values ($1, $2::uuid, $3, $4::uuid, $5)
            """, cancellation, Guid.CreateVersion7(now), account, what, by, now);
        log.LogInformation("Account {Account}: {What} by {By}", account?.ToString() ?? "all", what, by?.ToString() ?? "none");
    }
}
