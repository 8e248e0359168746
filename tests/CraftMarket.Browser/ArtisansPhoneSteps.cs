using CraftMarket.Tests;
using Microsoft.Playwright;

namespace CraftMarket.Browser;

internal static class ArtisansPhoneSteps
{
    /// <summary>A phone on which this artisan has signed in.</summary>
    public static async Task<IPage> ArtisansPhone(this Chromium chromium, RunningMarket market, Uri address, string artisan,
        string path)
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

    /// <summary>Until the house has what stands in the form.</summary>
    public static Task Kept(IPage phone) => Assertions.Expect(phone.Locator("[data-test=draft-state][data-kept=server]"))
        .ToContainTextAsync("Tersimpan pukul", new() { Timeout = 20_000 });

    public static async Task Fill(IPage phone, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) await phone.Locator($"[name={name}]").FillAsync(value);
    }
}
