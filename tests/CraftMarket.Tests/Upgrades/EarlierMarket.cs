using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace CraftMarket.Tests.Upgrades;

/// <summary>A database as commit c05d833 left it, with the demo of that day in it and some refunds beside, opened by the program
/// of today at the hour when it was left.</summary>
public sealed class EarlierMarket : IAsyncLifetime
{
    /// <summary>A little after the last thing that happened there.</summary>
    public static readonly DateTimeOffset Left = new(2026, 12, 1, 0, 20, 0, TimeSpan.Zero);

    public RunningMarket Market { get; } = new(
        new Dictionary<string, string?>(),
        builder => builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Left)), Restore);

    public ValueTask InitializeAsync() => Market.InitializeAsync();

    public ValueTask DisposeAsync() => Market.DisposeAsync();

    /// <summary>The text of one of the packed files beside the tests.</summary>
    public static async Task<string> Read(string name)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Upgrades", name));
        using var reader = new StreamReader(new BrotliStream(file, CompressionMode.Decompress));
        return await reader.ReadToEndAsync();
    }

    internal static async Task Restore(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(await Read("c05d833.sql.br"), connection);
        await command.ExecuteNonQueryAsync();
        // The dump leaves the connection without a search path.
        NpgsqlConnection.ClearPool(connection);
    }
}
