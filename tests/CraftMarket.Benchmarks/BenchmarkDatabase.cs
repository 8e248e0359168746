using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace CraftMarket.Benchmarks;

/// <summary>A database of the benchmark's own, with what fills it; dropped at the end unless it is to be taken up
/// again.</summary>
internal sealed class BenchmarkDatabase(string server, string folder, string name, bool keep) : IAsyncDisposable
{
    private readonly string _filling = Path.Combine(folder, $"{name}.json");

    public string Connection { get; } = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    /// <summary>Makes it, empty; false when the one of the last run can be taken up.</summary>
    public async Task<bool> Make()
    {
        if (keep && File.Exists(_filling) && await Run($"select count(*) from pg_database where datname = '{name}'") is 1L)
            return false;
        File.Delete(_filling);
        await Run($"drop database if exists {name} with (force)");
        await Run($"create database {name}");
        return true;
    }

    /// <summary>What it was filled with, by this run or the one that it is taken up from.</summary>
    public async Task<T> Filled<T>(Func<Task<T>> fill)
    {
        if (keep && File.Exists(_filling)) return JsonSerializer.Deserialize<T>(await File.ReadAllTextAsync(_filling))!;
        var filling = await fill();
        await File.WriteAllTextAsync(_filling, JsonSerializer.Serialize(filling));
        await Run("vacuum analyze", Connection);
        return filling;
    }

    /// <summary>Waits until no message is left to be worked on (those for later do not count); how long that took.</summary>
    public Task<TimeSpan> UntilQuiet() =>
        Until("select not exists (select 1 from wolverine.wolverine_incoming_envelopes where status = 'Incoming')");

    /// <summary>Waits until the read models made in the background have every event; how long that took.</summary>
    public Task<TimeSpan> UntilFolded() => Until("""
        select count(*) > 0 and min(last_seq_id) >= (select coalesce(max(seq_id), 0) from market.mt_events)
        from market.mt_event_progression where name like '%:%'
        """);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (!keep) await Run($"drop database if exists {name} with (force)");
    }

    private async Task<TimeSpan> Until(string question)
    {
        var clock = Stopwatch.StartNew();
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var asked = source.CreateCommand(question);
        while (await asked.ExecuteScalarAsync() is not true && clock.Elapsed < TimeSpan.FromMinutes(2)) await Task.Delay(100);
        return clock.Elapsed;
    }

    private async Task<object?> Run(string statement, string? connection = null)
    {
        await using var source = NpgsqlDataSource.Create(connection ?? server);
        await using var command = source.CreateCommand(statement);
        command.CommandTimeout = 120;
        return await command.ExecuteScalarAsync();
    }
}
