using CraftMarket.People;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Outside;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wolverine;

namespace CraftMarket.Demo;

/// <summary>The market with people to sign in as, goods to look at and a Stripe that takes no real money. In Development
/// only.</summary>
public static class DemoApplication
{
    /// <param name="args">As <see cref="MarketApplication.Create" /> takes it.</param>
    /// <param name="adjust">What a test sets differently, such as the clock.</param>
    /// <param name="settings">Configuration that a test sets; it wins over files and environment.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? adjust = null,
        IReadOnlyDictionary<string, string?>? settings = null)
    {
        var app = MarketApplication.Create(args, builder =>
        {
            if (!builder.Environment.IsDevelopment())
                throw new InvalidOperationException("CraftMarket.Demo is for Development only, because everybody knows its "
                    + "accounts. Start CraftMarket.Web.");
            builder.AddDemo();
            builder.AddFakeStripe();
            adjust?.Invoke(builder);
        }, settings);
        app.MapFakeStripe();
        return app;
    }

    private static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureWolverine(options =>
            options.Discovery.IncludeAssembly(typeof(DemoApplication).Assembly));
        builder.Services.AddRazorPages().AddApplicationPart(typeof(DemoApplication).Assembly);
        builder.Services
            .Replace(ServiceDescriptor.Singleton(new PeopleRules(AllowFictitiousNik: true, DemoAccounts.DefaultPassword)))
            .AddSingleton(new ClosedToRobots("/demo")).AddSingleton(new ClosedToRobots($"{FakeStripeComposition.Path}/"));
        DemoOffice.AddTo(builder.Configuration);
        if (builder.Configuration["Demo:Data"] is "empty" or "full") builder.AddAccounts();
        DemoRunner.AddTo(builder);
    }

    private static void AddAccounts(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IReferenceData>(services => new DemoAccounts(
            services.GetRequiredService<IDbContextFactory<AccountsContext>>(), DemoRunner.Password(builder.Configuration)));
}
