using CraftMarket.People.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CraftMarket.Web.Access;

/// <summary>Looks again, once a minute, whether the account behind a cookie still stands, and takes up its roles as they are now.</summary>
/// <remarks>Identity's own check signs out of its external and two-factor schemes too, which this house does not have.</remarks>
internal static class CookieStanding
{
    private static readonly TimeSpan TrustedFor = TimeSpan.FromMinutes(1);

    public static async Task Check(CookieValidatePrincipalContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        if (clock.GetUtcNow() - context.Properties.IssuedUtc < TrustedFor) return;
        var accounts = context.HttpContext.RequestServices.GetRequiredService<SignInManager<Account>>();
        if (await accounts.ValidateSecurityStampAsync(context.Principal) is { } account)
        {
            context.ReplacePrincipal(await accounts.CreateUserPrincipalAsync(account));
            context.ShouldRenew = true;
        }
        else
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }
}
