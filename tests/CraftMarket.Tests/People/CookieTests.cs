using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
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
        Assert.Equal("craftmarket", market.Services.GetRequiredService<IOptions<DataProtectionOptions>>()
            .Value.ApplicationDiscriminator);

    [Theory]
    [InlineData("https", "\"storage\"")]
    [InlineData("http", null)]
    public async Task who_signs_out_has_the_browser_forget_on_a_safe_line(string scheme, string? told)
    {
        using var browser = market.OnPages("staff");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        using var page = await browser.GetAsync("/kantor", Now);
        var token = Regex.Match(await page.Content.ReadAsStringAsync(Now), "__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")
            .Groups[1].Value;
        var kept = browser.DefaultRequestHeaders.GetValues("Cookie").Single();
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie",
            string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(x => x.Split(';')[0]).Prepend(kept)));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var reply = await browser.PostAsync("/keluar", form, Now);
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal(told, reply.Headers.TryGetValues("Clear-Site-Data", out var words) ? words.Single() : null);
    }

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
