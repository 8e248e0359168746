using CraftMarket.Tests.Walks;

namespace CraftMarket.Benchmarks;

/// <summary>The office's lists over a hundred thousand participants, read by staff, a companion and an operator who signed
/// in.</summary>
internal static class PeopleBench
{
    private const int People = 100_000;
    private static readonly int DeepPage = People / 24 - 100;

    private static readonly (string Who, string Path)[] Lists =
    [
        (FullRegister.Staff, "/kantor"), (FullRegister.Staff, "/kantor/peserta"),
        (FullRegister.Staff, $"/kantor/peserta?page={DeepPage}"), (FullRegister.Staff, "/kantor/peserta?standing=stale"),
        (FullRegister.Staff, "/kantor/angkatan"), (FullRegister.Staff, "/api/v1/participants"),
        (FullRegister.Staff, $"/api/v1/participants?page={DeepPage}"), (FullRegister.Companion, "/pendamping"),
        (FullRegister.Companion, "/pendamping/peserta"), (FullRegister.Operator, "/operator/akun"),
    ];

    public static async Task Run(Bench bench, string demo)
    {
        if (await bench.Database.Make()) await bench.PgBench.Prepare();
        // It makes the tables, or brings those of the last run to this version.
        await (await AppProcess.Start(demo, bench.Database.Connection, bench.Folder, 0, demo: true)).DisposeAsync();

        var seconds = await bench.Database.Filled(() =>
            FullRegister.Fill(bench.Database.Connection, Path.Combine(bench.Folder, "master.key"), People));
        Console.WriteLine($"The office's lists, {People:N0} participants (entered in {seconds:N0} s)");
        var yardstick = await bench.SelectOnly(8);
        await using var app = await bench.Start();
        var folding = await bench.Database.UntilFolded();
        Console.WriteLine($"  read models were up to date {folding.TotalSeconds:N1} s after the start");
        var headers = new Dictionary<(string Who, bool Page), string>();
        foreach (var who in Lists.Select(x => x.Who).Distinct())
            headers[(who, true)] = await SigningIn.Cookie(app.Address, who, TrainedArtisan.Password);
        headers[(FullRegister.Staff, false)] = await SigningIn.Token(app.Address, FullRegister.Staff, TrainedArtisan.Password);
        var load = new LoadRun(app);
        byte[] Ask((string Who, string Path) x) =>
            LoadRun.Get(x.Path, headers[(x.Who, !x.Path.StartsWith("/api", StringComparison.Ordinal))]);
        await load.Run(8, bench.Plan.WarmUp, n => Ask(Lists[n % Lists.Length]));
        foreach (var clients in new[] { 1, 8 })
        {
            foreach (var list in Lists)
                Bench.Show(list.Path, (await load.Run(clients, bench.Plan.Time, _ => Ask(list))).Expect(200), yardstick);
        }

        Console.WriteLine($"  memory after it all {app.ResidentMegabytes:N0} MB");
    }
}
