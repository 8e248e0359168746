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

    [Fact]
    public async Task two_hearts_tapped_one_after_the_other_on_a_slow_line_are_both_kept()
    {
        using var workshop = await Workshop.Open(market);
        await workshop.OnSale(await workshop.Bag("Tas Satu"));
        await workshop.OnSale(await workshop.Bag("Tas Dua"));
        var phone = await chromium.Phone(market.Address);
        var arrives = new TaskCompletionSource();
        await phone.RouteAsync("**/favorit", async way =>
        {
            await arrives.Task;
            await way.ContinueAsync();
        });
        await phone.GotoAsync($"/?perajin={workshop.Id.Value}");
        var hearts = phone.Locator("[data-test=heart]");
        await Expect(hearts).ToHaveCountAsync(2);
        await hearts.First.TapAsync();
        await hearts.Last.TapAsync();
        await Expect(hearts.Last).ToHaveAttributeAsync("aria-pressed", "true");
        arrives.SetResult();
        await Expect(phone.Locator("[data-hearts]")).ToHaveTextAsync("2");
        await phone.GotoAsync("/favorit");
        await Expect(phone.Locator("[data-test=product]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task a_heart_that_does_not_get_through_goes_back_and_says_so()
    {
        using var workshop = await Workshop.Open(market);
        await workshop.OnSale(await workshop.Bag("Tas Tanpa Sinyal"));
        var phone = await chromium.Phone(market.Address);
        await phone.GotoAsync($"/?perajin={workshop.Id.Value}");
        await phone.RouteAsync("**/favorit", way => way.AbortAsync());
        var (heart, said) = (phone.Locator("[data-test=heart]"), phone.Locator("[data-test=product] [role=alert]"));
        await heart.TapAsync();
        await Expect(said).ToContainTextAsync("Tidak ada sinyal");
        await Expect(heart).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(phone.Locator("[data-hearts]")).ToBeHiddenAsync();
        await phone.UnrouteAllAsync();
        await heart.TapAsync();
        await Expect(phone.Locator("[data-hearts]")).ToHaveTextAsync("1");
        await Expect(heart).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(said).ToHaveCountAsync(0);
    }
}
