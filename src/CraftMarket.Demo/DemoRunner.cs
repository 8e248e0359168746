using Marten;
using Marten.Schema;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CraftMarket.Demo;

/// <summary>How far the demo was played on this database.</summary>
[DocumentAlias("demoplayed")]
public sealed record DemoProgress(string Id)
{
    /// <summary>The shop is open: there are villages, artisans and goods to look at.</summary>
    public const string Half = "half";

    public const string Whole = "whole";
}

/// <summary>Plays the demo once the application answers: <c>Demo:Data=full</c>, Development only. Its first half makes the shop
/// ready, the second comes while people look around. Safe to be cut short and played again.</summary>
internal sealed class DemoRunner(IServer server, IHostApplicationLifetime lifetime, IConfiguration configuration,
    TimeProvider clock, IDocumentStore store, ILogger<DemoRunner> log) : BackgroundService, IHealthCheck
{
    private volatile bool _open;

    /// <summary>The password of every demo account.</summary>
    public static string Password(IConfiguration configuration) => configuration["Demo:Password"] ?? DemoAccounts.DefaultPassword;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_open ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The demo data is still being made."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var address = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()
            .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
        var whole = await Has(DemoProgress.Whole, stoppingToken);
        _open = whole || await Has(DemoProgress.Half, stoppingToken);
        try
        {
            if (!whole) await Play(address, Password(configuration), LocalMonth.DayOf(clock.GetUtcNow()), stoppingToken);
            // infra/up and infra/audit wait for this sentence.
            log.LogInformation("The demo is complete");
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException)
        {
            log.LogError(failure, "The demo stopped. Start again to go on, or remove .local to begin anew.");
        }
    }

    private async Task Play(Uri address, string password, DateOnly today, CancellationToken stop)
    {
        using var visitor = new DemoClient(address);
        using var office = await visitor.SignIn("office@craftmarket.test", password, stop);
        using var companion = await visitor.SignIn("companion@craftmarket.test", password, stop);
        using var curator = await visitor.SignIn("curator@craftmarket.test", password, stop);
        using var operations = await visitor.SignIn("operator@craftmarket.test", password, stop);
        var people = await DemoTraining.Play(office, companion, today, stop);
        await DemoVillages.Open(office, today, stop);
        var scene = new DemoShop(visitor, office, curator, password);
        var shop = await scene.Open(people, stop);
        await Note(DemoProgress.Half, stop);
        _open = true;

        shop = await scene.Fill(shop, people, stop);
        await DemoVillages.GiveMarks(office, shop.Clients, shop.Numbers, stop);
        await DemoGroup.Found(shop, stop);
        await DemoOrders.Play(visitor, office, operations, shop, today, stop);
        // A brand is renamed: earlier orders keep the name they were sold under.
        await DemoBrand.Send(shop.Clients[5], DemoData.Artisans.First(x => x.Person == 5), stop, "Anyaman Rumiyah");
        foreach (var client in shop.Clients.Values) client.Dispose();
        await Note(DemoProgress.Whole, stop);
    }

    private async Task<bool> Has(string part, CancellationToken stop)
    {
        await using var session = store.LightweightSession();
        return await session.LoadAsync<DemoProgress>(part, stop) is not null;
    }

    private async Task Note(string part, CancellationToken stop)
    {
        await using var session = store.LightweightSession();
        session.Store(new DemoProgress(part));
        await session.SaveChangesAsync(stop);
    }

    /// <summary>Plays only where the configuration asks for the whole demo.</summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureMarten(options => options.Schema.For<DemoProgress>());
        if (builder.Configuration["Demo:Data"] != "full") return;
        builder.Services.AddSingleton<DemoRunner>().AddHostedService(services => services.GetRequiredService<DemoRunner>());
        builder.Services.AddHealthChecks().AddCheck<DemoRunner>("demo", tags: ["ready"]);
    }
}
