namespace CraftMarket.Benchmarks;

/// <summary>Orders of two lines, one article that everybody wants, and the last ten pieces of another.</summary>
internal sealed class OrdersBench(Bench bench, Stall stall)
{
    public async Task Run()
    {
        Console.WriteLine("Orders");
        // A shared machine changes its pace within a minute, so what lies on both sides of a measurement is its yardstick.
        var before = await bench.SimpleUpdate(8);
        await using var app = await bench.Start();
        var load = new LoadRun(app);
        Bench.Show("order, two lines, cold", (await load.Run(8, bench.Plan.Cold, stall.TwoLines)).Expect(201), before, "0.06");
        // Ordering goes through most of the program, which is compiled well only after a while; a shop that is open has that
        // behind it.
        await load.Run(8, bench.Plan.WarmUp, stall.TwoLines);
        await bench.Database.UntilQuiet();
        before = await bench.SimpleUpdate(8);
        foreach (var clients in new[] { 1, 8, 32 })
            before = await Place("order, two lines", clients, stall.TwoLines, clients == 8 ? "0.15, p99 30 ms" : null);
        before = await Place("the same article", 32, _ => Stall.Order(stall.Products[0]), null);
        Bench.Show("last ten pieces", await load.Run(32, bench.Plan.Time, _ => Stall.Order(stall.LastTen), limit: 32), before);

        async Task<double> Place(string what, int clients, Func<int, byte[]> order, string? goal)
        {
            var placed = (await load.Run(clients, bench.Plan.Time, order)).Expect(201);
            var later = await bench.Database.UntilQuiet();
            var after = await bench.SimpleUpdate(8);
            Bench.Show(what, placed, (before + after) / 2, goal);
            Console.WriteLine($"  what they lead to was done {later.TotalSeconds:N1} s later");
            return after;
        }
    }
}
