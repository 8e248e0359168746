using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CraftMarket.Browser.Chromium))]
[assembly: AssemblyFixture(typeof(CraftMarket.Tests.RunningMarket))]

namespace CraftMarket.Browser;

/// <summary>Debian's Chromium, driven without a window.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A cheap phone: 360 pixels wide, touch, nobody signed in. A minute for anything to appear.</summary>
    public async Task<IPage> Phone(Uri address, bool javaScript = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true,
            JavaScriptEnabled = javaScript, Locale = "id-ID", TimezoneId = "Asia/Makassar",
        });
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>Keeps a picture of every open page beside the test program, so that a failure can be looked at.</summary>
    public async Task Picture(string test)
    {
        foreach (var (page, number) in _browser.Contexts.SelectMany(x => x.Pages).Select((x, i) => (x, i)))
        {
            var file = Path.Combine(AppContext.BaseDirectory, $"{test}-{number}.png");
            await page.ScreenshotAsync(new() { Path = file, FullPage = true });
            TestContext.Current.SendDiagnosticMessage($"{page.Url} looked like {file}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}
