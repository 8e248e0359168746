using System.Text.Json;
using CraftMarket.Benchmarks;
using Npgsql;

// Run by infra/benchmark, which starts the cluster and publishes the application.
string Needed(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"Set {name}, or run infra/benchmark.");
var server = Needed("ConnectionStrings__Market");
var program = Needed("CRAFTMARKET_PROGRAM");
var folder = Directory.CreateTempSubdirectory("craftmarket-bench").FullName;
var seconds = TimeSpan.FromSeconds(5);
var database = $"craftmarket_bench_{Guid.NewGuid():N}";
await using (var source = NpgsqlDataSource.Create(server))
await using (var create = source.CreateCommand($"create database {database}")) await create.ExecuteNonQueryAsync();
var market = new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

Console.WriteLine("Yardstick: pgbench on the same cluster");
var pgbench = new PgBench(Needed("PGBENCH"), market);
await pgbench.Prepare();
var (select, update) = (await pgbench.SelectOnly(32), await pgbench.SimpleUpdate(8));
Console.WriteLine($"  select-only, 32 clients    {select,10:N0}/s");
Console.WriteLine($"  simple-update, 8 clients   {update,10:N0}/s");

Stall stall;
await using (var first = await AppProcess.Start(program, market, folder, 0)) stall = await Stall.Fill(first.Address, 1_000);

await using (var app = await AppProcess.Start(program, market, folder, 0))
{
    Console.WriteLine($"First answer                 {app.FirstAnswer.TotalSeconds,10:N2} s     (towards 2.5)");
    await Task.Delay(TimeSpan.FromSeconds(10));
    Console.WriteLine($"Idle memory                  {app.ResidentMegabytes,10:N0} MB    (towards 220)");
    var load = new LoadRun(app.EndPoint);
    Console.WriteLine("Caching off");
    await Reads(load, 0.06);
    foreach (var clients in new[] { 1, 32 })
        Show("search", await load.Run(clients, seconds, n => LoadRun.Get($"/api/v1/products?q={(n % 2 == 0 ? "pengrajin" : "tas+anyam")}")), select, null);
    foreach (var clients in new[] { 1, 8, 32 })
        Show("order, two lines", await load.Run(clients, seconds, n => Order(stall.Products[n * 7 % 1000], stall.Products[(n * 7 + 501) % 1000])), update, 0.15);
    Show("last ten pieces", await load.Run(32, seconds, _ => Order(stall.LastTen), limit: 32), update, null);
}

await using (var app = await AppProcess.Start(program, market, folder, 1))
{
    Console.WriteLine("Answers at most 1 s old");
    await Reads(new LoadRun(app.EndPoint), 0.3);
}

var (ours, bare) = PhotoBench.Run(folder);
Console.WriteLine($"12-megapixel photo           {ours,10:N0} ms    bare libvips {bare:N0} ms, ratio {ours / bare:N2} (towards 1.20)");
await using (var source = NpgsqlDataSource.Create(server))
{
    NpgsqlConnection.ClearAllPools();
    await using var drop = source.CreateCommand($"drop database {database} with (force)");
    await drop.ExecuteNonQueryAsync();
}

Directory.Delete(folder, recursive: true);

async Task Reads(LoadRun load, double goal)
{
    foreach (var clients in new[] { 1, 32 })
    {
        Show("list of 24", await load.Run(clients, seconds, n => LoadRun.Get($"/api/v1/products?page={1 + n % 40}")), select, clients == 32 ? goal : null);
        Show("product by slug", await load.Run(clients, seconds, n => LoadRun.Get($"/api/v1/products/{stall.Slugs[n * 7 % 1000]}")), select, clients == 32 ? goal : null);
    }
}

static void Show(string what, LoadResult x, double yardstick, double? goal) => Console.WriteLine(
    $"  {what,-18} {x.Clients,3} clients {x.PerSecond,9:N0}/s  p50 {x.P50,6:N1}  p99 {x.P99,6:N1} ms  ratio {x.PerSecond / yardstick:N3}"
    + (goal is null ? "" : $" (towards {goal})") + "  " + string.Join(' ', x.ByStatus.Select(y => $"{y.Key}×{y.Value}")));

static byte[] Order(params string[] products) => LoadRun.Post("/api/v1/orders", JsonSerializer.Serialize(new
{
    buyer = new { name = "Pembeli Uji", phone = "0899111222333" }, shipTo = new { address = "Jalan Uji 1", regionCode = "52.71" },
    lines = products.Select(x => new { productId = x, quantity = 1 }), payment = "transfer",
}));
