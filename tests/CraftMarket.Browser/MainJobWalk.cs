using System.Net;
using System.Text.RegularExpressions;
using CraftMarket.Kernel;
using CraftMarket.Tests;
using CraftMarket.Tests.Walks;
using CraftMarket.Demo;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CraftMarket.Browser;

/// <summary>The main job by clicking, on a phone of 360 pixels, from the invitation to the income report.</summary>
public sealed partial class MainJobWalk(RunningMarket market, Chromium chromium)
{
    private const string Password = "daun-tembakau-9";

    [Fact]
    public async Task a_graduate_sells_a_bag_and_the_office_reads_the_income()
    {
        try
        {
            await Walk();
        }
        catch
        {
            await chromium.Picture("main-job");
            throw;
        }
    }

    private async Task Walk()
    {
        using var visitor = new Caller(market.Address);
        using var office = await visitor.SignIn("office@craftmarket.test");
        using var companion = await visitor.SignIn("companion@craftmarket.test");
        var batch = await TrainedArtisan.PlanBatch(office);
        var invitation = await TrainFive(office, companion, batch);
        var name = $"Tas Jalan {Guid.NewGuid().ToString("N")[..6]}";

        var artisan = await chromium.Phone(market.Address);
        await AcceptInvitation(artisan, invitation);
        await SetBrand(artisan);
        await ListProduct(artisan, name);
        await Curate(name);
        var (buyer, total) = await OrderAndPay(name);
        await Ship(artisan);
        await Confirm(buyer);
        await artisan.GotoAsync("/perajin/penghasilan");
        await Expect(artisan.Locator("main")).ToContainTextAsync(total.ToString());
        await ReadReport(batch, total);
    }

    private static async Task<string> TrainFive(Caller office, Caller companion, string batch)
    {
        var people = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var person = await TrainedArtisan.Train(office, companion, batch);
            await office.Post($"batches/{batch}/enrolments", new { participantId = person }).Expect(HttpStatusCode.Created);
            await office.Post($"batches/{batch}/completions", new { participantId = person }).Expect(HttpStatusCode.Created);
            people.Add(person);
        }

        var login = $"0899{Random.Shared.Next(1_000_000, 9_999_999)}";
        var welcomed = await office.Post($"participants/{people[0]}/artisan", new { login }).Expect(HttpStatusCode.Created);
        return new Uri(welcomed.Text("invitation")).PathAndQuery;
    }

    private async Task AcceptInvitation(IPage phone, string invitation)
    {
        await phone.GotoAsync(invitation);
        await phone.Locator("[name=password]").FillAsync(Password);
        await phone.Locator("[name=again]").FillAsync(Password);
        foreach (var consent in await phone.Locator("[name=consents]").AllAsync()) await consent.CheckAsync();
        await phone.Locator("[data-test=submit]").ClickAsync();
        await Expect(phone).ToHaveURLAsync(Starting("/perajin"));
    }

    private async Task SetBrand(IPage phone)
    {
        await phone.GotoAsync("/perajin/merek");
        await phone.Locator("[name=name]").FillAsync("Anyam Jalan");
        await phone.Locator("[name=story]").FillAsync("Dibuat di Semoyang dari daun tembakau sisa panen.");
        await phone.Locator("[data-test=save]").ClickAsync();
        await Expect(phone.Locator("[data-test=notice]")).ToContainTextAsync("Merek tersimpan");
    }

    /// <summary>Fills the form, loses the page half way, and finds the words again.</summary>
    private static async Task ListProduct(IPage phone, string name)
    {
        await phone.GotoAsync("/perajin/produk");
        await phone.Locator("[data-test=new-product]").ClickAsync();
        await phone.Locator("[data-test=photos]")
            .SetInputFilesAsync(new FilePayload
            {
                Name = "tas.png", MimeType = "image/png",
                Buffer = CraftPicture.Draw(Craft.Bag, 3)
            });
        await Expect(phone.Locator("[name=photoIds][value]").First).ToBeAttachedAsync(new() { Timeout = 30_000 });
        await phone.Locator("[name=name]").FillAsync(name);
        await phone.Locator("[name=price]").FillAsync("185.000");
        await Expect(phone.Locator("[data-test=net]")).ToContainTextAsync("175.750");
        await phone.Locator("[name=materials]").FillAsync("daun tembakau, katun");
        await phone.ReloadAsync();
        await Expect(phone.Locator("[name=name]")).ToHaveValueAsync(name);
        await Expect(phone.Locator("[name=price]")).ToHaveValueAsync("185.000");
        await Expect(phone.Locator("[name=photoIds][value]").First).ToBeAttachedAsync();
        await phone.Locator("[name=supply][value=stock]").CheckAsync();
        await phone.Locator("[name=stock]").FillAsync("3");
        await phone.Locator("[data-test=save-and-submit]").ClickAsync();
        await Expect(phone.Locator("[data-test=product]").Filter(new() { HasText = name })).ToBeVisibleAsync();
    }

    private async Task Curate(string name)
    {
        var phone = await SignIn("curator@craftmarket.test");
        await phone.GotoAsync("/kantor/kurasi");
        await phone.Locator("[data-test=waiting]").Filter(new() { HasText = name }).Locator("a").First.ClickAsync();
        await phone.Locator("[data-test=approve]").ClickAsync();
        await Expect(phone).ToHaveURLAsync(Starting("/kantor/kurasi"));
    }

    private async Task<(IPage Page, Rupiah Total)> OrderAndPay(string name)
    {
        var phone = await chromium.Phone(market.Address);
        await Until(async () =>
        {
            await phone.GotoAsync($"/?q={Uri.EscapeDataString(name)}");
            return await phone.GetByText(name).CountAsync() > 0;
        });
        await phone.Locator("[data-test=product]").Filter(new() { HasText = name }).Locator("a").First.ClickAsync();
        await Expect(phone.Locator("[data-test=price]")).ToContainTextAsync("Rp185.000");
        await phone.Locator("[data-test=add-to-cart]").ClickAsync();
        await phone.GotoAsync("/keranjang");
        await phone.Locator("[data-test=checkout]").ClickAsync();
        await phone.Locator("[name='buyer.name']").FillAsync("Pembeli Jalan");
        await phone.Locator("[name='buyer.phone']").FillAsync("0812 3456 7890");
        await phone.Locator("[name='shipTo.address']").FillAsync("Jalan Pejanggik 1");
        await phone.Locator("[name='shipTo.regionCode']").SelectOptionAsync("52.71");
        await phone.Locator("[name=payment][value=card]").CheckAsync();
        await Expect(phone.Locator("[data-test=place-order]")).ToBeVisibleAsync();
        await phone.Locator("[data-test=place-order]").ClickAsync();
        await Expect(phone).ToHaveURLAsync(Starting("/pesanan/"));
        await phone.Locator("[data-test=pay]").ClickAsync();
        await phone.Locator("button[value=pay]").ClickAsync();
        await Expect(phone).ToHaveURLAsync(Starting("/pesanan/"));
        await Expect(phone.Locator("[data-test=paid]")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(phone.Locator("[data-test=number]")).ToHaveTextAsync(OrderNumber());
        var total = new Rupiah(long.Parse(Digits().Replace(await phone.Locator("[data-test=total]").InnerTextAsync(), "")));
        return (phone, total - new Rupiah(185_000).Share(500));
    }

    private static async Task Ship(IPage phone)
    {
        await Until(async () =>
        {
            await phone.GotoAsync("/perajin/pesanan");
            return await phone.Locator("[data-test=accept]").CountAsync() > 0;
        });
        await phone.Locator("[data-test=accept]").ClickAsync();
        await phone.Locator("[name=courier]").FillAsync("Pos Indonesia");
        await phone.Locator("[name=trackingNumber]").FillAsync("P0012345");
        await phone.Locator("[data-test=ship]").ClickAsync();
        await Expect(phone.Locator("[data-test=order][data-status=Shipped]")).ToBeVisibleAsync();
    }

    private static async Task Confirm(IPage buyer)
    {
        await buyer.ReloadAsync();
        await Expect(buyer.Locator("main")).ToContainTextAsync("P0012345");
        await buyer.Locator("[data-test=received]").ClickAsync();
        await buyer.Locator("[data-test=confirm]").ClickAsync();
        await Expect(buyer.Locator("[data-test=received]")).ToHaveCountAsync(0);
    }

    /// <summary>What the five lived on before is told; what the one who sold earned is not, because nobody else sold.</summary>
    private async Task ReadReport(string batch, Rupiah total)
    {
        var phone = await SignIn("office@craftmarket.test");
        await Until(async () =>
        {
            var month = LocalMonth.Of(DateTimeOffset.UtcNow);
            await phone.GotoAsync($"/kantor/laporan?groupBy=batch&from={month}&to={month}");
            return await phone.Locator($"[data-group='{batch}'] [data-test=before]").CountAsync() == 1;
        });
        await Expect(phone.Locator($"[data-group='{batch}'] [data-test=before]")).ToHaveTextAsync("Rp1.000.000");
        await Expect(phone.Locator($"[data-group-now='{batch}'] [data-test=marketplace]")).ToHaveTextAsync("–");
        await Expect(phone.Locator("main")).Not.ToContainTextAsync(total.ToString());
        await Expect(phone.Locator("[data-test=caveats]")).ToBeVisibleAsync();
    }

    private async Task<IPage> SignIn(string login)
    {
        var phone = await chromium.Phone(market.Address);
        await phone.GotoAsync("/masuk");
        await phone.Locator("[name=login]").FillAsync(login);
        await phone.Locator("[name=password]").FillAsync(Caller.DemoPassword);
        await phone.Locator("[data-test=submit]").ClickAsync();
        // Asked of the address alone: a page that has loaded already fires no event to wait for.
        await Expect(phone).Not.ToHaveURLAsync(new Regex("/masuk"));
        return phone;
    }

    private static async Task Until(Func<Task<bool>> so)
    {
        for (var tries = 0; tries < 360; tries++)
        {
            if (await so()) return;
            await Task.Delay(250);
        }

        Assert.Fail("Waited a minute and a half in vain.");
    }

    private Regex Starting(string path) => new("^" + Regex.Escape(market.Address.ToString().TrimEnd('/') + path));

    [GeneratedRegex(@"CM-\d{6}")]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"\D")]
    private static partial Regex Digits();
}
