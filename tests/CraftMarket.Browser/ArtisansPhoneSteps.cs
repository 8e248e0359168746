using System.Security.Claims;
using CraftMarket.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace CraftMarket.Browser;

internal static class ArtisansPhoneSteps
{
    /// <summary>A phone on which this artisan has signed in.</summary>
    public static async Task<IPage> ArtisansPhone(this Chromium chromium, RunningMarket market, Uri address, string artisan, string path)
    {
        var phone = await chromium.Phone(address);
        await phone.SignIn(market, address, artisan);
        await phone.GotoAsync(path);
        return phone;
    }

    /// <summary>From here on it is this artisan who is signed in on the phone.</summary>
    public static async Task SignIn(this IPage phone, RunningMarket market, Uri address, string artisan)
    {
        var scheme = IdentityConstants.ApplicationScheme;
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, artisan), new(ClaimTypes.Name, artisan), new(ClaimTypes.Role, "artisan"),
            new("artisan", artisan)], scheme, ClaimTypes.Name, ClaimTypes.Role);
        var options = market.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        // Issued a little ahead: the account behind it is not looked at again while the test runs.
        var ticket = options.TicketDataFormat.Protect(new(new(identity), new AuthenticationProperties
        {
            IssuedUtc = DateTimeOffset.UtcNow.AddMinutes(30), ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1),
        }, scheme));
        await phone.Context.AddCookiesAsync([new() { Name = options.Cookie.Name!, Value = ticket, Url = address.ToString() }]);
    }
}
