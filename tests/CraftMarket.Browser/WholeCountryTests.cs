using CraftMarket.Ordering;
using CraftMarket.Tests;
using CraftMarket.Tests.Catalogue;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CraftMarket.Browser;

/// <summary>A buyer in Jakarta buys from two makers of Lombok by clicking, on a phone of 360 pixels.</summary>
public sealed class WholeCountryTests(RunningMarket market, Chromium chromium)
{
    private const string Place = "Kota Administrasi Jakarta Selatan";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_buyer_in_jakarta_buys_from_two_makers(bool javaScript)
    {
        try
        {
            await Walk(javaScript);
        }
        catch
        {
            await chromium.Picture("whole-country");
            throw;
        }
    }

    private async Task Walk(bool javaScript)
    {
        var mark = Guid.NewGuid().ToString("N")[..6];
        using Workshop first = await Workshop.Open(market), second = await Workshop.Open(market);
        await Sell(first, $"Tas Jakarta {mark}");
        await Sell(second, $"Dompet Jakarta {mark}");
        var phone = await chromium.Phone(market.Address, javaScript);

        await Find(phone, $"Tas Jakarta {mark}");
        await phone.Locator("[data-test=choose-place]").ClickAsync();
        await Fits(phone);
        await phone.Locator("[name=place]").FillAsync("Jakarta Selatan");
        await phone.Locator("[data-test=find-place]").ClickAsync();
        await Expect(phone.Locator("[data-test=place]")).ToHaveTextAsync(Place);
        await Expect(phone.Locator("[data-test=ship-fee]")).ToHaveTextAsync("Rp32.000");
        await Expect(phone.Locator("[data-test=ship-days]")).ToContainTextAsync("3 sampai 5 hari");
        await Fits(phone);
        await phone.Locator("[data-test=add-to-cart]").ClickAsync();

        await Find(phone, $"Dompet Jakarta {mark}");
        await Expect(phone.Locator("[data-test=ship-fee]")).ToHaveTextAsync("Rp32.000");
        await phone.Locator("[data-test=add-to-cart]").ClickAsync();

        await Expect(phone.Locator("[data-test=cart-part]")).ToHaveCountAsync(2);
        await Expect(phone.Locator("[data-test=part-shipping]")).ToContainTextAsync(["Rp32.000", "Rp32.000"]);
        await Expect(phone.Locator("[data-test=cart-total]")).ToHaveTextAsync("Rp364.000");
        await Fits(phone);
        await phone.Locator("[data-test=checkout]").ClickAsync();

        await Expect(phone.Locator("[name='shipTo.regionCode']")).ToHaveValueAsync("31.74");
        await Expect(phone.Locator("[data-test=shipping]")).ToHaveTextAsync(["Rp32.000", "Rp32.000"]);
        await phone.Locator("[name='buyer.name']").FillAsync("Pembeli Jakarta");
        await phone.Locator("[name='buyer.phone']").FillAsync("+62 812-3456-7890");
        await phone.Locator("[name='shipTo.address']").FillAsync("Jalan Contoh 1, Kebayoran Baru");
        await phone.Locator("[name=payment][value=transfer]").CheckAsync();
        await Fits(phone);
        await phone.Locator("[data-test=place-order]").ClickAsync();

        await Expect(phone.Locator("[data-test=total]")).ToHaveTextAsync("Rp364.000");
        Assert.StartsWith("/pesanan/", new Uri(phone.Url).AbsolutePath, StringComparison.Ordinal);
        await Expect(phone.Locator("main")).ToContainTextAsync(Place);
        await Fits(phone);
    }

    /// <summary>Waits until it can be found and ordered.</summary>
    private async Task Sell(Workshop workshop, string name)
    {
        var id = (await workshop.OnSale(await workshop.Bag(name))).GetProperty("id").GetGuid();
        await Patience.Until(async () =>
        {
            await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
            return await session.LoadAsync<Offer>(id, TestContext.Current.CancellationToken) is { OnSale: true }
                && (await workshop.Found($"q={Uri.EscapeDataString(name)}")).Contains(name);
        });
    }

    /// <summary>From the home page, through its search, to the product.</summary>
    private static async Task Find(IPage phone, string name)
    {
        await phone.GotoAsync("/");
        await phone.Locator("[name=q]").First.FillAsync(name);
        await phone.Locator("[name=q]").First.PressAsync("Enter");
        await phone.Locator("[data-test=product]").Filter(new() { HasText = name }).Locator("a").First.ClickAsync();
        await Expect(phone.Locator("[data-test=price]")).ToHaveTextAsync("Rp150.000");
    }

    private static async Task Fits(IPage phone) =>
        Assert.InRange((await phone.EvaluateAsync<int>("document.documentElement.scrollWidth")), 1, 360);
}
