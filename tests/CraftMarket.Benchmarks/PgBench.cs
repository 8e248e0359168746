using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace CraftMarket.Benchmarks;

/// <summary>PostgreSQL's own benchmark on the same cluster in the same run: the yardstick that moves with the machine.</summary>
internal sealed partial class PgBench(string program, string connectionString, TimeSpan time)
{
    public Task Prepare() => Run("-i", "-q", "-s", "10");

    /// <summary>Single-row reads by key, transactions per second.</summary>
    public Task<double> SelectOnly(int clients) =>
        Rate("-S", "-M", "prepared", "-c", $"{clients}", "-j", "2", "-T", $"{Math.Ceiling(time.TotalSeconds)}", "-n");

    /// <summary>One update and one insert per transaction, transactions per second.</summary>
    public Task<double> SimpleUpdate(int clients) =>
        Rate("-N", "-M", "prepared", "-c", $"{clients}", "-j", "2", "-T", $"{Math.Ceiling(time.TotalSeconds)}", "-n");

    private async Task<double> Rate(params string[] arguments)
    {
        var report = await Run(arguments);
        return double.Parse(Tps().Match(report).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private async Task<string> Run(params string[] arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(program,
            [.. arguments, "-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!, server.Database!])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PGPASSWORD"] = server.Password ?? "" },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? report : throw new InvalidOperationException($"pgbench failed: {await errors}");
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();
}
