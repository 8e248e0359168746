using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Weasel.Postgresql.Tables;

namespace CraftMarket.People.Keys;

/// <summary>The table of keys, in the market's database or in one of its own: it has the same shape and name in both.</summary>
public sealed class KeyTable(NpgsqlDataSource source)
{
    public const string Schema = "keys";

    /// <summary>For the market's own schema tool.</summary>
    internal static Table Shape()
    {
        var table = new Table($"{Schema}.subject_keys");
        table.AddColumn<Guid>("subject").AsPrimaryKey();
        table.AddColumn("wrapped", "jsonb");
        table.AddColumn<DateTimeOffset>("destroyed_at");
        return table;
    }

    /// <summary>For a database of its own, which no other tool looks after.</summary>
    public Task MakeAsync(CancellationToken cancellation) => RunAsync($"""
        create schema if not exists {Schema};
        create table if not exists {Schema}.subject_keys (subject uuid primary key, wrapped jsonb, destroyed_at timestamptz);
        """, cancellation);

    public async Task<IReadOnlyList<SubjectKey>> FindAsync(Guid[] subjects, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("select subject, wrapped from keys.subject_keys where subject = any($1)");
        command.Parameters.Add(new() { Value = subjects });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<SubjectKey>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetGuid(0), await reader.IsDBNullAsync(1, cancellation) ? null
                : JsonSerializer.Deserialize<WrappedKey>(reader.GetString(1))));
        return found;
    }

    /// <summary>Keeps a key unless there is one already, and gives the one that counts: of two at once, both get the
    /// same.</summary>
    public async Task<SubjectKey> KeepAsync(Guid subject, WrappedKey key, CancellationToken cancellation)
    {
        await RunAsync("insert into keys.subject_keys (subject, wrapped) values ($1, $2) on conflict do nothing", cancellation,
            new() { Value = subject }, new() { Value = JsonSerializer.Serialize(key), NpgsqlDbType = NpgsqlDbType.Jsonb });
        return (await FindAsync([subject], cancellation))[0];
    }

    /// <summary>A row without a key stays, so that nobody makes another one.</summary>
    public Task DestroyAsync(Guid[] subjects, CancellationToken cancellation) =>
        RunAsync(Destroy("$1"), cancellation, new NpgsqlParameter { Value = subjects });

    internal static string Destroy(string subjects) => $"""
        insert into keys.subject_keys (subject, destroyed_at) select distinct x, now() from unnest({subjects}) as x
        on conflict (subject) do update set wrapped = null, destroyed_at = coalesce(subject_keys.destroyed_at, now())
        """;

    private async Task RunAsync(string sql, CancellationToken cancellation, params NpgsqlParameter[] values)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(values);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
