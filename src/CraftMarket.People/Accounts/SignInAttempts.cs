using Npgsql;

namespace CraftMarket.People.Accounts;

/// <summary>How one attempt to sign in ended.</summary>
public enum AttemptOutcome { Right, Wrong, Locked }

/// <summary>Counts wrong passwords per login, whether the login exists or not, so that a lock does not tell who has an account.</summary>
public sealed class SignInAttempts(NpgsqlDataSource source, MasterKey master, TimeProvider clock)
{
    /// <summary>Wrong passwords in a row after which a login is locked.</summary>
    public const int Allowed = 5;

    /// <summary>How long a locked login stays locked.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>Attempts at one login wait for each other, so a hundred at once are still counted one by one.</summary>
    public async Task<AttemptOutcome> AttemptAsync(string login, Func<Task<bool>> passwordIsRight, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(passwordIsRight);
        var (hash, now) = (master.KeyedHash("login", login), clock.GetUtcNow());
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (failures, lockedUntil) = await TakeTurnAsync(connection, hash, now, cancellation);
        if (lockedUntil > now) return AttemptOutcome.Locked;
        var right = await passwordIsRight();
        if (right) await RunAsync(connection, "delete from people.sign_in_attempts where login_hash = $1", cancellation, hash);
        else await RecordAsync(connection, hash, lockedUntil is null ? failures + 1 : 1, now, cancellation);
        await transaction.CommitAsync(cancellation);
        return right ? AttemptOutcome.Right : AttemptOutcome.Wrong;
    }

    private static async Task<(int Failures, DateTimeOffset? LockedUntil)> TakeTurnAsync(NpgsqlConnection connection, string hash,
        DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = Command(connection, """
            insert into people.sign_in_attempts as a (login_hash, failures, last_at) values ($1, 0, $2)
            on conflict (login_hash) do update set last_at = a.last_at returning failures, locked_until
            """, hash, now);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt32(0), await row.IsDBNullAsync(1, cancellation) ? null : row.GetFieldValue<DateTimeOffset>(1));
    }

    private static async Task RecordAsync(NpgsqlConnection connection, string hash, int failures, DateTimeOffset now,
        CancellationToken cancellation)
    {
        await RunAsync(connection, "update people.sign_in_attempts set failures = $2, last_at = $3, locked_until = $4 where login_hash = $1",
            cancellation, hash, failures, now, failures >= Allowed ? now + LockedFor : DBNull.Value);
        // Somebody trying a million logins must not fill the table for ever.
        await RunAsync(connection, """
            delete from people.sign_in_attempts where login_hash in
                (select login_hash from people.sign_in_attempts where last_at < $1 order by last_at limit 20 for update skip locked)
            """, cancellation, now.AddDays(-1));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
