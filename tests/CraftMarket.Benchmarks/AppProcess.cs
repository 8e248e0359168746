using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CraftMarket.Benchmarks;

/// <summary>The published application, or the demo, as a process of its own.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly Process _process;

    private AppProcess(Process process, IPEndPoint endPoint) => (_process, EndPoint) = (process, endPoint);

    public IPEndPoint EndPoint { get; }

    public Uri Address => new($"http://{EndPoint}");

    /// <summary>From the start of the process to the first 200 of the shop window.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>Resident memory in MB.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Processor time it has used.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="demo">It is the demo, with accounts that everybody knows, to fill the stall; else as deployed.</param>
    public static async Task<AppProcess> Start(string program, string connectionString, string media, int cacheSeconds,
        bool demo = false)
    {
        var endPoint = new IPEndPoint(IPAddress.Loopback, FreePort());
        var start = new ProcessStartInfo("dotnet", [program])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = demo ? "Development" : "Production", ["ASPNETCORE_URLS"] = $"http://{endPoint}",
                // Orders are paid by transfer, which is offered only where there is an account.
                ["Bank__Name"] = "Bank Uji", ["Bank__Account"] = "000", ["Bank__Holder"] = "CraftMarket",
                ["ConnectionStrings__Market"] = connectionString, ["Media__Root"] = media,
                    ["Keys__MasterFile"] = Path.Combine(media, "master.key"),
                // All of it comes from one address.
                ["Limits__OrdersPerAddressPerMinute"] = "0", ["Limits__SignInsPerAddressPerMinute"] = "0",
                // No authenticator app is at hand.
                ["Accounts__SecondFactor"] = "false",
                ["Caching__Seconds"] = $"{cacheSeconds}", ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        if (demo) start.Environment["Demo__Data"] = "empty";
        var clock = Stopwatch.StartNew();
        var app = new AppProcess(Process.Start(start)!, endPoint);
        app._process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("\"Error\"", StringComparison.Ordinal) == true) Console.Error.WriteLine(line.Data);
        };
        app._process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = app.Address };
        while (clock.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (app._process.HasExited) throw new InvalidOperationException($"{program} ended at its start.");
            try
            {
                if ((await client.GetAsync("/api/v1/products")).IsSuccessStatusCode)
                {
                    app.FirstAnswer = clock.Elapsed;
                    return app;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException("The application did not answer within two minutes.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
