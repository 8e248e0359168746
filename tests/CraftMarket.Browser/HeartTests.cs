using CraftMarket.Tests;
using CraftMarket.Tests.Catalogue;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CraftMarket.Browser;

/// <summary>With script a heart is given and taken without leaving the page; the header and the page of favourites know
/// it.</summary>
public sealed class HeartTests(RunningMarket market, Chromium chromium)
{
    [Fact]
    public async Task a_heart_turns_red_where_it_is_tapped()
    {
        using var workshop = await Workshop.Open(market);
        await workshop.OnSale(await workshop.Bag("Tas Hati"));
        var phone = await chromium.Phone(market.Address);
        await phone.GotoAsync($"/?perajin={workshop.Id.Value}");
        var heart = phone.Locator("[data-test=heart]");
        await heart.TapAsync();
        await Expect(heart).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(phone.Locator("[data-hearts]")).ToHaveTextAsync("1");
        await Expect(phone).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("perajin="));
        await Expect(phone.Locator("[data-test=notice]")).ToHaveCountAsync(0);
        await phone.GotoAsync("/favorit");
        await Expect(phone.Locator("[data-test=product]")).ToContainTextAsync("Tas Hati");
        await heart.TapAsync();
        await Expect(heart).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(phone.Locator("[data-hearts]")).ToBeHiddenAsync();
        Assert.InRange(await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
    }
}
