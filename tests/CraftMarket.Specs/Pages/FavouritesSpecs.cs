using CraftMarket.Web.Listing;
using CraftMarket.Web.Storefront;
using Microsoft.AspNetCore.Http;

namespace CraftMarket.Specs.Pages;

public sealed class FavouritesSpecs
{
    private static readonly ProductId Bag = new(Guid.Parse("019a0000-0000-7000-8000-000000000001")),
    Wallet = new(Guid.Parse("019a0000-0000-7000-8000-000000000002"));

    [Fact]
    public void they_come_back_as_they_were_kept_the_latest_first()
    {
        var kept = new Favourites([]).With(Bag).With(Wallet).With(Bag);
        Assert.Equal([Wallet, Bag], Back(Cookie(kept)).Products);
        Assert.Equal([Wallet], Back(Cookie(kept.Without(Bag))).Products);
    }

    [Fact]
    public void fifty_are_kept_and_no_more_whatever_a_browser_sends()
    {
        var many = Enumerable.Range(0, 60).Select(x => new ProductId(Guid.NewGuid())).ToList();
        var kept = many.Aggregate(new Favourites([]), (all, x) => all.With(x));
        Assert.True(kept.IsFull);
        Assert.Equal(many.Take(50).Reverse(), kept.Products);
        Assert.Equal(50, Back(Cookie(new(many))).Products.Count);
        Assert.InRange(Cookie(kept).Length, 1, 1_200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("not-an-id.***.AAAA")]
    public void what_cannot_be_read_is_no_favourite(string cookie) => Assert.Empty(Back(cookie).Products);

    private static string Cookie(Favourites kept)
    {
        var http = new DefaultHttpContext();
        kept.Write(http);
        return http.Response.Headers.SetCookie.ToString().Split(';')[0]["favorit=".Length..];
    }

    private static Favourites Back(string cookie)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = $"favorit={cookie}";
        return Favourites.Read(http);
    }
}
