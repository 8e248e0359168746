using System.Security.Claims;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CraftMarket.Web.Access;

/// <summary>Whether a second factor is asked of everybody who sees other people's details: outside Development unless
/// <c>Accounts__SecondFactor</c> is false.</summary>
public sealed record SecondFactorRule(bool Asked);

/// <summary>Looks at every request whether the session that its cookie or token names still stands. Nothing of it is remembered:
/// what ends a session on one node ends it on all, with the next request (decision 0025).</summary>
internal sealed class SessionCheck(RequestDelegate next, SecondFactorRule rule)
{
    public const string SetUpPage = "/akun/pengaman";

    /// <summary>Where somebody may go before the second factor is set up.</summary>
    private static readonly string[] Open = [SetUpPage, "/keluar", "/bahasa", "/galat"];

    private static readonly Refusal Missing = new("second_factor_missing",
        new("Akun kantor memerlukan pengaman kedua. Masuk lewat halaman, lalu siapkan dulu.",
            "An office account needs a second factor. Sign in on the page and set it up first."), RefusalKind.Forbidden);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.IsApi() && http.User.Identity?.IsAuthenticated == true && !await Stands(http, http.User))
            await http.ChallengeAsync();
        else if (!rule.Asked || !LacksFactor(http)) await next(http);
        else if (http.IsApi()) await Missing.Problem(http).ExecuteAsync(http);
        else http.Response.Redirect(SetUpPage);
    }

    /// <summary>A cookie whose session is over is thrown away, and its holder is a stranger.</summary>
    public static async Task Cookie(CookieValidatePrincipalContext context)
    {
        if (await Stands(context.HttpContext, context.Principal!)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static async Task<bool> Stands(HttpContext http, ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(AccountClaims.Session), out var id)) return false;
        var session = await http.RequestServices.GetRequiredService<Sessions>().LookAsync(id, http.RequestAborted);
        http.Items[typeof(Session)] = session;
        // Roles and area may have been changed since; then their holder signs in anew.
        return session is not null && session.AccountId.ToString() == user.AccountId()
            && session.Area == user.FindFirstValue(AccountClaims.Area)
            && session.Roles.SequenceEqual(user.FindAll(ClaimTypes.Role).Select(x => x.Value));
    }

    private static bool LacksFactor(HttpContext http) =>
        http.Items[typeof(Session)] is Session { IsOffice: true, SecondFactor: false }
        && !(http.IsApi() ? IsSignOut(http.Request) : Open.Any(x => http.Request.Path.StartsWithSegments(x)));

    private static bool IsSignOut(HttpRequest request) =>
        HttpMethods.IsDelete(request.Method) && request.Path == "/api/v1/session";
}
