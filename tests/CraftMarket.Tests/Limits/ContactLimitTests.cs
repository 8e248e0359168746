using System.Net;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests.Limits;

/// <summary>Who collects makers' numbers is stopped; who wants to buy is not.</summary>
[Collection(nameof(LimitedMarket))]
public sealed class ContactLimitTests(LimitedMarket limited)
{
    [Fact]
    public async Task a_collector_of_numbers_is_told_to_wait_after_thirty_in_an_hour()
    {
        using var workshop = await Workshop.Open(limited.Market);
        var page = $"/hubungi/{(await workshop.OnSale(await workshop.Bag())).GetProperty("slug").GetString()}";
        using var collector = limited.From();
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.Redirect, (await Ask(collector, page)).StatusCode);
        var refused = await Ask(collector, page);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Tunggu", await refused.Content.ReadAsStringAsync(Shop.Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await collector.GetAsync(page, Shop.Token)).StatusCode);
        using var buyer = limited.From();
        Assert.Equal(HttpStatusCode.Redirect, (await Ask(buyer, page)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string page)
    {
        using var nothing = new FormUrlEncodedContent([]);
        return await client.PostAsync(page, nothing, Shop.Token);
    }
}
