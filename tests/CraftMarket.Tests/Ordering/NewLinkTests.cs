using System.Net;
using System.Net.Http.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

/// <summary>A buyer without e-mail who lost the link is given a new one by the office; the old one opens nothing any
/// more.</summary>
public sealed class NewLinkTests(RunningMarket market)
{
    [Fact]
    public async Task the_office_makes_a_new_link_and_the_old_one_ends()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        var phone = $"0812{Random.Shared.Next(100_000_000):00000000}";
        using HttpClient visitor = market.Visitor(), maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        var placed = await (await visitor.PostAsJsonAsync("/api/v1/orders",
            Shop.OrderOf("cod", [(await market.Sell(artisan), 1)], phone), Shop.Token)).Json();
        await maker.Step($"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}/acceptance");
        var number = (await visitor.OrderPage(placed)).GetProperty("number").GetString()!;

        using var office = new Reader(market, "staff");
        await office.Open("/kantor/pesanan/tautan");
        await office.Send("submit", ("number", number), ("phone", "0813 9999 0000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, office.Status);
        await office.Send("submit", ("number", number), ("phone", phone));
        var link = office.Find("link").TextContent;

        using var buyer = new Reader(market);
        await buyer.Open(link);
        Assert.Equal((HttpStatusCode.OK, number), (buyer.Status, buyer.Find("number").TextContent));
        using var before = new Reader(market);
        await before.Open($"/pesanan/{placed.GetProperty("id").GetString()}?key={placed.GetProperty("accessKey").GetString()}");
        Assert.Equal(HttpStatusCode.NotFound, before.Status);
        await office.Open("/kantor/pesanan/tautan");
        Assert.Null(office.Page.QuerySelector("[data-test=link]"));
    }
}
