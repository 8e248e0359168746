using Npgsql;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Web.Idempotency;

/// <summary>Which requests with a key came, and what was answered. One statement each, outside the request's own
/// transaction.</summary>
internal sealed class RequestLog(NpgsqlDataSource database)
{
    /// <summary>A request whose process died may be tried again after this long; a living one says so more often.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(8);

    /// <summary>Answers are kept for at least a day; two make sure of it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>The table, for Marten to create with its own.</summary>
    public static Table Table()
    {
        var table = new Table("market.request_log");
        table.AddColumn<Guid>("id").AsPrimaryKey();
        table.AddColumn("claim", "uuid").NotNull();
        table.AddColumn("body", "text").NotNull();
        table.AddColumn("claimed_at", "timestamptz").NotNull();
        table.AddColumn("answer", "bytea");
        return table;
    }

    /// <summary>Claims the request for this process; false when it is known already and not abandoned.</summary>
    public async Task<bool> Claim(Guid id, Guid claim, string body, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            insert into market.request_log as known (id, claim, body, claimed_at) values ($1, $2, $3, now())
            on conflict (id) do update set claim = excluded.claim, claimed_at = now()
                where known.answer is null and known.body = excluded.body and known.claimed_at < now() - $4
            """);
        Add(command, id, claim, body, Lease);
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <summary>What is known of a request: its body's fingerprint, and its answer once there is one.</summary>
    public async Task<(string Body, byte[]? Answer)?> Find(Guid id, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select body, answer from market.request_log where id = $1");
        Add(command, id);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation)) return null;
        return (row.GetString(0), await row.IsDBNullAsync(1, cancellation) ? null : row.GetFieldValue<byte[]>(1));
    }

    public Task Keep(Guid id, Guid claim, byte[] answer) =>
        Run("update market.request_log set answer = $3 where id = $1 and claim = $2", id, claim, answer);

    /// <summary>Says that the request is still being worked on.</summary>
    public Task Renew(Guid id, Guid claim) =>
        Run("update market.request_log set claimed_at = now() where id = $1 and claim = $2 and answer is null", id, claim);

    /// <summary>Forgets a request that should be tried anew.</summary>
    public Task Release(Guid id, Guid claim) =>
        Run("delete from market.request_log where id = $1 and claim = $2 and answer is null", id, claim);

    public Task Clean() => Run("delete from market.request_log where claimed_at < now() - $1", Kept);

    private async Task Run(string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        Add(command, values);
        await command.ExecuteNonQueryAsync();
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
    }
}
