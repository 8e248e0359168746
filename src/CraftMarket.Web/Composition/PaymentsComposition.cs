using CraftMarket.Payments;
using CraftMarket.Web.Payments;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CraftMarket.Web.Composition;

/// <summary>Stripe as configured; what the demo adds when nothing is; no cards otherwise.</summary>
internal static class PaymentsComposition
{
    public static void AddStripe(this WebApplicationBuilder builder)
    {
        // Said at the start: the first card payment would be late to learn it.
        _ = StripeSettings.Of(builder.Configuration);
        builder.Services.AddScoped<OrderPayments>();
        builder.Services.AddSingleton(_ => new TransferAccount(HouseBank.Of(builder.Configuration)));
        builder.Services.AddSingleton(services => new StripeConnection(
            () => StripeSettings.Of(builder.Configuration) ?? services.GetService<StripeFallback>()?.Settings(Site(services)),
            () => Site(services)));
    }

    public static void MapStripe(this WebApplication app)
    {
        app.MapStripeWebhook();
        if (StripeSettings.Of(app.Configuration) is null && app.Services.GetService<StripeFallback>() is null)
            app.Logger.LogWarning("Card payments are off: set Stripe__SecretKey and Stripe__WebhookSecret to take them.");
        if (app.Services.GetRequiredService<TransferAccount>().Bank is null)
            app.Logger.LogWarning("Bank transfers are off: set Bank__Name, Bank__Account and Bank__Holder to take them.");
    }

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
