using CraftMarket.Tests;
using Microsoft.Playwright;

namespace CraftMarket.Browser;

/// <summary>A line on which what a form sends is under way for as long as the test wants, and arrives even when the page is
/// gone.</summary>
internal sealed class SlowLine
{
    private readonly TaskCompletionSource<IRoute> _taken = new();
    private readonly Uri _house;

    private SlowLine(Uri house) => _house = house;

    /// <summary>The form has sent something, and nothing has arrived.</summary>
    public Task Taken => _taken.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    /// <summary>The form's next saving goes no further than this line; those after it pass.</summary>
    public static async Task<SlowLine> On(IPage phone, Uri house)
    {
        var line = new SlowLine(house);
        await phone.RouteAsync("**/perajin/produk/draf", way => line._taken.TrySetResult(way) ? Task.CompletedTask
            : way.ContinueAsync());
        return line;
    }

    /// <summary>Brings it to the house as any line does, and the answer back.</summary>
    public async Task Pass() => await (await _taken.Task).ContinueAsync();

    /// <summary>Brings it to the house; nobody hears the answer.</summary>
    public async Task Deliver()
    {
        var sent = (await _taken.Task).Request;
        using var client = new HttpClient { BaseAddress = _house };
        using var message = new HttpRequestMessage(HttpMethod.Post, "/perajin/produk/draf");
        message.Content = new ByteArrayContent(sent.PostDataBuffer!);
        foreach (var (name, value) in await sent.AllHeadersAsync())
            if (name is "content-type") message.Content.Headers.TryAddWithoutValidation(name, value);
            else if (name is "cookie") message.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(message, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
