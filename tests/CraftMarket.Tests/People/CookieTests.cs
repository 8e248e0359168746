using System.Net;
using System.Security.Claims;
using CraftMarket.People.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CraftMarket.Tests.People;

/// <summary>A cookie from some minutes ago is looked at again: does the account still stand?</summary>
public sealed class CookieTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_opens_while_the_account_stands_as_it_was() =>
        Assert.Equal(HttpStatusCode.OK, (await Office(await Principal())).StatusCode);

    [Fact]
    public async Task it_opens_nothing_once_the_account_was_closed_or_its_password_changed()
    {
        var principal = await Principal();
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.RemoveClaim(identity.FindFirst(AccountClaims.Stamp));
        identity.AddClaim(new(AccountClaims.Stamp, "an earlier stamp"));
        var reply = await Office(principal);
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Contains("/masuk", reply.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public void it_opens_too_where_the_program_runs_from_another_folder() =>
        Assert.Equal("craftmarket", market.Services.GetRequiredService<IOptions<DataProtectionOptions>>().Value.ApplicationDiscriminator);

    private async Task<ClaimsPrincipal> Principal()
    {
        await using var scope = market.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<AccountBook>().HolderOf(DemoAccounts.LoginOf("office"), Now);
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account!);
    }

    private async Task<HttpResponseMessage> Office(ClaimsPrincipal principal)
    {
        var options = market.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var issued = DateTimeOffset.UtcNow.AddMinutes(-5);
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = issued, ExpiresUtc = issued.AddDays(1) }, IdentityConstants.ApplicationScheme);
        using var browser = market.Visitor();
        browser.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");
        return await browser.GetAsync("/kantor", Now);
    }
}
