using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Media;
using CraftMarket.Tests;
using CraftMarket.Tests.Media;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CraftMarket.Browser;

/// <summary>Photos from a village where the line holds for seconds.</summary>
public sealed class PoorLineTests(RunningMarket market, Chromium chromium)
{
    private static readonly byte[][] Photos = [SamplePhotos.Grainy(1200, 900, 1), SamplePhotos.Grainy(1240, 930, 2),
        SamplePhotos.Grainy(1280, 960, 3)];
    private static readonly long Weight = Photos.Sum(x => x.Length);

    private readonly string _artisan = Guid.NewGuid().ToString();

    [Fact]
    public async Task three_photos_arrive_over_a_line_that_is_cut_twice_and_none_is_sent_again_whole()
    {
        await using var line = new CutLine(market.Address, 300_000, Weight / 4, Weight * 6 / 10);
        var phone = await AtTheForm(line.Address);
        await Pick(phone, Photos);
        await phone.Locator("[name=name]").FillAsync("Tas garis putus");
        await phone.Locator("[name=price]").FillAsync("150.000");
        await phone.Locator("[name=stock]").FillAsync("2");
        await phone.Locator("[name=materials]").FillAsync("daun tembakau");
        await Expect(phone.Locator("[data-test=photo][data-state=ready]")).ToHaveCountAsync(3, new() { Timeout = 90_000 });

        Assert.Equal(2, line.Cuts);
        Assert.InRange(line.Asked, 2, 20);
        TestContext.Current.SendDiagnosticMessage($"{Photos.Length} photos of {Weight:N0} bytes took {line.Up:N0} bytes over a "
            + $"line cut {line.Cuts} times.");
        // Less than one photo more than their weight, what the pages themselves ask for included.
        Assert.InRange(line.Up, Weight, Weight + Photos.Min(x => x.Length));

        await phone.Locator("[data-test=save]").ClickAsync();
        await Expect(phone.Locator("[data-test=product]")).ToContainTextAsync("Tas garis putus");
        Assert.Equal("1200, 1240, 1280", await WidthsInTheProduct());
    }

    [Fact]
    public async Task a_reload_in_the_middle_goes_on_where_it_stopped()
    {
        await using var line = new CutLine(market.Address, 250_000);
        var phone = await AtTheForm(line.Address);
        await Pick(phone, Photos[..2]);
        for (var tries = 0; tries < 4_000 && line.Up < Weight / 3; tries++)
            await Task.Delay(25, TestContext.Current.CancellationToken);
        await phone.ReloadAsync();
        await Expect(phone.Locator("[data-test=photo]")).ToHaveCountAsync(2);
        await Expect(phone.Locator("[data-test=photo][data-state=ready]")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        var weight = Photos[..2].Sum(x => x.Length);
        Assert.InRange(line.Up, weight, weight * 5 / 4 + 60_000);
    }

    [Fact]
    public async Task what_is_no_photo_says_why_in_its_row_and_the_others_go_on()
    {
        var phone = await AtTheForm(market.Address);
        await Pick(phone, [new byte[90_000], Photos[0]]);
        await Expect(phone.Locator("[data-test=photo][data-state=refused]")).ToContainTextAsync("bukan foto");
        await Expect(phone.Locator("[data-test=photo][data-state=ready]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await phone.Locator("[data-test=photo][data-state=refused] [name=remove]").ClickAsync();
        await Expect(phone.Locator("[data-test=photo]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task a_form_sent_before_its_photos_waits_for_them()
    {
        await using var line = new CutLine(market.Address, 400_000);
        var phone = await AtTheForm(line.Address);
        await phone.Locator("[name=name]").FillAsync("Tas tergesa");
        await phone.Locator("[name=price]").FillAsync("150.000");
        await phone.Locator("[name=stock]").FillAsync("2");
        await phone.Locator("[name=materials]").FillAsync("daun tembakau");
        await Pick(phone, Photos[..1]);
        await phone.Locator("[data-test=save]").ClickAsync();
        await Expect(phone.Locator("[data-test=product]")).ToContainTextAsync("Tas tergesa", new() { Timeout = 60_000 });
        Assert.Equal("1200", await WidthsInTheProduct());
    }

    [Fact]
    public async Task a_form_does_not_go_without_a_photo_that_was_refused_while_it_waited()
    {
        await using var line = new CutLine(market.Address, 400_000);
        var phone = await AtTheForm(line.Address);
        await Fill(phone, "Tas setengah");
        await Pick(phone, [Photos[0], new byte[90_000]]);
        await phone.Locator("[data-test=save]").ClickAsync();
        await Expect(phone.Locator(".not-sent")).ToContainTextAsync("satu foto tidak bisa dipakai", new() { Timeout = 60_000 });
        Assert.EndsWith("/perajin/produk/baru", new Uri(phone.Url).AbsolutePath, StringComparison.Ordinal);
        await phone.Locator("[data-test=photo][data-state=refused] [name=remove]").ClickAsync();
        await phone.Locator("[data-test=save]").ClickAsync();
        await Expect(phone.Locator("[data-test=product]")).ToContainTextAsync("Tas setengah", new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task a_form_does_not_go_when_the_session_ended_while_it_waited_for_its_photos()
    {
        await using var line = new CutLine(market.Address, 200_000);
        var phone = await AtTheForm(line.Address);
        await Fill(phone, "Tas tanpa sesi");
        await Pick(phone, Photos[..1]);
        await phone.Locator("[data-test=save]").ClickAsync();
        await phone.Context.ClearCookiesAsync();
        await Expect(phone.Locator(".not-sent")).ToContainTextAsync("masuk lagi", new() { Timeout = 60_000 });
        Assert.EndsWith("/perajin/produk/baru", new Uri(phone.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_photo_taken_out_is_sent_no_further_and_leaves_nothing()
    {
        await using var line = new CutLine(market.Address, 150_000);
        var phone = await AtTheForm(line.Address);
        await Pick(phone, Photos[..2]);
        for (var tries = 0; tries < 4_000 && line.Up < Photos[0].Length / 4; tries++)
            await Task.Delay(25, TestContext.Current.CancellationToken);
        await phone.Locator("[data-test=photo] [name=remove]").First.ClickAsync();
        await Expect(phone.Locator("[data-test=photo][data-state=ready]")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        Assert.InRange(line.Up, Photos[1].Length, Photos[1].Length + Photos[0].Length * 3 / 4);
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var under = (await session.Query<Upload>().ToListAsync(TestContext.Current.CancellationToken))
            .Where(x => x.Owner == new ArtisanId(Guid.Parse(_artisan)));
        Assert.Equal(Photos[1].Length, Assert.Single(under).Length);
        await phone.ReloadAsync();
        await Expect(phone.Locator("[data-test=photo]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task words_and_place_of_a_photo_under_way_outlive_a_reload()
    {
        await using var line = new CutLine(market.Address, 150_000);
        var phone = await AtTheForm(line.Address);
        await Pick(phone, Photos[..2]);
        await phone.Locator("[data-test=photo] [name=up]").Last.ClickAsync();
        await phone.Locator("[data-test=photo] summary").First.ClickAsync();
        await phone.Locator("[data-test=photo] [data-describes]").First.FillAsync("Tas dari samping");
        await IsRemembered(phone, "Tas dari samping");
        await phone.ReloadAsync();
        await Expect(phone.Locator("[data-test=photo]")).ToHaveCountAsync(2);
        await Expect(phone.Locator("[data-test=photo] [data-describes]").First).ToHaveValueAsync("Tas dari samping");
        await Expect(phone.Locator("[data-test=photo][data-state=ready]")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await Fill(phone, "Tas berurutan");
        await phone.Locator("[data-test=save]").ClickAsync();
        await Expect(phone.Locator("[data-test=product]")).ToContainTextAsync("Tas berurutan");
        Assert.Equal("1240, 1200", await WidthsInTheProduct());
    }

    [Fact]
    public async Task on_a_shared_telephone_nobody_is_given_anothers_photos()
    {
        await using var line = new CutLine(market.Address, 60_000);
        var phone = await AtTheForm(line.Address);
        await Pick(phone, Photos[..1]);
        await IsRemembered(phone, "");
        await phone.SignIn(market, line.Address, Guid.NewGuid().ToString());
        await phone.GotoAsync("/perajin/produk/baru");
        // What the other left behind is cleared away at once.
        await IsForgotten(phone, "");
        await Expect(phone.Locator("[data-test=photo]")).ToHaveCountAsync(0);
    }

    /// <summary>Whether the browser's store holds a photo described so.</summary>
    private const string Remembered = """
        words => new Promise(done => {
          const open = indexedDB.open('craftmarket', 1);
          open.onsuccess = () => {
            const asked = open.result.transaction('photos').objectStore('photos').getAll();
            asked.onsuccess = () => { open.result.close(); done(asked.result.some(x => x.description === words)); };
          };
        })
        """;

    private static async Task Fill(IPage phone, string name)
    {
        foreach (var (field, value) in new[] { ("name", name), ("price", "150.000"), ("stock", "2"),
            ("materials", "daun tembakau") })
            await phone.Locator($"[name={field}]").FillAsync(value);
    }

    private async Task<IPage> AtTheForm(Uri address) =>
        await chromium.ArtisansPhone(market, address, _artisan, "/perajin/produk/baru");

    // Playwright takes a promise for a yes, so it is asked and not waited for.
    private static async Task IsRemembered(IPage phone, string words, bool kept = true)
    {
        for (var tries = 0; await phone.EvaluateAsync<bool>(Remembered, words) != kept; tries++)
        {
            Assert.True(tries < 4_000, $"«{words}» was {(kept ? "never" : "always")} kept in the browser's store.");
            await phone.WaitForTimeoutAsync(25);
        }
    }

    private static Task IsForgotten(IPage phone, string words) => IsRemembered(phone, words, kept: false);

    private static Task Pick(IPage phone, byte[][] photos) => phone.Locator("[data-test=photos]").SetInputFilesAsync(
        photos.Select((x, i) => new FilePayload { Name = $"IMG_{i}.jpg", MimeType = "image/jpeg", Buffer = x }));

    private async Task<string> WidthsInTheProduct()
    {
        using var maker = market.As("artisan", ("artisan", _artisan));
        for (var tries = 0; ; tries++)
        {
            var own = (await maker.GetFromJsonAsync<JsonElement>("/api/v1/artisans/me/products")).GetProperty("items")[0];
            var shown = await maker.GetFromJsonAsync<JsonElement>($"/api/v1/products/{own.GetProperty("id").GetGuid()}");
            var widths = shown.GetProperty("photos").EnumerateArray().Select(x => x.GetProperty("width").GetInt32()).ToList();
            if (widths.Count > 0 || tries > 100) return string.Join(", ", widths);
            await Task.Delay(50);
        }
    }
}
