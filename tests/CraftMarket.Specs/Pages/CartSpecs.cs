using CraftMarket.Kernel;
using CraftMarket.Ordering;
using CraftMarket.Web.Carts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Specs.Pages;

public sealed class CartSpecs
{
    private static readonly IServiceProvider Services = new ServiceCollection()
        .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()).BuildServiceProvider();

    [Fact]
    public void a_browser_keeps_the_cookie_of_a_full_cart()
    {
        var cart = new Cart([.. Enumerable.Range(0, WishLimits.MostLines)
            .Select(_ => Line(WishLimits.MostPieces, variant: true))]);
        var cookie = Written(cart);
        Assert.InRange(cookie.Length, 1, 4096);
        Assert.Equal(cart.Lines, Read(cookie).Lines);
    }

    [Fact]
    public void a_cart_of_an_earlier_version_is_not_lost()
    {
        var (plain, kind) = (Line(2, variant: false), Line(3, variant: true));
        var text = $"{plain.Article.ProductId.Value:N}*2,"
            + $"{kind.Article.ProductId.Value:N}*3*{kind.Article.VariantId!.Value.Value:N}";
        var cookie = "cart=" + Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cart").Protect(text);
        Assert.Equal([plain, kind], Read(cookie).Lines);
    }

    private static CartLine Line(int quantity, bool variant) =>
        new(new(new ProductId(Guid.NewGuid()), variant ? new VariantId(Guid.NewGuid()) : null), quantity);

    private static string Written(Cart cart)
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        cart.Write(http);
        return http.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    private static Cart Read(string cookie)
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        http.Request.Headers.Cookie = cookie;
        return Cart.Read(http);
    }
}
