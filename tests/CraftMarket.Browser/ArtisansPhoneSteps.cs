using CraftMarket.Tests;
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
        await phone.Context.AddCookiesAsync([new() { Name = "craftmarket",
            Value = market.Cookie("artisan", ("account", artisan), ("artisan", artisan)), Url = address.ToString() }]);
    }
}
