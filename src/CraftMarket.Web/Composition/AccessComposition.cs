using CraftMarket.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace CraftMarket.Web.Composition;

/// <summary>Sign-in, policies, antiforgery.</summary>
internal static class AccessComposition
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(IdentityConstants.BearerScheme)
            .AddBearerToken(IdentityConstants.BearerScheme)
            .AddCookie(IdentityConstants.ApplicationScheme);
        builder.Services.AddAuthorization(Policies.Register);
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
