using System.Text.RegularExpressions;
using CraftMarket.Kernel;
using CraftMarket.Tests;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Tests.Media;
using CraftMarket.Web.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static CraftMarket.Browser.ArtisansPhoneSteps;
using static Microsoft.Playwright.Assertions;

namespace CraftMarket.Browser;

/// <summary>What is typed into the product form is kept by itself, on any line.</summary>
public sealed class FormDraftTests(RunningMarket market, Chromium chromium)
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
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await phone.Locator("[name=name]").FillAsync("Tas satu dua");
        go.SetResult();
        await Expect(phone.Locator("[data-test=draft-state]")).ToContainTextAsync("di ponsel ini");
        await phone.UnrouteAllAsync();
        await phone.ReloadAsync();
        await Expect(phone.Locator("[name=name]")).ToHaveValueAsync("Tas satu dua");
        await Kept(phone);
    }

    [Fact]
    public async Task who_reloads_while_a_saving_is_on_its_way_gets_their_words_back_unasked()
    {
        var phone = await AtTheForm();
        await phone.Locator("[name=name]").FillAsync("Tas awal");
        await Kept(phone);
        var line = await SlowLine.On(phone, market.Address);
        await phone.Locator("[name=name]").FillAsync("Tas satu");
        await line.Taken;
        await phone.Locator("[name=name]").FillAsync("Tas satu dua");
        // It arrives, and the page that would hear so is gone.
        await line.Deliver();
        await ReloadedAs(phone, "Tas satu dua");
        await Kept(phone);
        await ReloadedAs(phone, "Tas satu dua");
    }

    [Fact]
    public async Task what_is_kept_while_the_page_is_already_being_loaded_again_is_not_lost_on_it()
    {
        var phone = await AtTheForm();
        var line = await SlowLine.On(phone, market.Address);
        await phone.Locator("[name=name]").FillAsync("Tas satu");
        await line.Taken;
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await phone.RouteAsync("**/perajin/produk/baru", async way =>
        {
            // The house has made the page before it hears of the saving.
            var page = await way.FetchAsync();
            asked.TrySetResult();
            await go.Task;
            await way.FulfillAsync(new() { Response = page });
        });
        var reload = phone.ReloadAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        var heard = new PageRunAndWaitForRequestFinishedOptions
        {
            Predicate = x =>
            x.Url.EndsWith("/draf", StringComparison.Ordinal)
        };
        await phone.RunAndWaitForRequestFinishedAsync(line.Pass, heard);
        go.SetResult();
        await reload;
        await Expect(phone.Locator("[name=name]")).ToHaveValueAsync("Tas satu");
        await Expect(phone.Locator("[data-test=draft-choice]")).ToHaveCountAsync(0);
        await phone.Locator("[name=materials]").FillAsync("daun");
        await Kept(phone);
        await Expect(phone.Locator("[data-test=draft-choice]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task a_saving_that_arrives_after_the_reload_is_no_other_telephones_and_undoes_nothing()
    {
        var phone = await AtTheForm();
        var line = await SlowLine.On(phone, market.Address);
        await phone.Locator("[name=name]").FillAsync("Tas satu");
        await line.Taken;
        await ReloadedAs(phone, "Tas satu");
        await line.Deliver();
        await phone.Locator("[name=name]").FillAsync("Tas satu dua");
        await Kept(phone);
        await Expect(phone.Locator("[data-test=draft-choice]")).ToHaveCountAsync(0);
        await line.Deliver();
        await ReloadedAs(phone, "Tas satu dua");
        // Another telephone is asked as ever.
        var second = await AtTheForm();
        await phone.Locator("[name=materials]").FillAsync("daun");
        await Kept(phone);
        await second.Locator("[name=materials]").FillAsync("katun");
        await Expect(second.Locator("[data-test=draft-choice]")).ToContainTextAsync("ponsel lain");
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
        var photo = SamplePhotos.Grainy(300, 200);
        await phone.Locator("[data-test=photos]")
            .SetInputFilesAsync(new FilePayload { Name = "1.jpg", MimeType = "image/jpeg", Buffer = photo });
        await Patience.Until(() => KeptOf(phone, _artisan), x => x >= 2);
        await phone.Locator("[data-test=sign-out]").ClickAsync();
        await Expect(phone.Locator("[data-test=notice]")).ToContainTextAsync("sudah keluar");
        await Patience.Until(() => KeptOf(phone, _artisan), x => x == 0);
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

    private static Task<int> KeptOf(IPage phone, string artisan) => phone.EvaluateAsync<int>(Counting, artisan.Replace("-", "",
        StringComparison.Ordinal));

    private static async Task ReloadedAs(IPage phone, string name)
    {
        await phone.ReloadAsync();
        await Expect(phone.Locator("[name=name]")).ToHaveValueAsync(name);
        await Expect(phone.Locator("[data-test=draft-choice]")).ToHaveCountAsync(0);
    }

    private Task<IPage> AtTheForm() => chromium.ArtisansPhone(market, market.Address, _artisan, "/perajin/produk/baru");
}
