using System.Net.Http.Json;
using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Web.Storefront;
using Microsoft.AspNetCore.Http;

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
    public async Task what_is_not_sold_just_now_is_said_and_comes_back_by_itself()
    {
        var person = new PersonId(Guid.CreateVersion7());
        using var workshop = await Workshop.Open(market, person: person);
        using var maker = market.As("artisan", ("artisan", $"{workshop.Id.Value}"), ("person", $"{person.Value}"));
        var bag = await workshop.OnSale(await workshop.Bag("Tas Istirahat"));
        using var reader = new Reader(market);
        await reader.Open($"/produk/{bag.GetProperty("slug").GetString()}");
        await reader.Send("heart-words");
        await IsShown(false);
        for (var looks = 0; looks < 2; looks++)
        {
            await reader.Open("/favorit");
            Assert.Contains("1 barang yang Anda simpan sedang tidak dijual", reader.Find("resting").TextContent,
                StringComparison.Ordinal);
            Assert.Null(reader.Page.QuerySelector("[data-test=product], [data-test=gone], [data-test=nothing]"));
        }

        await IsShown(true);
        await reader.Open("/favorit");
        Assert.Contains("Tas Istirahat", reader.Find("product").TextContent, StringComparison.Ordinal);
        Assert.Null(reader.Page.QuerySelector("[data-test=resting]"));

        async Task IsShown(bool given) => await Workshop.Read(
            await maker.PutAsJsonAsync("/api/v1/artisans/me/consents/shop", new { given }, Stop), 200, empty: true);
    }

    [Fact]
    public async Task what_is_in_the_shop_no_more_is_said_once_and_makes_room()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.OnSale(await workshop.Bag("Tas Tinggal"));
        using var reader = new Reader(market);
        await reader.Open($"/produk/{bag.GetProperty("slug").GetString()}");
        reader.Find("heart-words").SetAttribute("value", Guid.NewGuid().ToString());
        await reader.Send("heart-words");
        await reader.Send("heart-words");
        await reader.Open("/favorit");
        Assert.Contains("1 barang yang Anda simpan tidak dijual lagi", reader.Find("gone").TextContent, StringComparison.Ordinal);
        await reader.Open("/favorit");
        Assert.Null(reader.Page.QuerySelector("[data-test=gone]"));
        Assert.Contains("Tas Tinggal", reader.Find("product").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task for_a_new_one_the_oldest_that_is_not_on_sale_makes_room()
    {
        using var workshop = await Workshop.Open(market);
        var bag = new ProductId((await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid());
        var (rest, more) = (Enumerable.Range(0, Favourites.Most - 1).Select(_ => new ProductId(Guid.NewGuid())).ToList(),
            Guid.NewGuid());
        var full = new DefaultHttpContext();
        new Favourites([.. rest, bag]).Write(full);
        using var visitor = market.Visitor();
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/favorit")
        {
            Headers = { { "Cookie", Sent(full.Response.Headers.SetCookie.ToString()) }, { "Accept", "application/json" } },
            Content = new FormUrlEncodedContent([new("add", more.ToString())]),
        };
        using var reply = await visitor.SendAsync(sent, Stop);
        Assert.Equal(Favourites.Most, (await reply.Json()).GetProperty("count").GetInt32());
        var kept = new DefaultHttpContext();
        kept.Request.Headers.Cookie = Sent(Assert.Single(reply.Headers.GetValues("Set-Cookie")));
        Assert.Equal([new(more), .. rest.SkipLast(1), bag], Favourites.Read(kept).Products);

        static string Sent(string set) => set.Split(';')[0];
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
