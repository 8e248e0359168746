using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Tests;
using CraftMarket.Tests.Media;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CraftMarket.Browser;

/// <summary>Photos from a village where the line holds for seconds.</summary>
public sealed class PoorLineTests(RunningMarket market, Chromium chromium)
{
    private static readonly byte[][] Photos = [SamplePhotos.Grainy(1200, 900, 1), SamplePhotos.Grainy(1240, 930, 2), SamplePhotos.Grainy(1280, 960, 3)];
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
        TestContext.Current.SendDiagnosticMessage($"{Photos.Length} photos of {Weight:N0} bytes took {line.Up:N0} bytes over a line cut {line.Cuts} times.");
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
        for (var tries = 0; tries < 400 && line.Up < Weight / 3; tries++) await Task.Delay(25, TestContext.Current.CancellationToken);
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

    private async Task<IPage> AtTheForm(Uri address) => await chromium.ArtisansPhone(market, address, _artisan, "/perajin/produk/baru");

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
