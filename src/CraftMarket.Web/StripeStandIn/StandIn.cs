using CraftMarket.Payments;
using Marten;

namespace CraftMarket.Web.StripeStandIn;

/// <summary>
/// Plays Stripe for a newcomer without an account: the same protocol over real HTTP, kept in the database, at an address of this
/// house. In Development only.
/// </summary>
internal static class StandIn
{
    public const string Path = "/stripe-stand-in";

    public static IServiceCollection AddStandIn(this IServiceCollection services)
    {
        services.AddHttpClient(nameof(StandIn));
        services.AddScoped<StandInBooth>();
        return services.ConfigureMarten(options =>
        {
            options.Schema.For<StandInSession>();
            options.Schema.For<StandInRefund>();
            options.Schema.For<StandInEvent>();
        });
    }

    /// <summary>Its secrets come from the master key, so that they are the same on every node and after every start.</summary>
    public static StripeSettings Settings(IServiceProvider services, Uri site)
    {
        var master = services.GetRequiredService<MasterKey>();
        return new(new(site, Path), $"sk_test_{master.KeyedHash("stripe-stand-in", "api")[..32]}",
            $"whsec_{master.KeyedHash("stripe-stand-in", "webhook")[..32]}");
    }

    public static void MapStandIn(this IEndpointRouteBuilder app)
    {
        var standIn = app.MapGroup(Path).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        standIn.MapStandInApi();
        standIn.MapStandInPage();
    }
}
