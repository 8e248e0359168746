using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Tests;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.Media;
using CraftMarket.Web.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Wolverine;
using static Microsoft.Playwright.Assertions;

namespace CraftMarket.Browser;

/// <summary>The product form with script, on a phone.</summary>
public sealed class ProductFormTests(RunningMarket market, Chromium chromium)
{
    private readonly string _artisan = Guid.NewGuid().ToString();

    [Fact]
    public async Task what_is_typed_is_kept_by_itself_and_two_telephones_are_asked_which_one_counts()
    {
        var first = await AtTheForm();
        await first.Locator("[name=name]").FillAsync("Tas dari ponsel satu");
        await Kept(first);
        var second = await AtTheForm();
        await Expect(second.Locator("[name=name]")).ToHaveValueAsync("Tas dari ponsel satu");
        await second.Locator("[name=name]").FillAsync("Tas dari ponsel dua");
        await Kept(second);

        await first.Locator("[name=materials]").FillAsync("daun");
        await Expect(first.Locator("[data-test=draft-choice]")).ToContainTextAsync("ponsel lain");
        await first.Locator("[data-test=draft-choice] button").First.ClickAsync();
        await Kept(first);
        await second.ReloadAsync();
        await Expect(second.Locator("[name=name]")).ToHaveValueAsync("Tas dari ponsel satu");
        await Expect(second.Locator("[name=materials]")).ToHaveValueAsync("daun");
    }

    [Fact]
    public async Task without_a_connection_it_is_kept_on_the_telephone_and_sent_later()
    {
        var phone = await AtTheForm();
        await phone.Context.SetOfflineAsync(true);
        await phone.Locator("[name=name]").FillAsync("Tas tanpa sinyal");
        await Expect(phone.Locator("[data-test=draft-state]")).ToContainTextAsync("di ponsel ini");
        await phone.Context.SetOfflineAsync(false);
        await Kept(phone);
        await phone.ReloadAsync();
        await Expect(phone.Locator("[name=name]")).ToHaveValueAsync("Tas tanpa sinyal");
    }

    [Fact]
    public async Task what_is_typed_while_a_draft_is_on_its_way_is_not_taken_for_sent()
    {
        var phone = await AtTheForm();
        var (arrived, go, sent) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        await phone.RouteAsync("**/perajin/produk/draf", async line =>
        {
            if (Interlocked.Increment(ref sent) > 1)
            {
                await line.AbortAsync();
                return;
            }

            arrived.SetResult();
            await go.Task;
            await line.ContinueAsync();
        });
        await phone.Locator("[name=name]").FillAsync("Tas satu");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await phone.Locator("[name=name]").FillAsync("Tas satu dua");
        go.SetResult();
        await Expect(phone.Locator("[data-test=draft-state]")).ToContainTextAsync("di ponsel ini");
        await phone.UnrouteAllAsync();
        await phone.ReloadAsync();
        await Expect(phone.Locator("[name=name]")).ToHaveValueAsync("Tas satu dua");
        await Kept(phone);
    }

    [Fact]
    public async Task what_is_typed_after_another_telephone_saved_the_product_becomes_a_change_of_it()
    {
        var first = await AtTheForm();
        await first.Locator("[name=name]").FillAsync("Tas dua ponsel");
        await Kept(first);
        var second = await AtTheForm();
        await Fill(second, ("price", "150.000"), ("stock", "2"), ("materials", "daun"));
        await second.Locator("[data-test=save]").ClickAsync();
        await Expect(second.Locator("[data-test=product]")).ToHaveCountAsync(1);

        await Fill(first, ("materials", "daun, katun"));
        await Expect(first.Locator("[data-test=draft-state]")).ToContainTextAsync("sudah tersimpan", new() { Timeout = 20_000 });
        await Fill(first, ("price", "200.000"), ("stock", "2"));
        await first.Locator("[data-test=save]").ClickAsync();
        await Expect(first).ToHaveURLAsync(new Regex("/perajin/produk/[0-9a-f-]{36}"));
        await Expect(first.Locator("[name=materials]")).ToHaveValueAsync("daun, katun");
        await first.Locator("[data-test=save]").ClickAsync();
        await Expect(first.Locator("[data-test=product]")).ToContainTextAsync("Rp200.000");
    }

    [Fact]
    public async Task a_change_of_a_product_that_moved_on_is_asked_about_and_kept_when_wanted()
    {
        var first = await AtTheForm();
        await Fill(first, ("name", "Tas bergerak"), ("price", "150.000"), ("stock", "2"), ("materials", "daun"));
        await first.Locator("[data-test=save]").ClickAsync();
        await first.Locator("[data-test=edit]").ClickAsync();
        var second = await chromium.ArtisansPhone(market, market.Address, _artisan, new Uri(first.Url).AbsolutePath);
        await Fill(first, ("price", "160.000"));
        await first.Locator("[data-test=save]").ClickAsync();
        await Expect(first.Locator("[data-test=product]")).ToContainTextAsync("Rp160.000");

        await Fill(second, ("name", "Tas bergerak jauh"));
        await Expect(second.Locator("[data-test=draft-choice]")).ToContainTextAsync("sudah diubah", new() { Timeout = 20_000 });
        await second.Locator("[data-test=draft-choice] button").First.ClickAsync();
        await Kept(second);
        await second.ReloadAsync();
        await Expect(second.Locator("[name=name]")).ToHaveValueAsync("Tas bergerak jauh");
    }

    [Fact]
    public async Task on_a_shared_telephone_nobody_is_given_what_another_typed()
    {
        var phone = await AtTheForm();
        await phone.RouteAsync("**/perajin/produk/draf", line => line.AbortAsync());
        await phone.Locator("[name=name]").FillAsync("Tas rahasia");
        await Expect(phone.Locator("[data-test=draft-state]")).ToContainTextAsync("di ponsel ini");
        await phone.UnrouteAllAsync();
        await phone.SignIn(market, market.Address, Guid.NewGuid().ToString());
        await phone.GotoAsync("/perajin/produk/baru");
        await Expect(phone.Locator("[name=name]")).ToHaveValueAsync("");
        await Expect(phone.Locator("[data-test=draft-choice]")).ToHaveCountAsync(0);
        Assert.Equal(0, await KeptOf(phone, _artisan));
        await phone.SignIn(market, market.Address, _artisan);
        await phone.GotoAsync("/perajin/produk/baru");
        await Expect(phone.Locator("[name=name]")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task who_signs_out_leaves_neither_words_nor_photos_on_the_telephone()
    {
        var phone = await AtTheForm();
        await phone.RouteAsync("**/perajin/produk/draf", line => line.AbortAsync());
        await phone.RouteAsync("**/perajin/unggahan", line => line.AbortAsync());
        await phone.Locator("[name=name]").FillAsync("Tas rahasia");
        await phone.Locator("[data-test=photos]").SetInputFilesAsync(new FilePayload { Name = "1.jpg", MimeType = "image/jpeg", Buffer = SamplePhotos.Grainy(300, 200) });
        for (var looks = 0; await KeptOf(phone, _artisan) < 2; looks++) Assert.True(looks < 200, "Nothing was kept that could be forgotten.");
        await phone.Locator("[data-test=sign-out]").ClickAsync();
        await Expect(phone.Locator("[data-test=notice]")).ToContainTextAsync("sudah keluar");
        for (var looks = 0; await KeptOf(phone, _artisan) > 0; looks++) Assert.True(looks < 200, "Something of the form is still on the telephone.");
    }

    [Fact]
    public async Task what_the_house_will_not_keep_is_told_as_such()
    {
        var phone = await AtTheForm();
        await Fill(phone, ("materials", new('a', 4_001)));
        await Expect(phone.Locator("[data-test=draft-state]")).ToContainTextAsync("terlalu panjang");
        using var other = await Workshop.Open(market);
        var foreign = (await other.Listed(await other.Bag())).GetProperty("id").GetGuid();
        await phone.EvaluateAsync("id => document.querySelector('[name=productId]').value = id",
            market.Services.GetRequiredService<FormIds>().Of(new ProductId(foreign)).Sealed);
        await Fill(phone, ("materials", "daun"));
        await Expect(phone.Locator("[data-test=draft-state]")).ToContainTextAsync("milik akun lain");
    }

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
    public async Task what_the_page_works_out_is_what_the_house_works_out()
    {
        var phone = await AtTheForm();
        using var maker = market.As("artisan", ("artisan", _artisan));
        await phone.Locator("#hitung summary").ClickAsync();
        foreach (var (price, material, hours, hourly) in new[] { (1, 0, "0", 0), (10, 7, "0.5", 3), (333, 1, "1.5", 77), (12_345, 4_000, "3", 2_500),
            (150_000, 40_000, "2.5", 15_000), (99_990, 51_234, "7.25", 13_333), (1_000_000_000, 999_999, "100", 99_999) })
        {
            foreach (var (name, value) in new[] { ("price", $"{price}"), ("materialCost", $"{material}"), ("hours", hours.Replace('.', ',')), ("hourly", $"{hourly}") })
                await phone.Locator($"[name={name}]").FillAsync(value);
            var said = await maker.GetFromJsonAsync<JsonElement>($"/api/v1/artisans/me/net-price?price={price}&materialCost={material}&hours={hours}&hourly={hourly}", TestContext.Current.CancellationToken);
            await Expect(phone.Locator("[data-test=net]")).ToHaveTextAsync($"Anda terima {Amount(said, "receives")} dari satu barang");
            if (said.GetProperty("leastPrice").ValueKind == JsonValueKind.Null) continue;
            await Expect(phone.Locator("[data-test=left]")).ToHaveTextAsync(new Rupiah(Math.Abs(said.GetProperty("left").GetInt64())).ToString());
            await Expect(phone.Locator("[data-test=least]")).ToHaveTextAsync(Amount(said, "leastPrice"));
        }
    }

    [Fact]
    public async Task colours_are_added_kept_taken_out_and_sold_one_by_one()
    {
        await using (var scope = market.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new ArtisanWelcomed(new(Guid.Parse(_artisan)), new(Guid.CreateVersion7()), Regions.Semoyang));
        var phone = await AtTheForm();
        await phone.Locator("[data-test=photos]").SetInputFilesAsync(new FilePayload { Name = "1.jpg", MimeType = "image/jpeg", Buffer = SamplePhotos.Grainy(300, 200) });
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
        await Expect(phone.Locator("[data-test=product] [data-test=variants]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Merah: [03] · Hijau: [02]$"));

        using var maker = market.As("artisan", ("artisan", _artisan));
        using var curator = market.As("curator");
        var own = (await maker.GetFromJsonAsync<JsonElement>("/api/v1/artisans/me/products", TestContext.Current.CancellationToken)).GetProperty("items")[0];
        using var approved = await curator.PostAsJsonAsync($"/api/v1/products/{own.GetProperty("id").GetGuid()}/curation", new { decision = "approve" }, TestContext.Current.CancellationToken);
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
        await phone.Locator("[data-test=photos]").SetInputFilesAsync(new FilePayload { Name = "1.jpg", MimeType = "image/jpeg", Buffer = SamplePhotos.Grainy(300, 200) });
        await Expect(phone.Locator("[data-test=photo][data-state=ready]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        Assert.InRange(await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
        Assert.Empty(await phone.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main button:not(.unseen), main input:not([type=hidden], [type=radio]), main summary')]
              .filter(x => x.offsetParent && x.getBoundingClientRect().height < 44).map(x => x.outerHTML.slice(0, 90))
            """));
    }

    /// <summary>Words and photos that lie in the browser's own stores.</summary>
    private const string Counting = """
        async owner => {
          const words = Object.keys(localStorage).filter(x => x.startsWith(`draft:${owner}:`)).length;
          const photos = await new Promise(done => {
            const open = indexedDB.open('craftmarket', 1);
            open.onupgradeneeded = () => open.result.createObjectStore('photos', { keyPath: 'key' });
            open.onsuccess = () => {
              const all = open.result.transaction('photos').objectStore('photos').getAll();
              all.onsuccess = () => { open.result.close(); done(all.result.filter(x => x.owner === owner).length); };
            };
          });
          return words + photos;
        }
        """;

    private static Task<int> KeptOf(IPage phone, string artisan) => phone.EvaluateAsync<int>(Counting, artisan.Replace("-", "", StringComparison.Ordinal));

    private static async Task Row(IPage phone, int place, string colour, string stock)
    {
        await phone.Locator($"[name='variants[{place}].colour']").FillAsync(colour);
        await phone.Locator($"[name='variants[{place}].stock']").FillAsync(stock);
    }

    private static async Task Fill(IPage phone, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) await phone.Locator($"[name={name}]").FillAsync(value);
    }

    private Task<IPage> AtTheForm() => chromium.ArtisansPhone(market, market.Address, _artisan, "/perajin/produk/baru");

    private static Task Kept(IPage phone) => Expect(phone.Locator("[data-test=draft-state][data-kept=server]")).ToContainTextAsync("Tersimpan pukul", new() { Timeout = 20_000 });

    private static async Task<IReadOnlyList<string>> Ids(IPage phone) =>
        await phone.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-photos] [name=photoIds]')].map(x => x.value)");

    private static string Amount(JsonElement said, string member) => new Rupiah(said.GetProperty(member).GetInt64()).ToString();
}
