using Npgsql;

namespace CraftMarket.People.Accounts;

/// <summary>Somebody is signed in, as the database knows it at this moment.</summary>
/// <param name="Area">The region whose villages a companion serves.</param>
/// <param name="SecondFactor">Whether it was opened with, or has since set up, a second factor.</param>
public sealed record Session(Guid Id, Guid AccountId, IReadOnlyList<string> Roles, string? Area, bool SecondFactor)
{
    public bool IsOffice => OfficeAccounts.Roles.Any(Roles.Contains);
}

/// <summary>One of somebody's own sessions, to be recognised by its device and time.</summary>
/// <param name="Device">Browser and machine, such as <c>Chrome, Android</c>.</param>
public sealed record OwnSession(Guid Id, string Device, DateTimeOffset OpenedAt, DateTimeOffset LastUsedAt);

/// <summary>How long sessions last that nobody uses.</summary>
/// <param name="OfficeIdle">Of the office, whose computers stand on shared desks; noted to within five minutes.</param>
public sealed record SessionRules(TimeSpan OfficeIdle);

/// <summary>Opens, looks up and ends sessions. A cookie or token is worth what its row says when it comes, on whichever
/// node.</summary>
public sealed class Sessions(NpgsqlDataSource source, SessionRules rules, TimeProvider clock)
{
    /// <summary>How long somebody of the office stays signed in, whatever they do.</summary>
    public static readonly TimeSpan OfficeLife = TimeSpan.FromHours(8);

    /// <summary>How long an artisan stays signed in at most.</summary>
    public static readonly TimeSpan ArtisanLife = TimeSpan.FromDays(90);

    /// <summary>An artisan's session that was not used for so long is over.</summary>
    public static readonly TimeSpan ArtisanIdle = TimeSpan.FromDays(14);

    /// <summary>Of a session <c>s</c> of account <c>a</c>, with the values that <see cref="Limits"/> gives.</summary>
    private const string Stands = """
        s.stamp = a.security_stamp and s.ends_at > $2
        and s.last_used_at > case when string_to_array(a.roles, ' ') && $3 then $4 else $5 end
        """;

    /// <summary>That a session was used is written down no more often; each request would be a write.</summary>
    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(5);

    /// <summary>When a session of this account that begins now is over at the latest.</summary>
    public DateTimeOffset EndOf(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return clock.GetUtcNow() + (account.IsOffice() ? OfficeLife : ArtisanLife);
    }

    /// <returns>The session's id, for the cookie or token to name.</returns>
    public async Task<Guid> OpenAsync(Account account, string device, DateTimeOffset endsAt, bool secondFactor,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (id, now) = (Guid.NewGuid(), clock.GetUtcNow());
        await source.RunAsync("""
            insert into people.sessions (id, account_id, stamp, device, opened_at, last_used_at, ends_at, second_factor)
            values ($1, $2, $3, $4, $5, $5, $6, $7)
            """, cancellation, id, account.Id, account.SecurityStamp, device, now, endsAt, secondFactor);
        // Programs sign in every hour; what ended long ago must not fill the table for ever.
        await source.RunAsync("""
            delete from people.sessions where id in
                (select id from people.sessions where ends_at < $1 order by ends_at limit 20 for update skip locked)
            """, cancellation, now.AddDays(-1));
        return id;
    }

    /// <summary>Null when the session is over, or the account was closed, or its password changed elsewhere.</summary>
    public async Task<Session?> LookAsync(Guid id, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var (session, used) = await FindAsync(id, now, cancellation);
        if (session is not null && now - used > NotedEvery)
            await source.RunAsync("update people.sessions set last_used_at = $2 where id = $1 and last_used_at < $2",
                cancellation, id, now);
        return session;
    }

    /// <summary>The open ones, last used first.</summary>
    public async Task<IReadOnlyList<OwnSession>> OfAsync(Guid account, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        await using var command = source.CreateCommand($"""
            select s.id, s.device, s.opened_at, s.last_used_at
            from people.sessions s join people.accounts a on a.id = s.account_id
            where s.account_id = $1 and {Stands}
            order by s.last_used_at desc, s.opened_at desc limit 200
            """).With([account, .. Limits(now)]);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var open = new List<OwnSession>();
        while (await row.ReadAsync(cancellation))
            open.Add(new(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2),
                row.GetFieldValue<DateTimeOffset>(3)));
        return open;
    }

    /// <summary>Ends one session of this account; nothing happens when it is another's or over.</summary>
    public Task EndAsync(Guid account, Guid session, CancellationToken cancellation = default) =>
        source.RunAsync("delete from people.sessions where id = $1 and account_id = $2", cancellation, session, account);

    /// <summary>Ends every session of this account but one.</summary>
    public Task EndOthersAsync(Guid account, Guid kept, CancellationToken cancellation = default) =>
        source.RunAsync("delete from people.sessions where account_id = $1 and id <> $2", cancellation, account, kept);

    private object[] Limits(DateTimeOffset now) =>
        [now, OfficeAccounts.Roles.ToArray(), now - rules.OfficeIdle, now - ArtisanIdle];

    private async Task<(Session?, DateTimeOffset)> FindAsync(Guid id, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand($"""
            select s.account_id, a.roles, a.area, s.second_factor, s.last_used_at
            from people.sessions s join people.accounts a on a.id = s.account_id
            where s.id = $1 and {Stands} and a.closed_at is null
            """).With([id, .. Limits(now)]);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return default;
        var area = await row.IsDBNullAsync(2, cancellation) ? null : row.GetString(2);
        return (new(id, row.GetGuid(0), row.GetString(1).Split(' '), area, row.GetBoolean(3)),
            row.GetFieldValue<DateTimeOffset>(4));
    }
}
