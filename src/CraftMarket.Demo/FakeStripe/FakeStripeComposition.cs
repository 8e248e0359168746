using CraftMarket.Payments;
using Marten;

namespace CraftMarket.Demo;

/// <summary>
/// Plays Stripe for a newcomer without an account: the same protocol over real HTTP, kept in the database, at an address of this
/// house. In Development only.
/// </summary>
internal static class FakeStripeComposition
{
    public const string Path = "/stripe-stand-in";

    public static void AddFakeStripe(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => new StripeFallback(site => Settings(services, site)));
        builder.Services.AddHttpClient(nameof(FakeStripe));
        builder.Services.AddScoped<FakeStripe>();
        builder.Services.ConfigureMarten(options =>
        {
            options.Schema.For<FakeStripeSession>();
            options.Schema.For<FakeStripeRefund>();
            options.Schema.For<FakeStripeEvent>();
        });
    }

    public static void MapFakeStripe(this WebApplication app)
    {
        if (StripeSettings.Of(app.Configuration) is not null) return;
        var standIn = app.MapGroup(Path).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        standIn.MapFakeStripeApi();
        standIn.MapFakeStripePage();
    }

    // Its secrets come from the master key, so that they are the same on every node and after every start.
    private static StripeSettings Settings(IServiceProvider services, Uri site)
    {
        var master = services.GetRequiredService<MasterKey>();
        return new(new(site, Path), $"sk_test_{master.KeyedHash("stripe-stand-in", "api")[..32]}",
            $"whsec_{master.KeyedHash("stripe-stand-in", "webhook")[..32]}");
    }
}
