using CraftMarket.Payments;
using CraftMarket.Web.Api;
using CraftMarket.Web.StripeStandIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CraftMarket.Web.Composition;

/// <summary>Stripe as configured; the stand-in in Development when nothing is; no cards otherwise.</summary>
internal static class PaymentsComposition
{
    public static void AddStripe(this WebApplicationBuilder builder)
    {
        // Said at the start: the first card payment would be late to learn it.
        _ = Configured(builder.Configuration);
        builder.Services.AddScoped<OrderPayments>();
        builder.Services.AddSingleton(new TransferAccount(HouseBank.Of(builder.Configuration,
            builder.Environment.IsDevelopment())));
        builder.Services.AddStandIn();
        builder.Services.AddSingleton(services => new StripeConnection(
            () => Configured(builder.Configuration)
                ?? (StandsIn(builder.Configuration, builder.Environment) ? StandIn.Settings(services, Site(services)) : null),
            () => Site(services)));
    }

    public static void MapStripe(this WebApplication app)
    {
        app.MapStripeWebhook();
        if (StandsIn(app.Configuration, app.Environment)) app.MapStandIn();
        else if (Configured(app.Configuration) is null)
            app.Logger.LogWarning("Card payments are off: set Stripe__SecretKey and Stripe__WebhookSecret to take them.");
        if (app.Services.GetRequiredService<TransferAccount>().Bank is null)
            app.Logger.LogWarning("Bank transfers are off: set Bank__Name, Bank__Account and Bank__Holder to take them.");
    }

    /// <summary>Null when Stripe is not set. Half of it is a mistake, which must not end at the stand-in.</summary>
    private static StripeSettings? Configured(IConfiguration configuration) =>
        (configuration["Stripe:SecretKey"], configuration["Stripe:WebhookSecret"]) switch
        {
            ({ Length: > 0 } key, { Length: > 0 } secret) =>
                new(configuration["Stripe:ApiBase"] is { Length: > 0 } address ? new Uri(address) : null, key, secret),
            ({ Length: > 0 }, _) =>
                throw new InvalidOperationException("Stripe__SecretKey is set, but Stripe__WebhookSecret is not. Set both, or "
                + "neither."),
            (_, { Length: > 0 }) =>
                throw new InvalidOperationException("Stripe__WebhookSecret is set, but Stripe__SecretKey is not. Set both, or "
                + "neither."),
            _ => null,
        };

    private static bool StandsIn(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && Configured(configuration) is null;

    /// <summary><c>Site__Address</c>, or the address that the server listens on.</summary>
    internal static Uri Site(IServiceProvider services)
    {
        if (services.GetRequiredService<IConfiguration>()["Site:Address"] is { Length: > 0 } address) return new(address);
        var listening = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("Set Site__Address to the address at which buyers reach this house.");
        return new(listening.Replace("0.0.0.0", "localhost").Replace("[::]", "localhost").Replace("//+", "//localhost")
            .Replace("//*", "//localhost"));
    }
}
