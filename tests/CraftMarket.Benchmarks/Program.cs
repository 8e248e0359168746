using System.Text.Json;
using CraftMarket.Benchmarks;

// Run by infra/benchmark, which starts the cluster and publishes the application.
string Needed(string name) => Environment.GetEnvironmentVariable(name)
    ?? throw new InvalidOperationException($"Set {name}, or run infra/benchmark.");
var plan = Plan.Of(args);
var (program, demo) = (Needed("CRAFTMARKET_PROGRAM"), Needed("CRAFTMARKET_DEMO"));
var folder = Directory.CreateDirectory(Needed("CRAFTMARKET_BENCH")).FullName;
await using var database = new BenchmarkDatabase(Needed("ConnectionStrings__Market"), folder, plan.Again);

if (plan.Has("photo"))
{
    var (ours, bare) = await PhotoBench.RunAsync(folder);
    Console.WriteLine($"12-megapixel photo           {ours,10:N0} ms    bare libvips {bare:N0} ms, ratio {ours / bare:N2} "
        + $"(towards 1.20)");
}

if (plan.Has("finding"))
    await new FindingBench(Needed("ConnectionStrings__Market"), program, demo, folder, Needed("PGBENCH"),
        plan.Time).Run();

if (!plan.Has("reads", "search", "orders", "start")) return;
var pgbench = new PgBench(Needed("PGBENCH"), database.Connection, plan.Time);
if (await database.Make()) await pgbench.Prepare();
Stall stall;
await using (var first = await AppProcess.Start(demo, database.Connection, folder, 0, demo: true))
{
    stall = await database.Stall(() => Stall.Fill(first.Address, 1_000));
    // A thousand share cards are drawn after the last answer; they would be measured with everything else.
    await database.UntilQuiet();
}

if (plan.Has("reads", "search"))
{
    Console.WriteLine("Caching off");
    await using (var app = await AppProcess.Start(program, database.Connection, folder, 0)) await Reads(app, 0.06);
    Console.WriteLine("Answers at most 1 s old");
    await using (var app = await AppProcess.Start(program, database.Connection, folder, 1)) await Reads(app, 0.3);
}

if (plan.Has("orders"))
{
    await using var app = await AppProcess.Start(program, database.Connection, folder, 0);
    var load = new LoadRun(app);
    byte[] TwoLines(int n) => Order(stall.Products[n * 7 % 1000], stall.Products[(n * 7 + 501) % 1000]);
    // Ordering goes through most of the program, which is compiled well only after a while; a shop that is open has that behind
    // it.
    await load.Run(8, TimeSpan.FromSeconds(20), TwoLines);
    await database.UntilQuiet();
    // A shared machine changes its pace within a minute, so what lies on both sides of a measurement is its yardstick.
    var before = await Yardstick("simple-update, 8 clients", pgbench.SimpleUpdate(8));
    foreach (var clients in new[] { 1, 8, 32 })
    {
        var placed = await load.Run(clients, plan.Time, TwoLines);
        // A refusal is quick and proves nothing.
        if (placed.ByStatus.Keys.Any(x => x != 201))
            throw new InvalidOperationException($"Orders were refused: {string.Join(' ', placed.ByStatus)}");
        var later = await database.UntilQuiet();
        var after = await Yardstick("simple-update, 8 clients", pgbench.SimpleUpdate(8));
        Show("order, two lines", placed, (before + after) / 2, clients == 8 ? 0.15 : null);
        Console.WriteLine($"  what they lead to was done {later.TotalSeconds:N1} s later");
        before = after;
    }

    Show("last ten pieces", await load.Run(32, plan.Time, _ => Order(stall.LastTen), limit: 32), before, null);
}

if (plan.Has("start"))
{
    for (var i = 0; i < 3; i++)
    {
        await using var app = await AppProcess.Start(program, database.Connection, folder, 0);
        Console.WriteLine($"First answer                 {app.FirstAnswer.TotalSeconds,10:N2} s     processor "
            + $"{app.Worked.TotalSeconds:N2} s (towards 2.5)");
        if (i < 2) continue;
        await Task.Delay(TimeSpan.FromSeconds(10));
        Console.WriteLine($"Idle memory                  {app.ResidentMegabytes,10:N0} MB    (towards 220)");
    }
}

async Task Reads(AppProcess app, double goal)
{
    var load = new LoadRun(app);
    var yardstick = await Yardstick("select-only, 32 clients", pgbench.SelectOnly(32));
    foreach (var clients in plan.Has("reads") ? [1, 32] : Array.Empty<int>())
    {
        double? towards = clients == 32 ? goal : null;
        Show("list of 24", await load.Run(clients, plan.Time, n => LoadRun.Get($"/api/v1/products?page={1 + n % 40}")),
            yardstick, towards);
        Show("product by slug",
            await load.Run(clients, plan.Time, n => LoadRun.Get($"/api/v1/products/{stall.Slugs[n * 7 % 1000]}")),
            yardstick, towards);
    }

    foreach (var clients in plan.Has("search") ? [1, 32] : Array.Empty<int>())
        Show("search",
            await load.Run(clients, plan.Time, n =>
            LoadRun.Get($"/api/v1/products?q={(n % 2 == 0 ? "pengrajin" : "tas+anyam")}")), yardstick, null);
}

static async Task<double> Yardstick(string what, Task<double> measured)
{
    var rate = await measured;
    Console.WriteLine($"  pgbench {what,-30} {rate,9:N0}/s");
    return rate;
}

static void Show(string what, LoadResult x, double yardstick, double? goal) => Console.WriteLine(
    $"  {what,-18} {x.Clients,3} clients {x.PerSecond,9:N0}/s  p50 {x.P50,6:N1}  p99 {x.P99,6:N1} ms  app "
    + $"{x.Microseconds,5:N0} µs  ratio {x.PerSecond / yardstick:N3}"
    + (goal is null ? "" : $" (towards {goal})") + "  " + string.Join(' ', x.ByStatus.Select(y => $"{y.Key}×{y.Value}")));

static byte[] Order(params string[] products) => LoadRun.Post("/api/v1/orders", JsonSerializer.Serialize(new
{
    buyer = new { name = "Pembeli Uji", phone = $"0899{Random.Shared.Next(100_000_000):00000000}" },
    shipTo = new { address = "Jalan Uji 1", regionCode = "52.71" },
    lines = products.Select(x => new { productId = x, quantity = 1 }), payment = "transfer",
}));
