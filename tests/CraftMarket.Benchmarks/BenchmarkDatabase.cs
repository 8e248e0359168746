using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace CraftMarket.Benchmarks;

/// <summary>A database of the benchmark's own, with the stall that fills it; dropped at the end unless it is to be taken up
/// again.</summary>
internal sealed class BenchmarkDatabase(string server, string folder, bool keep) : IAsyncDisposable
{
    private const string Name = "craftmarket_bench";
    private readonly string _stall = Path.Combine(folder, "stall.json");

    public string Connection { get; } = new NpgsqlConnectionStringBuilder(server) { Database = Name }.ConnectionString;

    /// <summary>Makes it, empty; false when the one of the last run can be taken up.</summary>
    public async Task<bool> Make()
    {
        if (keep && File.Exists(_stall) && await Run($"select count(*) from pg_database where datname = '{Name}'") is 1L)
            return false;
        File.Delete(_stall);
        await Run($"drop database if exists {Name} with (force)");
        await Run($"create database {Name}");
        return true;
    }

    public async Task<Stall> Stall(Func<Task<Stall>> fill)
    {
        if (keep && File.Exists(_stall)) return JsonSerializer.Deserialize<Stall>(await File.ReadAllTextAsync(_stall))!;
        var stall = await fill();
        await File.WriteAllTextAsync(_stall, JsonSerializer.Serialize(stall));
        await Run("vacuum analyze", Connection);
        return stall;
    }

    /// <summary>Waits until no message is left to be worked on (those for later do not count); how long that took.</summary>
    public async Task<TimeSpan> UntilQuiet()
    {
        var clock = Stopwatch.StartNew();
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var left =
            source.CreateCommand("select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Incoming'");
        while (await left.ExecuteScalarAsync() is > 0L && clock.Elapsed < TimeSpan.FromMinutes(2)) await Task.Delay(100);
        return clock.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (!keep) await Run($"drop database if exists {Name} with (force)");
    }

    private async Task<object?> Run(string statement, string? connection = null)
    {
        await using var source = NpgsqlDataSource.Create(connection ?? server);
        await using var command = source.CreateCommand(statement);
        command.CommandTimeout = 120;
        return await command.ExecuteScalarAsync();
    }
}
