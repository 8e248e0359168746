using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CraftMarket.Web.Access;

/// <summary>What proves who somebody is: a bearer token under <c>/api</c>, a cookie on pages, never the other way
/// round.</summary>
/// <remarks>A cookie comes along with every request that a browser makes, wanted or not; so the API does not look at
/// it.</remarks>
internal static class Schemes
{
    public const string ByPath = "by-path";

    public static bool IsApi(this HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    public static void AddSchemes(this IServiceCollection services)
    {
        services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, options => options.ForwardDefaultSelector = http =>
                http.IsApi() ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme)
            .AddBearerToken(IdentityConstants.BearerScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie);
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.SlidingExpiration = true;
        options.LoginPath = "/masuk";
        options.AccessDeniedPath = "/masuk";
        options.ReturnUrlParameter = "kembali";
        options.Events.OnValidatePrincipal = SessionCheck.Cookie;
        // Somebody signed in who may not enter learns just that; sending them to sign in again would go round in circles.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
