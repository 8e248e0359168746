using CraftMarket.People.Accounts;
using CraftMarket.Web.Api;
using Microsoft.AspNetCore.RateLimiting;

namespace CraftMarket.Web.Limits;

/// <summary>Keeps strangers from taking more than their share: of the stock, of the processor, of makers' numbers, of the
/// disk.</summary>
internal static class LimitsComposition
{
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var settings = LimitSettings.Of(builder.Configuration);
        builder.Services.AddSingleton(settings).AddSingleton(settings.Orders).AddSingleton(settings.Photos);
        builder.Services.AddSingleton(new PasswordChecks(settings.PasswordChecksAtOnce));
        builder.Services.AddSingleton<RequestLimits>();
        builder.Services.AddRateLimiter(options => options.OnRejected = async (rejected, _) =>
            await RequestLimits.TooMany(rejected.Lease).Problem(rejected.HttpContext).ExecuteAsync(rejected.HttpContext));
        builder.Services.AddOptions<RateLimiterOptions>()
            .Configure<RequestLimits>((options, limits) => options.GlobalLimiter = limits.OfRoutes);
    }

    /// <summary>A source may ask this route only so often.</summary>
    public static RouteHandlerBuilder LimitBySource(this RouteHandlerBuilder route, Limited what) =>
        route.WithMetadata(new LimitedBySource(what)).ProducesProblem(StatusCodes.Status429TooManyRequests);
}
