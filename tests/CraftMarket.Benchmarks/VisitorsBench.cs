using CraftMarket.Tests.Walks;

namespace CraftMarket.Benchmarks;

/// <summary>What anybody reads: the program's answers and its pages, each asked of a program just started and then of one that
/// has been busy for a minute, its own caching off and on.</summary>
internal sealed class VisitorsBench(Bench bench, Stall stall)
{
    private const string Page = "3,500/s and 0.12";
    private const int Crowd = 32;

    private IReadOnlyList<Question> Answers =>
    [
        new("list of 24", n => $"/api/v1/products?page={1 + n % 40}", ["0.06", "0.3"]),
        new("product by slug", n => $"/api/v1/products/{SlugOf(n)}", ["0.15", "0.3"]),
    ];

    private static IReadOnlyList<Question> Searches =>
        [new("search", n => $"/api/v1/products?q={(n % 2 == 0 ? "pengrajin" : "tas+anyam")}", [])];

    private IReadOnlyList<Question> Pages =>
    [
        new("page: home", _ => "/", [Page, Page]),
        new("page: list", _ => "/?kategori=tas", [Page, Page]),
        new("page: search", _ => "/?q=tas+anyam", [Page, Page]),
        new("page: product", n => $"/produk/{SlugOf(n)}", [Page, Page]),
        new("page: shop", _ => $"/perajin/{Stall.Shop}", [Page, Page]),
    ];

    /// <summary>Lists, products and searches as programs read them.</summary>
    public Task MeasureAnswers() => Measure("answers",
        [.. bench.Plan.Has("reads") ? Answers : [], .. bench.Plan.Has("search") ? Searches : []], [1, Crowd]);

    /// <summary>The shop's pages as browsers read them, and the first page of an artisan who has orders to answer.</summary>
    public async Task MeasurePages()
    {
        await Measure("pages", Pages, [Crowd]);
        await MeasureArtisansHome();
    }

    private async Task Measure(string what, IReadOnlyList<Question> questions, int[] crowds)
    {
        foreach (var cacheSeconds in new[] { 0, 1 })
        {
            Console.WriteLine(cacheSeconds == 0 ? $"Visitors' {what}, caching off" : $"Visitors' {what}, at most 1 s old");
            var yardstick = await bench.SelectOnly(Crowd);
            await using var app = await bench.Start(cacheSeconds);
            var load = new LoadRun(app);
            byte[] Any(int n) => LoadRun.Get(questions[n % questions.Count].Path(n / questions.Count));
            Bench.Show($"{what} in turn, cold", (await load.Run(Crowd, bench.Plan.Cold, Any)).Expect(200), yardstick);
            await load.Run(Crowd, bench.Plan.WarmUp - bench.Plan.Cold, Any);
            yardstick = await bench.SelectOnly(Crowd);
            foreach (var clients in crowds)
            {
                foreach (var (question, path, goals) in questions)
                    Bench.Show(question, (await load.Run(clients, bench.Plan.Time, n => LoadRun.Get(path(n)))).Expect(200),
                        yardstick, clients == Crowd ? goals.ElementAtOrDefault(cacheSeconds) : null);
            }

            Console.WriteLine($"  memory after it all {app.ResidentMegabytes:N0} MB");
        }
    }

    private async Task MeasureArtisansHome()
    {
        Console.WriteLine($"An artisan's home, {stall.Products.Count + 1:N0} goods and orders to answer");
        var yardstick = await bench.SelectOnly(8);
        await using var app = await bench.Start();
        var load = new LoadRun(app);
        (await load.Run(8, TimeSpan.FromMinutes(1), stall.TwoLines, limit: 200)).Expect(201);
        await bench.Database.UntilQuiet();
        var cookie = await SigningIn.Cookie(app.Address, Stall.Phone, TrainedArtisan.Password);
        byte[] Home(int n) => LoadRun.Get("/perajin", cookie);
        await load.Run(8, bench.Plan.WarmUp / 2, Home);
        foreach (var clients in new[] { 1, 8 })
            Bench.Show("page: artisan's home", (await load.Run(clients, bench.Plan.Time, Home)).Expect(200), yardstick);
    }

    private string SlugOf(int n) => stall.Slugs[n * 7 % 1000];

    /// <param name="Path">What the n-th call asks for.</param>
    /// <param name="Goals">What is aimed at for many clients, without caching and with it.</param>
    private sealed record Question(string What, Func<int, string> Path, IReadOnlyList<string> Goals);
}
