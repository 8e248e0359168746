using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace CraftMarket.Tests.Walks;

/// <summary>The application as a process of its own, which can be killed as a power cut would kill it, and started
/// again.</summary>
internal sealed class MarketProcess : IAsyncDisposable
{
    private readonly string _database;
    private readonly string _media;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly bool _isFirst;
    private Process? _process;

    private MarketProcess(string database, string media, IReadOnlyDictionary<string, string> settings, bool isFirst) =>
        (_database, _media, _settings, _isFirst) = (database, media, settings, isFirst);

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(RunningMarket.Server) { Database = _database }.ConnectionString;

    /// <param name="settings">What it is started with besides; photos lie in a folder unless a bucket is named.</param>
    /// <param name="restore">What lies in its database before it starts.</param>
    public static async Task<MarketProcess> Start(IReadOnlyDictionary<string, string>? settings = null,
        Func<NpgsqlDataSource, Task>? restore = null)
    {
        var market = await Prepare(settings, restore);
        await market.Run();
        return market;
    }

    /// <summary>The database alone, for commands; nothing serves there.</summary>
    public static async Task<MarketProcess> Prepare(IReadOnlyDictionary<string, string>? settings = null,
        Func<NpgsqlDataSource, Task>? restore = null)
    {
        var media = Directory.CreateTempSubdirectory("craftmarket-kill").FullName;
        var market = new MarketProcess($"craftmarket_kill_{Guid.NewGuid():N}", media, settings
            ?? new Dictionary<string, string>(), isFirst: true);
        await RunningMarket.OnServer($"create database {market._database}");
        if (restore is not null)
            await using (var database = NpgsqlDataSource.Create(market.ConnectionString)) await restore(database);
        return market;
    }

    /// <inheritdoc cref="Command(IReadOnlyDictionary{string, string}, string[])"/>
    public Task<string> Command(params string[] words) => Command(new Dictionary<string, string>(), words);

    /// <summary>A command line of the program on the same database, in a process just started; what it wrote.</summary>
    /// <param name="besides">Environment variables that it has besides.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> Command(IReadOnlyDictionary<string, string> besides, params string[] words)
    {
        var start = Starting("CraftMarket.Web", words);
        foreach (var (name, value) in besides) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var written = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? written[0]
            : throw new InvalidOperationException($"{string.Join(' ', words)} failed: {string.Concat(written)}");
    }

    /// <summary>One more node on the same database, with the same settings.</summary>
    public async Task<MarketProcess> Another()
    {
        var market = new MarketProcess(_database, _media, _settings, isFirst: false);
        await market.Run();
        return market;
    }

    /// <summary>SIGKILL: no handler of ours runs, no buffer is flushed.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Then a new process on the same database.</summary>
    public async Task KillAndRestart()
    {
        await Kill();
        await Run();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await Kill();
        if (!_isFirst) return;
        NpgsqlConnection.ClearAllPools();
        await RunningMarket.OnServer($"drop database if exists {_database} with (force)");
        Directory.Delete(_media, recursive: true);
    }

    /// <param name="program">In its own folder: beside the tests, the start would find the test framework's assemblies and look
    /// for commands in them.</param>
    private ProcessStartInfo Starting(string program, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory
            .Replace("CraftMarket.Tests", program, StringComparison.Ordinal), $"{program}.dll"), .. words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/'),
                ["ConnectionStrings__Market"] = ConnectionString,
                ["Keys__MasterFile"] = Path.Combine(_media, "master.key"),
                ["Demo__Data"] = "empty", ["TMPDIR"] = _media, ["Logging__LogLevel__Default"] = "Error",
            },
        };
        foreach (var (name, value) in _settings) start.Environment[name] = value;
        start.Environment["Media__Root"] = _settings.ContainsKey("Media__S3__Bucket") ? "" : _media;
        return start;
    }

    /// <summary>Starts it again after it ended.</summary>
    public async Task Run()
    {
        _process = Process.Start(Starting("CraftMarket.Demo"))!;
        _process.OutputDataReceived += (_, line) => Console.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
        for (var tries = 0; tries < 600; tries++)
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

        await Kill();
        throw new InvalidOperationException("The application was not ready within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
