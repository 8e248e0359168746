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

    /// <summary>How long an attempt waits while as many others as are allowed are being judged.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// An attempt counts as wrong before it is judged, so a hundred at once are still no more than are allowed; who is right takes the count
    /// back. While the password is judged, which takes long, no connection and no row is held.
    /// </summary>
    public async Task<AttemptOutcome> AttemptAsync(string login, Func<Task<bool>> passwordIsRight, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(passwordIsRight);
        var hash = master.KeyedHash("login", login);
        for (var started = clock.GetTimestamp(); !await CountAsync(hash, cancellation); await Task.Delay(50, cancellation))
            if (await IsLockedAsync(hash, cancellation) || clock.GetElapsedTime(started) > Patience) return AttemptOutcome.Locked;
        var right = await passwordIsRight();
        if (right) await RunAsync("delete from people.sign_in_attempts where login_hash = $1", cancellation, hash);
        else await LockWhenFullAsync(hash, cancellation);
        return right ? AttemptOutcome.Right : AttemptOutcome.Wrong;
    }

    /// <summary>Counts one attempt more; false when that would be one too many. A count whose lock is over, or whose judges died, begins anew.</summary>
    private async Task<bool> CountAsync(string hash, CancellationToken cancellation) => await RunAsync("""
        insert into people.sign_in_attempts as a (login_hash, failures, last_at) values ($1, 1, $2)
        on conflict (login_hash) do update set last_at = $2, locked_until = null, failures = case when a.failures < $4 then a.failures + 1 else 1 end
        where a.failures < $4 or coalesce(a.locked_until, a.last_at + $3) <= $2
        """, cancellation, hash, clock.GetUtcNow(), LockedFor, Allowed) == 1;

    private async Task<bool> IsLockedAsync(string hash, CancellationToken cancellation)
    {
        await using var command = Command("select exists (select from people.sign_in_attempts where login_hash = $1 and locked_until > $2)", hash, clock.GetUtcNow());
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task LockWhenFullAsync(string hash, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await RunAsync("update people.sign_in_attempts set locked_until = $2 where login_hash = $1 and failures >= $3 and locked_until is null",
            cancellation, hash, now + LockedFor, Allowed);
        // Somebody trying a million logins must not fill the table for ever.
        await RunAsync("""
            delete from people.sign_in_attempts where login_hash in
                (select login_hash from people.sign_in_attempts where last_at < $1 order by last_at limit 20 for update skip locked)
            """, cancellation, now.AddDays(-1));
    }

    private async Task<int> RunAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Takes a connection for this one statement.</summary>
    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
