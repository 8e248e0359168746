using System.Text.Json;
using System.Text.Json.Serialization;
using CraftMarket.People.Keys;
using Npgsql;
using NpgsqlTypes;

namespace CraftMarket.People.Accounts;

/// <summary>An account that was closed, and why.</summary>
/// <param name="By">The account that closed it; null for the command line.</param>
public sealed record ClosedAccount(Guid AccountId, IReadOnlyList<string> Roles, DateTimeOffset At, Guid? By, string Reason)
{
    public override string ToString() => $"ClosedAccount {AccountId}";
}

/// <summary>Closes accounts. Sessions end in the same transaction; the login is forgotten and free for somebody else.</summary>
public sealed class Closing(NpgsqlDataSource source, KeyPlace keys, MasterKey master, TimeProvider clock)
{
    public const int LongestReason = 500;

    /// <param name="account">Null for a login that nobody has.</param>
    /// <param name="by">The account that closes it; null for the command line.</param>
    /// <returns><see cref="Done"/>, or a refusal.</returns>
    public async Task<Answer> CloseAsync(Account? account, string? reason, Guid? by, CancellationToken cancellation = default)
    {
        if (account is not { ClosedAt: null }) return Refusal.Missing();
        if (account.Id == by)
            return Refusal.Conflict("own_account", "Akun sendiri tidak bisa ditutup. Minta operator lain.",
                "One cannot close one's own account. Ask another operator.");
        if (reason?.Trim() is not { Length: > 0 and <= LongestReason } why)
            return Refusal.Invalid("reason_missing", $"Tulis alasannya, paling panjang {LongestReason} huruf.",
                $"Say why, in at most {LongestReason} characters.", "reason");
        // Under the key of whose account it is, so that it goes with them.
        if ((await keys.Table.KeepAsync(account.PersonId?.Value ?? account.Id, master.NewKey(), cancellation))
            .Wrapped is not { } key) return SubjectKey.Erased;
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (!await CloseAsync(connection, account.Id, cancellation)) return Refusal.Missing();
        await NoteAsync(connection, account.Id, master.Seal(key, why), by, cancellation);
        await transaction.CommitAsync(cancellation);
        return Done.Instance;
    }

    /// <summary>Closes the accounts of somebody who was erased, and forgets why one was closed before. Safe to repeat.</summary>
    public async Task CloseAsync(PersonId person, CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var find = new NpgsqlCommand("select coalesce(array_agg(id), '{}') from people.accounts where person_id = "
            + "$1", connection).With(person.Value))
            foreach (var account in (Guid[])(await find.ExecuteScalarAsync(cancellation))!)
            {
                await CloseAsync(connection, account, cancellation);
                await connection.RunAsync("delete from people.account_closings where account_id = $1", cancellation, account);
            }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Latest first.</summary>
    public async Task<IReadOnlyList<ClosedAccount>> LatestAsync(int count, CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand("""
            select c.account_id, a.roles, a.closed_at, c.closed_by, c.sealed, coalesce(a.person_id, a.id)
                from people.account_closings c join people.accounts a on a.id = c.account_id
            order by a.closed_at desc limit $1
            """).With(count);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var closed = new List<(ClosedAccount Account, Entry Entry, Guid Whose)>();
        while (await row.ReadAsync(cancellation))
            closed.Add((new(row.GetGuid(0), row.GetString(1).Split(' '), row.GetFieldValue<DateTimeOffset>(2),
                await row.IsDBNullAsync(3, cancellation) ? null : row.GetGuid(3), ""),
                JsonSerializer.Deserialize<Entry>(row.GetString(4))!, row.GetGuid(5)));
        var atHand = LoadedKeys.Of(master,
            [.. await keys.Table.FindAsync([.. closed.Select(x => x.Whose).Distinct()], cancellation)]);
        return [.. closed.Select(x =>
            x.Account with { Reason = atHand.Open<string>(new(x.Whose), x.Entry.Box, x.Entry.Key) ?? "" })];
    }

    private async Task<bool> CloseAsync(NpgsqlConnection connection, Guid account, CancellationToken cancellation)
    {
        // The stamp changes before the sessions go, so that one opened meanwhile with the old one is worth nothing.
        if (await connection.RunAsync("""
                update people.accounts set closed_at = $2, email = null, normalized_email = null, phone_number = null,
                    password_hash = null, security_stamp = $3
                where id = $1 and closed_at is null
                """, cancellation, account, clock.GetUtcNow(), Guid.NewGuid().ToString("N")) != 1) return false;
        await connection.RunAsync("delete from people.sessions where account_id = $1", cancellation, account);
        await connection.RunAsync("delete from people.password_resets where account_id = $1", cancellation, account);
        await SecondFactors.ForgetAsync(connection, account, cancellation);
        return true;
    }

    /// <summary>The reason is sealed: it is somebody's own words about somebody.</summary>
    private async Task NoteAsync(NpgsqlConnection connection, Guid account, SealedBox reason, Guid? by,
        CancellationToken cancellation)
    {
        await using var command =
            new NpgsqlCommand("insert into people.account_closings (account_id, closed_by, sealed) values ($1, $2::uuid, $3)",
            connection).With(account, by);
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(new Entry(reason)), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <param name="Key">Only in notes older than the key store.</param>
    private sealed record Entry(SealedBox Box,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WrappedKey? Key = null);
}
