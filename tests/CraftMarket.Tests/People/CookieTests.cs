using System.Net;
using System.Security.Claims;
using CraftMarket.People.Accounts;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CraftMarket.Tests.People;

/// <summary>A cookie or token that nothing is wrong with, but that names no session.</summary>
public sealed class CookieTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_opens_nothing_when_it_names_no_session()
    {
        var scheme = IdentityConstants.ApplicationScheme;
        var options = market.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        using var browser = market.Visitor();
        browser.DefaultRequestHeaders.Add("Cookie",
            $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new(Sessionless(scheme), Soon(), scheme))}");
        var reply = await browser.GetAsync("/kantor", Now);
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Contains("/masuk", reply.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_token_opens_nothing_when_it_names_no_session()
    {
        var scheme = IdentityConstants.BearerScheme;
        var options = market.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(scheme);
        using var program = market.Visitor();
        program.DefaultRequestHeaders.Authorization = new("Bearer",
            options.BearerTokenProtector.Protect(new(Sessionless(scheme), Soon(), $"{scheme}:AccessToken")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/batches", Now)).StatusCode);
    }

    [Fact]
    public void it_opens_too_where_the_program_runs_from_another_folder() =>
        Assert.Equal("craftmarket", market.Services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator);

    private ClaimsPrincipal Sessionless(string scheme)
    {
        var principal = market.SignedIn(scheme, "staff");
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.RemoveClaim(identity.FindFirst(AccountClaims.Session));
        return principal;
    }

    private static Microsoft.AspNetCore.Authentication.AuthenticationProperties Soon() =>
        new() { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) };
}
