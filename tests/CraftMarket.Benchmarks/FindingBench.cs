using Npgsql;

namespace CraftMarket.Benchmarks;

/// <summary>Lists, counts of choices and searches in a window of a thousand and of ten thousand goods, the application's own
/// caching off.</summary>
internal sealed class FindingBench(string server, string program, string demo, string folder, string pgbenchProgram,
    TimeSpan time)
{
    private static readonly int[] Clients = [1, 8, 32];

    private static readonly (string What, Func<int, int, string> Path)[] Questions =
    [
        ("list", (_, _) => "/api/v1/products"),
        ("list, newest", (_, _) => "/api/v1/products?sort=newest"),
        ("deep page", (n, goods) => $"/api/v1/products?page={goods / 24 - n % 5}"),
        ("narrowed", (n, _) => $"/api/v1/products?category={Of(n, "tas", "dompet", "anyaman")}&minPrice=50000"),
        ("choices", (n, _) =>
            $"/api/v1/products?facets=true&category={Of(n, "tas", "dompet", "anyaman")}"
            + $"&material={Of(n, "rotan", "katun", "tembakau")}"),
        ("search", (n, _) => $"/api/v1/products?q={Of(n, "tas+anyam", "dompet", "pengrajin", "bag+hijau", "songket+mer")}"),
        ("search, its own", (n, _) =>
            $"/api/v1/products?q={Of(n, "tas+anyam", "dompet", "pengrajin", "bag+hijau", "songket+mer")}&minPrice={n % 5_000}"),
        ("search, a slip", (n, _) => $"/api/v1/products?q={Of(n, "domet+anyam", "selendnag", "gantugan+kunci")}"),
        ("search+choices", (n, _) => $"/api/v1/products?facets=true&q={Of(n, "tas", "rotan", "tenun+biru")}"),
        ("page: greeting", (_, _) => "/"),
        ("page: list", (n, _) => $"/?kategori={Of(n, "tas", "dompet", "anyaman")}"),
        ("page: search", (n, _) => $"/?q={Of(n, "tas+anyam", "dompet", "songket")}"),
    ];

    public async Task Run()
    {
        var costs = new Dictionary<(string What, int Clients, int Goods), (double Rate, double Ratio)>();
        foreach (var goods in new[] { 1_000, 10_000 })
        {
            var name = $"craftmarket_bench_{goods}";
            await Execute(server, $"drop database if exists {name} with (force)");
            await Execute(server, $"create database {name}");
            var connection = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
            await using (await AppProcess.Start(demo, connection, folder, 0, demo: true))
                await FullStorefront.Fill(connection, goods);
            await Execute(connection, "vacuum analyze");
            var pgbench = new PgBench(pgbenchProgram, connection, time);
            await pgbench.Prepare();
            await using (var app = await AppProcess.Start(program, connection, folder, 0))
                await Measure(app, pgbench, goods, costs);
            NpgsqlConnection.ClearAllPools();
            await Execute(server, $"drop database if exists {name} with (force)");
        }

        Console.WriteLine("From 1,000 to 10,000 goods a page takes (towards less than 1.5 times); in brackets beside pgbench, "
            + "which may have changed its pace in between");
        foreach (var (what, _) in Questions)
            Console.WriteLine($"  {what,-16}" + string.Concat(Clients.Select(clients =>
            {
                var (few, many) = (costs[(what, clients, 1_000)], costs[(what, clients, 10_000)]);
                return $"  {clients,2} clients {few.Rate / many.Rate,5:N2} × ({few.Ratio / many.Ratio:N2})";
            })));
    }

    private async Task Measure(AppProcess app, PgBench pgbench, int goods,
        Dictionary<(string, int, int), (double Rate, double Ratio)> costs)
    {
        Console.WriteLine($"{goods:N0} goods of {FullStorefront.Makers} makers, caching off "
            + "(towards p95 under 50 ms at 8 clients, "
        + $"200 ms at 32); first answer {app.FirstAnswer.TotalSeconds:N1} s");
        var load = new LoadRun(app);
        foreach (var clients in Clients)
        {
            var yardstick = await pgbench.SelectOnly(clients);
            Console.WriteLine($"  pgbench select-only, {clients,2} clients {yardstick,9:N0}/s");
            foreach (var (what, path) in Questions)
            {
                // What is asked for the first time is compiled first; a program that has run for a while has that behind it.
                if (clients == Clients[0]) await load.Run(clients, time, n => LoadRun.Get(path(n, goods)));
                var x = (await load.Run(clients, time, n => LoadRun.Get(path(n, goods)))).Expect(200);
                costs[(what, clients, goods)] = (x.PerSecond, x.PerSecond / yardstick);
                Console.WriteLine($"  {what,-16} {clients,2} clients {x.PerSecond,7:N0}/s  p50 {x.P50,6:N1}  p95 {x.P95,6:N1}  "
                    + $"p99 {x.P99,6:N1} ms  app {x.Microseconds,6:N0} µs  ratio {x.PerSecond / yardstick:N3}  "
                    + string.Join(' ', x.ByStatus.Select(y => $"{y.Key}×{y.Value}")));
            }
        }

        Console.WriteLine($"  memory after it all {app.ResidentMegabytes:N0} MB");
    }

    private static string Of(int n, params ReadOnlySpan<string> some) => some[n % some.Length];

    private static async Task Execute(string connection, string statement)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(statement);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }
}
