using Npgsql;

namespace CraftMarket.People.Accounts;

/// <summary>So many within so long.</summary>
public sealed record CountLimit(int Most, TimeSpan Within);

/// <summary>Counts of wrong passwords in the database, so that all nodes count together. What is counted is a keyed hash: of a
/// login, of a source, of a login at a source. Each step is one statement and holds nothing between.</summary>
public sealed class SignInCounts(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>How long what is locked stays locked.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>How long a source is known after somebody signed in from it.</summary>
    private static readonly TimeSpan ProvenFor = TimeSpan.FromDays(90);

    /// <summary>Counts one more and tells how many there are; null when that would be one too many. A count whose time or lock
    /// is over, or whose judges died, begins anew.</summary>
    public async Task<int?> CountAsync(string subject, CountLimit limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return await ScalarAsync("""
            insert into people.sign_in_counts as a (subject, failures, since, last_at) values ($1, 1, $2, $2)
            on conflict (subject) do update set last_at = $2, locked_until = null,
                failures = case when a.failures >= $4 or a.since + $5 <= $2 then 1 else a.failures + 1 end,
                since = case when a.failures >= $4 or a.since + $5 <= $2 then $2 else a.since end
            where (a.failures < $4 and a.locked_until is null) or coalesce(a.locked_until, a.last_at + $3) <= $2
            returning failures
            """, cancellation, subject, clock.GetUtcNow(), LockedFor, limit.Most, limit.Within) as int?;
    }

    public Task TakeBackAsync(string subject, CancellationToken cancellation) => TakeBackAsync(cancellation, subject);

    /// <summary>They were not judged after all.</summary>
    public Task TakeBackAsync(CancellationToken cancellation, params string[] subjects) =>
        RunAsync("update people.sign_in_counts set failures = greatest(failures - 1, 0) where subject = any($1)", cancellation,
            (object)subjects);

    public async Task<bool> IsLockedAsync(string subject, CancellationToken cancellation) => (bool)(await ScalarAsync(
        "select exists (select from people.sign_in_counts where subject = $1 and locked_until > $2)", cancellation, subject,
        clock.GetUtcNow()))!;

    /// <summary>Whether somebody signed in with this login from this source before.</summary>
    public async Task<bool> IsProvenAsync(string here, CancellationToken cancellation) => (bool)(await ScalarAsync(
        "select exists (select from people.sign_in_counts where subject = $1 and proven_at > $2)", cancellation, here,
        clock.GetUtcNow() - ProvenFor))!;

    /// <summary>The login is its holder's at this source: both counts end, and the source has guessed at one login
    /// less.</summary>
    /// <param name="right">How many of the tries that are counted were right.</param>
    public Task ProveAsync(string here, string login, string source, int right, CancellationToken cancellation) => RunAsync("""
        with proven as (insert into people.sign_in_counts (subject, failures, since, last_at, proven_at)
            values ($1, 0, $4, $4, $4)
                on conflict (subject) do update set failures = 0, locked_until = null, last_at = $4, proven_at = $4),
            ended as (delete from people.sign_in_counts where subject = $2)
        update people.sign_in_counts set failures = greatest(failures - 1, 0) where subject = $3
            and exists (select from people.sign_in_counts where subject = $1 and failures > $5 and proven_at is null)
        """, cancellation, here, login, source, clock.GetUtcNow(), right);

    public Task ForgetAsync(string subject, CancellationToken cancellation) =>
        RunAsync("delete from people.sign_in_counts where subject = $1", cancellation, subject);

    public Task LockWhenFullAsync(string subject, CountLimit limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return RunAsync("""
            update people.sign_in_counts set locked_until = $2 where subject = $1 and failures >= $3 and locked_until is null
            """, cancellation, subject, clock.GetUtcNow() + LockedFor, limit.Most);
    }

    public Task LockAsync(string subject, CancellationToken cancellation) => RunAsync("""
        insert into people.sign_in_counts (subject, failures, since, last_at, locked_until) values ($1, 0, $2, $2, $3)
        on conflict (subject) do update set last_at = $2, locked_until = $3
        """, cancellation, subject, clock.GetUtcNow(), clock.GetUtcNow() + LockedFor);

    /// <summary>Somebody trying a million logins must not fill the table for ever.</summary>
    public Task ForgetOldAsync(CancellationToken cancellation) => RunAsync("""
        delete from people.sign_in_counts where subject in (select subject from people.sign_in_counts
            where last_at < $1 and coalesce(proven_at, '-infinity') < $2 order by last_at limit 20 for update skip locked)
        """, cancellation, clock.GetUtcNow().AddDays(-1), clock.GetUtcNow() - ProvenFor);

    private async Task RunAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Takes a connection for this one statement.</summary>
    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
