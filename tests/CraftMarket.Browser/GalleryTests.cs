using System.Text.Json;
using CraftMarket.Tests;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.Media;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CraftMarket.Browser;

/// <summary>A product's photos, large, on a phone.</summary>
public sealed class GalleryTests(RunningMarket market, Chromium chromium)
{
    [Fact]
    public async Task a_tap_shows_a_photo_large_and_swiping_or_the_arrows_turn()
    {
        var phone = await chromium.Phone(market.Address);
        var complaints = new List<string>();
        phone.Console += (_, x) => { if (x.Type is "error" or "warning") complaints.Add(x.Text); };
        phone.PageError += (_, x) => complaints.Add(x);
        await phone.GotoAsync($"/produk/{await WithTwoPhotos()}");
        await phone.Locator(".shots a").First.ClickAsync();
        var viewer = phone.Locator("dialog.viewer");
        await Expect(viewer).ToBeVisibleAsync();
        await Expect(viewer.Locator("img").First).ToBeInViewportAsync();
        await Expect(viewer.Locator("img").First).ToHaveJSPropertyAsync("complete", true);
        await viewer.GetByLabel("Foto berikutnya").ClickAsync();
        await Expect(viewer.Locator("img").Last).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await viewer.Locator("img").Last.ClickAsync();
        await Expect(viewer.Locator(".close-up")).ToHaveCountAsync(1);
        var zoom = viewer.GetByRole(AriaRole.Button, new() { NameRegex = new("^Lihat lebih dekat") }).Last;
        await Expect(zoom).ToHaveAttributeAsync("aria-pressed", "true");
        await zoom.PressAsync("Enter");
        await Expect(viewer.Locator(".close-up")).ToHaveCountAsync(0);
        await zoom.PressAsync(" ");
        await Expect(viewer.Locator(".close-up")).ToHaveCountAsync(1);
        await phone.Keyboard.PressAsync("Escape");
        await Expect(viewer).ToBeHiddenAsync();
        // The page's own policy lets its data for search engines be.
        Assert.Empty(complaints);
        Assert.Equal(2, await phone.Locator("script[type='application/ld+json']").CountAsync());
    }

    [Fact]
    public async Task without_script_the_same_tap_opens_the_picture()
    {
        var phone = await chromium.Phone(market.Address, javaScript: false);
        await phone.GotoAsync($"/produk/{await WithTwoPhotos()}");
        await phone.Locator(".shots a").First.ClickAsync();
        await phone.WaitForURLAsync("**/media/*.webp");
    }

    [Theory]
    [InlineData(true, "Tautan disalin")]
    [InlineData(false, "Salin tautan")]
    public async Task a_link_is_called_copied_when_it_was(bool copies, string said)
    {
        var phone = await chromium.Phone(market.Address);
        await phone.AddInitScriptAsync($$"""
            for (const name of ['share', 'clipboard']) Object.defineProperty(navigator, name, { value: undefined });
            Document.prototype.execCommand = () => {{(copies ? "true" : "false")}};
            window.prompt = (_, link) => window.shown = link;
            """);
        var path = $"/produk/{await WithTwoPhotos()}";
        await phone.GotoAsync(path);
        await phone.Locator("[data-share]").ClickAsync();
        await Expect(phone.Locator("[data-share]")).ToHaveTextAsync(said);
        if (!copies) Assert.EndsWith(path, await phone.EvaluateAsync<string>("window.shown"), StringComparison.Ordinal);
    }

    private async Task<string> WithTwoPhotos()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag();
        bag["photoIds"] = new[] { await workshop.Photo(), (await workshop.Artisan.Photo(SamplePhotos.Jpeg(600, 900)))
            .GetProperty("id").GetGuid() };
        var slug = (await workshop.OnSale(bag)).GetProperty("slug").GetString()!;
        await Workshop.Eventually(() => workshop.Shown(slug), (JsonElement x) => x.GetProperty("photos").GetArrayLength() == 2);
        return slug;
    }
}
