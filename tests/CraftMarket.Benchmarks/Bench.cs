namespace CraftMarket.Benchmarks;

/// <summary>What a part measures with: the program on a filled database, and PostgreSQL's own benchmark beside it.</summary>
internal sealed record Bench(string Program, string Folder, BenchmarkDatabase Database, PgBench PgBench, Plan Plan)
{
    /// <summary>The program, just started: nothing was asked of it but whether it answers.</summary>
    public Task<AppProcess> Start(int cacheSeconds = 0) => AppProcess.Start(Program, Database.Connection, Folder, cacheSeconds);

    public Task<double> SelectOnly(int clients) => Said($"select-only, {clients} clients", PgBench.SelectOnly(clients));

    public Task<double> SimpleUpdate(int clients) => Said($"simple-update, {clients} clients", PgBench.SimpleUpdate(clients));

    /// <param name="goal">What is aimed at, such as <c>0.15, p99 30 ms</c>.</param>
    public static void Show(string what, LoadResult x, double yardstick, string? goal = null) => Console.WriteLine(
        $"  {what,-30} {x.Clients,3} clients {x.PerSecond.ToString(x.PerSecond < 100 ? "N1" : "N0"),7}/s  p50 {x.P50,6:N1}  "
        + $"p99 {x.P99,6:N1} ms  app {x.Microseconds,6:N0} µs  ratio {x.PerSecond / yardstick:0.000##}"
        + (goal is null ? "" : $" (towards {goal})") + "  " + string.Join(' ', x.ByStatus.Select(y => $"{y.Key}×{y.Value}")));

    private static async Task<double> Said(string what, Task<double> measured)
    {
        var rate = await measured;
        Console.WriteLine($"  pgbench {what,-34} {rate,8:N0}/s");
        return rate;
    }
}
