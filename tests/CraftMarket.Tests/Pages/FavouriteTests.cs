using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests;

/// <summary>Who looks around puts a heart on what they like, without an account and without script.</summary>
public sealed class FavouriteTests(RunningMarket market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_heart_on_a_card_is_kept_by_this_browser_alone_and_taken_back()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.OnSale(await workshop.Bag("Tas Kesukaan"));
        var list = $"/?perajin={workshop.Id.Value}";
        using var reader = new Reader(market);
        await reader.Open(list);
        Assert.Equal("false", reader.Find("heart").GetAttribute("aria-pressed"));
        await reader.Send("heart");
        Assert.Equal(list, reader.Path);
        Assert.Contains("Favorit", reader.Find("notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(("true", "1"),
            (reader.Find("heart").GetAttribute("aria-pressed"), reader.Page.QuerySelector("[data-hearts]")!.TextContent));

        using var somebody = new Reader(market);
        await somebody.Open(list);
        Assert.Equal("false", somebody.Find("heart").GetAttribute("aria-pressed"));
        await somebody.Open("/favorit");
        Assert.NotNull(somebody.Find("nothing"));

        await reader.Open($"/produk/{bag.GetProperty("slug").GetString()}");
        Assert.Equal("Hapus dari Favorit", reader.Find("heart-words").TextContent);
        await reader.Open("/favorit");
        Assert.Contains("Tas Kesukaan", reader.Find("product").TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", reader.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        await reader.Send("heart");
        Assert.NotNull(reader.Find("nothing"));
    }

    [Fact]
    public async Task what_is_sold_no_more_is_said_once_and_makes_room()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.OnSale(await workshop.Bag("Tas Pamit"));
        using var reader = new Reader(market);
        await reader.Open($"/produk/{bag.GetProperty("slug").GetString()}");
        await reader.Send("heart-words");
        using (var gone = await workshop.Artisan.PostAsync($"/api/v1/products/{bag.GetProperty("id").GetGuid()}/withdrawal",
            null, Stop))
            Assert.Equal(204, (int)gone.StatusCode);
        await reader.Open("/favorit");
        Assert.Contains("1 barang", reader.Find("gone").TextContent, StringComparison.Ordinal);
        await reader.Open("/favorit");
        Assert.Null(reader.Page.QuerySelector("[data-test=gone]"));
    }

    [Theory]
    [InlineData("same-origin", "1")]
    [InlineData("cross-site", "0")]
    public async Task a_page_elsewhere_puts_no_hearts(string from, string count)
    {
        using var visitor = market.Visitor();
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/favorit")
        {
            Headers = { { "Sec-Fetch-Site", from } },
            Content = new FormUrlEncodedContent([new("add", Guid.NewGuid().ToString())]),
        };
        using var reply = await visitor.SendAsync(sent, Stop);
        Assert.Equal(count == "1", reply.Headers.TryGetValues("Set-Cookie", out var set)
            && set.Any(x => x.StartsWith("favorit=", StringComparison.Ordinal)));
    }
}
