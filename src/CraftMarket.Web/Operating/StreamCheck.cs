using CraftMarket.Web.Listing;
using JasperFx;
using JasperFx.CommandLine;
using Npgsql;
using NpgsqlTypes;

namespace CraftMarket.Web.Operating;

/// <summary>Events that lie in a stream of another kind.</summary>
/// <param name="Kind">What the stream is, as Marten names it; null where nobody said.</param>
/// <param name="Event">The name of the events that do not belong there.</param>
/// <param name="Versions">Where in the stream they stand.</param>
internal sealed record ForeignEvents(Guid Stream, string? Kind, string Event, long[] Versions)
{
    public override string ToString() =>
        $"{Stream} ({Kind ?? "no kind"}): {Versions.Length} × {Event} at {string.Join(", ", Versions.Take(5))}";
}

/// <summary>Looks for events that were put into a wrong stream before the database refused that, and takes them out.</summary>
internal sealed class StreamCheck(NpgsqlDataSource database)
{
    public async Task<IReadOnlyList<ForeignEvents>> FindAsync(CancellationToken cancellation = default)
    {
        var found = new List<ForeignEvents>();
        await using var command = database.CreateCommand($"""
            select e.stream_id, s.type, e.type, array_agg(e.version order by e.version)
            from {EventTables.Events} e join {EventTables.Streams} s on s.id = e.stream_id
            where not e.is_archived and not exists (select from market.stream_kinds k where k.stream = s.type
                and k.event = e.type)
            group by 1, 2, 3 order by 1, 3
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetGuid(0), await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetString(1),
                reader.GetString(2), reader.GetFieldValue<long[]>(3)));
        return found;
    }

    /// <summary>Archives them: they stay where they are, and nothing reads them any more. What they had made is taken
    /// away.</summary>
    /// <remarks>Where nobody said what the stream is, all of it would go; that is left to a person.</remarks>
    public async Task MendAsync(IReadOnlyList<ForeignEvents> found, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var foreign in found.Where(x => x.Kind is not null))
        {
            await RunAsync(connection, $"update {EventTables.Events} set is_archived = true where stream_id = $1 and type = $2",
                foreign.Stream, foreign.Event);
            foreach (var table in await StatesOf(connection, foreign, cancellation))
                await RunAsync(connection, $"delete from {table} where id = $1", foreign.Stream);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Where the kinds whose events these are keep a state, also under the id of a stream that is none of
    /// theirs.</summary>
    private static async Task<List<string>> StatesOf(NpgsqlConnection connection, ForeignEvents foreign,
        CancellationToken cancellation)
    {
        var tables = new List<string>();
        await using var command = new NpgsqlCommand($"""
            select found.t::text
            from market.stream_kinds, to_regclass('{EventTables.Documents}' || replace(stream, '_', '')) as found(t)
            where event = $1 and stream is distinct from $2 and found.t is not null
            """, connection);
        command.Parameters.Add(new() { Value = foreign.Event });
        command.Parameters.Add(new() { Value = (object?)foreign.Kind ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) tables.Add(reader.GetString(0));
        return tables;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>What the command <c>check</c> is told.</summary>
public sealed class CheckInput : NetCoreInput
{
    [Description("Takes what was found out of its streams")]
    public bool MendFlag { get; set; }
}

/// <summary><c>dotnet CraftMarket.Web.dll check [--mend]</c>: lists streams that hold events of another kind.</summary>
[Description("Lists streams that hold events of another kind, and mends them when told to", Name = "check")]
public sealed class CheckCommand : JasperFxAsyncCommand<CheckInput>
{
    public override async Task<bool> Execute(CheckInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var host = input.BuildHost();
        var check = ActivatorUtilities.CreateInstance<StreamCheck>(host.Services);
        var found = await check.FindAsync();
        foreach (var foreign in found) Console.WriteLine(foreign);
        if (found.Count == 0)
        {
            Console.WriteLine("Every event lies in a stream of its own kind.");
            return true;
        }

        if (!input.MendFlag)
        {
            Console.WriteLine("'check --mend' archives these events, so that nothing reads them any more, and takes away what "
            + "they had made."
                + " Stop the nodes first, keep a backup, and run 'projections rebuild' after it, so that no report counts them.");
            return false;
        }

        await check.MendAsync(found);
        Console.WriteLine("They are archived, but for those in a stream of no kind. Run 'projections rebuild' now, so that no "
            + "report counts them.");
        return true;
    }
}
