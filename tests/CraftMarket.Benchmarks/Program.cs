using CraftMarket.Benchmarks;

// Run by infra/benchmark, which starts the cluster and publishes the application.
string Needed(string name) => Environment.GetEnvironmentVariable(name)
    ?? throw new InvalidOperationException($"Set {name}, or run infra/benchmark.");
var plan = Plan.Of(args);
var (program, demo) = (Path.GetFullPath(Needed("CRAFTMARKET_PROGRAM")), Path.GetFullPath(Needed("CRAFTMARKET_DEMO")));
var server = Needed("ConnectionStrings__Market");
var folder = Directory.CreateDirectory(Needed("CRAFTMARKET_BENCH")).FullName;
BenchmarkDatabase Database(string name) => new(server, folder, name, plan.Again);
Bench BenchOn(BenchmarkDatabase database) =>
    new(program, folder, database, new(Needed("PGBENCH"), database.Connection, plan.Time), plan);

if (plan.Has("photo"))
{
    var (ours, bare) = await PhotoBench.RunAsync(folder);
    Console.WriteLine($"12-megapixel photo           {ours,10:N0} ms    bare libvips {bare:N0} ms, ratio {ours / bare:N2} "
        + $"(towards 1.20)");
}

// So many questions that each gets half of the time.
if (plan.Has("finding")) await new FindingBench(server, program, demo, folder, Needed("PGBENCH"), plan.Time / 2).Run();

if (plan.Has("people"))
{
    await using var register = Database("craftmarket_bench_people");
    await PeopleBench.Run(BenchOn(register), demo);
}

if (!plan.Has("reads", "search", "pages", "orders", "start")) return;
await using var database = Database("craftmarket_bench");
var bench = BenchOn(database);
if (await database.Make()) await bench.PgBench.Prepare();
Stall stall;
await using (var first = await AppProcess.Start(demo, database.Connection, folder, 0, demo: true))
{
    stall = await database.Filled(() => Stall.Fill(first.Address, 1_000));
    // A thousand share cards are drawn after the last answer; they would be measured with everything else.
    await database.UntilQuiet();
}

var visitors = new VisitorsBench(bench, stall);
if (plan.Has("reads", "search")) await visitors.MeasureAnswers();
if (plan.Has("pages")) await visitors.MeasurePages();
if (plan.Has("orders")) await new OrdersBench(bench, stall).Run();
if (!plan.Has("start")) return;
for (var i = 0; i < 3; i++)
{
    await using var app = await bench.Start();
    Console.WriteLine($"First answer                 {app.FirstAnswer.TotalSeconds,10:N2} s     processor "
        + $"{app.Worked.TotalSeconds:N2} s (towards 2.5)");
    if (i < 2) continue;
    await Task.Delay(TimeSpan.FromSeconds(10));
    Console.WriteLine($"Idle memory                  {app.ResidentMegabytes,10:N0} MB    (towards 200)");
}
