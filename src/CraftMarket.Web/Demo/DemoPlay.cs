using CraftMarket.People.Accounts;
using Marten;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CraftMarket.Web.Demo;

/// <summary>The demo was played to its end on this database.</summary>
public sealed record DemoPlayed(string Id)
{
    public const string Whole = "whole";
}

/// <summary>Plays the demo once the application answers: <c>Demo:Data=full</c>, Development only. Safe to be cut short and played again.</summary>
internal sealed class DemoPlay(IServer server, IHostApplicationLifetime lifetime, IConfiguration configuration, TimeProvider clock,
    IDocumentStore store, ILogger<DemoPlay> log) : BackgroundService, IHealthCheck
{
    private volatile bool _over;

    /// <summary>The password of every demo account.</summary>
    public static string Password(IConfiguration configuration) => configuration["Demo:Password"] ?? DemoAccounts.DefaultPassword;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_over ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The demo data is still being made."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var address = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()
            .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
        await using var session = store.LightweightSession();
        _over = await session.LoadAsync<DemoPlayed>(DemoPlayed.Whole, stoppingToken) is not null;
        if (_over) return;
        try
        {
            await Play(address, Password(configuration), LocalMonth.DayOf(clock.GetUtcNow()), stoppingToken);
            session.Store(new DemoPlayed(DemoPlayed.Whole));
            await session.SaveChangesAsync(stoppingToken);
            _over = true;
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException)
        {
            log.LogError(failure, "The demo stopped. Start again to go on, or remove .local to begin anew.");
        }
    }

    private static async Task Play(Uri address, string password, DateOnly today, CancellationToken stop)
    {
        using var visitor = new DemoDesk(address);
        using var office = await visitor.SignIn("office@craftmarket.test", password, stop);
        using var companion = await visitor.SignIn("companion@craftmarket.test", password, stop);
        using var curator = await visitor.SignIn("curator@craftmarket.test", password, stop);
        using var operations = await visitor.SignIn("operator@craftmarket.test", password, stop);
        var people = await DemoTraining.Play(office, companion, today, stop);
        await DemoVillages.Open(office, today, stop);
        var shop = await DemoShop.Open(visitor, office, curator, people, password, stop);
        await DemoVillages.GiveMarks(office, shop.Desks, shop.Numbers, stop);
        await DemoGroup.Found(shop, stop);
        await DemoOrders.Play(visitor, office, operations, shop, today, stop);
        // A brand is renamed: earlier orders keep the name they were sold under.
        await DemoKit.Send(shop.Desks[5], DemoCast.Artisans.First(x => x.Person == 5), stop, "Anyaman Rumiyah");
        foreach (var desk in shop.Desks.Values) desk.Dispose();
    }

    /// <summary>Plays only where the configuration asks for the whole demo.</summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        if (builder.Configuration["Demo:Data"] != "full" || !builder.Environment.IsDevelopment()) return;
        builder.Services.AddSingleton<DemoPlay>().AddHostedService(services => services.GetRequiredService<DemoPlay>());
        builder.Services.AddHealthChecks().AddCheck<DemoPlay>("demo", tags: ["ready"]);
    }
}
