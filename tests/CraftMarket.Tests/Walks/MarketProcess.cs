using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace CraftMarket.Tests.Walks;

/// <summary>The application as a process of its own, which can be killed as a power cut would kill it, and started again.</summary>
internal sealed class MarketProcess : IAsyncDisposable
{
    private readonly string _database = $"craftmarket_kill_{Guid.NewGuid():N}";
    // Its own folder: beside the tests, the start would find the test framework's assemblies and look for commands in them.
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory.Replace("CraftMarket.Tests", "CraftMarket.Web", StringComparison.Ordinal), "CraftMarket.Web.dll");

    private readonly string _media = Directory.CreateTempSubdirectory("craftmarket-kill").FullName;
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public string ConnectionString => new NpgsqlConnectionStringBuilder(RunningMarket.Server) { Database = _database }.ConnectionString;

    public static async Task<MarketProcess> Start()
    {
        var market = new MarketProcess();
        await RunningMarket.OnServer($"create database {market._database}");
        await market.Run();
        return market;
    }

    /// <summary>SIGKILL: no handler of ours runs, no buffer is flushed; then a new process on the same database.</summary>
    public async Task KillAndRestart()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Run();
    }

    public async ValueTask DisposeAsync()
    {
        _process?.Kill();
        await (_process?.WaitForExitAsync() ?? Task.CompletedTask);
        _process?.Dispose();
        NpgsqlConnection.ClearAllPools();
        await RunningMarket.OnServer($"drop database if exists {_database} with (force)");
        Directory.Delete(_media, recursive: true);
    }

    private async Task Run()
    {
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/'),
                ["ConnectionStrings__Market"] = ConnectionString, ["Media__Root"] = _media,
                ["Keys__MasterFile"] = Path.Combine(_media, "master.key"),
                ["Demo__Data"] = "empty", ["Logging__LogLevel__Default"] = "Error",
            },
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Console.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
        for (var tries = 0; tries < 300; tries++)
        {
            if (_process.HasExited) throw new InvalidOperationException("The application ended at its start.");
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode) return;
            }
            catch (Exception early) when (early is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The application was not ready within thirty seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
