using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Tests;
using CraftMarket.Tests.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Wolverine;
using static CraftMarket.Browser.ArtisansPhoneSteps;
using static Microsoft.Playwright.Assertions;

namespace CraftMarket.Browser;

/// <summary>The product form with script, on a phone.</summary>
public sealed class ProductFormTests(RunningMarket market, Chromium chromium)
{
    private readonly string _artisan = Guid.NewGuid().ToString();

    [Fact]
    public async Task a_photo_is_moved_and_described_and_stays_so_after_a_reload()
    {
        var phone = await AtTheForm();
        await phone.Locator("[data-test=photos]").SetInputFilesAsync(new[] { 1, 2 }.Select(x =>
            new FilePayload { Name = $"{x}.jpg", MimeType = "image/jpeg", Buffer = SamplePhotos.Grainy(300, 200, x) }));
        await Expect(phone.Locator("[data-test=photo][data-state=ready]")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        var ids = await Ids(phone);
        await phone.Locator("[data-test=photo] [name=down]").First.ClickAsync();
        Assert.Equal([ids[1], ids[0]], await Ids(phone));
        await phone.Locator("[data-test=photo] summary").First.ClickAsync();
        await phone.Locator("[data-test=photo] [data-describes]").First.FillAsync("Tas dari samping");
        await Kept(phone);
        await phone.ReloadAsync();
        Assert.Equal([ids[1], ids[0]], await Ids(phone));
        await Expect(phone.Locator("[data-test=photo] [data-describes]").First).ToHaveValueAsync("Tas dari samping");
    }

    [Fact]
    public async Task what_was_wrong_goes_when_it_is_corrected_and_comes_back_with_what_was_refused()
    {
        var phone = await AtTheForm();
        await Fill(phone, ("name", "Tas salah"), ("price", "mahal"), ("stock", "banyak"), ("materials", "daun"));
        await phone.Locator("[data-test=save]").ClickAsync();
        var list = phone.Locator("[data-test=problem]");
        await Expect(list).ToBeFocusedAsync();
        await Expect(list.Locator("li")).ToHaveCountAsync(2);
        await list.Locator("a").First.ClickAsync();
        await Expect(phone.Locator("[name=price]")).ToBeInViewportAsync();
        await Fill(phone, ("price", "150.000"));
        await Expect(phone.Locator("#price-wrong")).ToBeHiddenAsync();
        await Expect(phone.Locator("[name=price]")).ToHaveAttributeAsync("aria-invalid", "false");
        await Expect(list.Locator("li").First).ToBeHiddenAsync();
        await Expect(list).ToBeVisibleAsync();
        await Fill(phone, ("stock", "2"));
        await Expect(list).ToBeHiddenAsync();
        await Fill(phone, ("price", "mahal"));
        await Expect(phone.Locator("#price-wrong")).ToBeVisibleAsync();
        await Expect(list).ToBeVisibleAsync();
    }

    [Fact]
    public async Task what_the_page_works_out_is_what_the_house_works_out()
    {
        var phone = await AtTheForm();
        using var maker = market.As("artisan", ("artisan", _artisan));
        await phone.Locator("#hitung summary").ClickAsync();
        foreach (var (price, material, hours, hourly) in new[] { (1, 0, "0", 0), (10, 7, "0.5", 3), (333, 1, "1.5", 77),
            (12_345, 4_000, "3", 2_500),
            (150_000, 40_000, "2.5", 15_000), (99_990, 51_234, "7.25", 13_333), (1_000_000_000, 999_999, "100", 99_999) })
        {
            foreach (var (name, value) in new[] { ("price", $"{price}"), ("materialCost", $"{material}"),
                ("hours", hours.Replace('.', ',')), ("hourly", $"{hourly}") })
                await phone.Locator($"[name={name}]").FillAsync(value);
            var said = await maker.GetFromJsonAsync<JsonElement>(
                $"/api/v1/artisans/me/net-price?price={price}&materialCost={material}&hours={hours}&hourly={hourly}",
                TestContext.Current.CancellationToken);
            await Expect(phone.Locator("[data-test=net]"))
                .ToHaveTextAsync($"Anda terima {Amount(said, "receives")} dari satu barang");
            if (said.GetProperty("leastPrice").ValueKind == JsonValueKind.Null) continue;
            await Expect(phone.Locator("[data-test=left]"))
                .ToHaveTextAsync(new Rupiah(Math.Abs(said.GetProperty("left").GetInt64())).ToString());
            await Expect(phone.Locator("[data-test=least]")).ToHaveTextAsync(Amount(said, "leastPrice"));
        }
    }

    [Fact]
    public async Task colours_are_added_kept_taken_out_and_sold_one_by_one()
    {
        await market.Happened(new ArtisanWelcomed(new(Guid.Parse(_artisan)), new(Guid.CreateVersion7()), Regions.Semoyang));
        var phone = await AtTheForm();
        await phone.Locator("[data-test=photos]")
            .SetInputFilesAsync(new FilePayload
            {
                Name = "1.jpg", MimeType = "image/jpeg",
                Buffer = SamplePhotos.Grainy(300, 200)
            });
        foreach (var (name, value) in new[] { ("name", "Tas dua warna"), ("price", "150.000"), ("materials", "daun tembakau") })
            await phone.Locator($"[name={name}]").FillAsync(value);
        await phone.Locator("#pilihan summary").ClickAsync();
        await Expect(phone.Locator("[name=stock]")).ToBeVisibleAsync();
        await Row(phone, 0, "Merah", "3");
        await Expect(phone.Locator("[name=stock]")).ToBeHiddenAsync();
        await phone.Locator("[data-test=add-variant]").ClickAsync();
        await Row(phone, 1, "Kuning", "1");
        await phone.Locator("[data-test=add-variant]").ClickAsync();
        await Row(phone, 2, "Hijau", "2");
        await phone.Locator("[name='variants[2].price']").FillAsync("175.000");
        await phone.Locator("[data-test=variant] [data-drop]").Nth(1).ClickAsync();
        await Kept(phone);
        await phone.ReloadAsync();
        await Expect(phone.Locator("[name='variants[1].colour']")).ToHaveValueAsync("Hijau");
        await Expect(phone.Locator("[data-test=photo][data-state=ready]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        Assert.InRange(await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
        await phone.Locator("[data-test=save-and-submit]").ClickAsync();
        await Expect(phone.Locator("[data-test=product] [data-test=variants]"))
            .ToHaveTextAsync(new Regex("^Merah: [03] · Hijau: [02]$"));

        using var maker = market.As("artisan", ("artisan", _artisan));
        using var curator = market.As("curator");
        var own = (await maker.GetFromJsonAsync<JsonElement>("/api/v1/artisans/me/products",
            TestContext.Current.CancellationToken)).GetProperty("items")[0];
        using var approved = await curator.PostAsJsonAsync($"/api/v1/products/{own.GetProperty("id").GetGuid()}/curation",
            new { decision = "approve" }, TestContext.Current.CancellationToken);
        Assert.True(approved.IsSuccessStatusCode);
        var slug = own.GetProperty("slug").GetString();
        // What Ordering counts shows in the window a moment later.
        for (var looks = 0; await phone.Locator("[data-test=kinds] input:enabled").CountAsync() < 2; looks++)
        {
            Assert.True(looks < 100, "The pieces of both colours never showed.");
            await phone.GotoAsync($"{market.Address}produk/{slug}");
        }

        await Expect(phone.Locator("[data-test=price]")).ToHaveTextAsync("Mulai Rp150.000");
        await phone.Locator("[data-test=kinds] .choice", new() { HasText = "Hijau" }).ClickAsync();
        await Expect(phone.Locator("[data-test=price]")).ToHaveTextAsync("Rp175.000");
        await phone.Locator("[data-test=add-to-cart]").ClickAsync();
        await Expect(phone.Locator("[data-test=cart-line] [data-test=variant]")).ToHaveTextAsync("Hijau");
        await Expect(phone.Locator("[data-test=goods]")).ToHaveTextAsync("Rp175.000");
    }

    [Fact]
    public async Task the_form_fits_a_phone_and_its_buttons_a_thumb()
    {
        var phone = await AtTheForm();
        await phone.Locator("[data-test=photos]")
            .SetInputFilesAsync(new FilePayload
            {
                Name = "1.jpg", MimeType = "image/jpeg",
                Buffer = SamplePhotos.Grainy(300, 200)
            });
        await Expect(phone.Locator("[data-test=photo][data-state=ready]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        Assert.InRange(await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
        Assert.Empty(await phone.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main button:not(.unseen), main input:not([type=hidden], [type=radio]), main summary')]
              .filter(x => x.offsetParent && x.getBoundingClientRect().height < 44).map(x => x.outerHTML.slice(0, 90))
            """));
    }

    private static async Task Row(IPage phone, int place, string colour, string stock)
    {
        await phone.Locator($"[name='variants[{place}].colour']").FillAsync(colour);
        await phone.Locator($"[name='variants[{place}].stock']").FillAsync(stock);
    }

    private Task<IPage> AtTheForm() => chromium.ArtisansPhone(market, market.Address, _artisan, "/perajin/produk/baru");

    private static async Task<IReadOnlyList<string>> Ids(IPage phone) =>
        await phone.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-photos] [name=photoIds]')].map(x => x.value)");

    private static string Amount(JsonElement said, string member) => new Rupiah(said.GetProperty(member).GetInt64()).ToString();
}
