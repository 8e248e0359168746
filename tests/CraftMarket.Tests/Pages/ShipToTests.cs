using System.Net;
using AngleSharp.Html.Dom;
using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;
using CraftMarket.Web.Carts;
using Microsoft.AspNetCore.Http;

namespace CraftMarket.Tests;

/// <summary>A buyer anywhere in the country says once where things go, without JavaScript and without an account.</summary>
public sealed class ShipToTests(RunningMarket market)
{
    private const string JakartaSelatan = "Kota Administrasi Jakarta Selatan";

    [Fact]
    public async Task a_buyer_in_jakarta_chooses_once_and_reads_fee_and_days_on_the_product_in_the_cart_and_at_checkout()
    {
        using var workshop = await Workshop.Open(market);
        var slug = await Sold(workshop);
        using var buyer = new Reader(market);
        await buyer.Open($"/produk/{slug}");
        await buyer.Open(buyer.Find("choose-place").GetAttribute("href")!);
        await buyer.Send("find-place", ("place", "jakarta selatan"));

        Assert.Equal($"/produk/{slug}", buyer.Path);
        Assert.Equal((JakartaSelatan, "Rp32.000", "tiba 3 sampai 5 hari setelah dikirim"), Told(buyer));
        await buyer.Send("add-to-cart");
        Assert.Contains("Rp32.000", buyer.Find("part-shipping").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Rp32.000", "Rp182.000"), (buyer.Find("cart-shipping").TextContent, buyer.Find("cart-total").TextContent));
        await buyer.Open(buyer.Find("checkout").GetAttribute("href")!);
        Assert.Equal("31.74", ((IHtmlSelectElement)buyer.Page.GetElementById("shipTo.regionCode")!).Value);
        Assert.Equal("Rp182.000", buyer.Find("total").TextContent);
        await buyer.Send("place-order", ("buyer.name", "Lalu Fictif"), ("buyer.phone", "+62 812-3456-7890"),
            ("shipTo.address", "Jalan Contoh 1"), ("payment", "transfer"));
        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
        Assert.Equal("Rp182.000", buyer.Find("total").TextContent);
        Assert.Contains(JakartaSelatan, buyer.Text, StringComparison.Ordinal);
        Assert.Contains("3 sampai 5 hari", buyer.Find("arrival").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_does_not_know_the_spelling_chooses_province_and_then_place()
    {
        using var buyer = new Reader(market);
        await buyer.Open("/kirim-ke?next=/keranjang");
        var papua = buyer.Find("provinces").QuerySelectorAll("a").Single(x => x.TextContent == "Papua Selatan");
        await buyer.Open(papua.GetAttribute("href")!);
        var merauke = buyer.Find("places").QuerySelectorAll("button").Single(x => x.TextContent == "Kabupaten Merauke");
        merauke.SetAttribute("data-test", "merauke");
        await buyer.Send("merauke");
        Assert.Equal("/keranjang", buyer.Path);
        await buyer.Open("/kirim-ke");
        Assert.Equal("Kabupaten Merauke", buyer.Find("chosen").TextContent);
    }

    [Fact]
    public async Task a_name_of_several_places_is_asked_about_and_an_unknown_one_is_said_to_be()
    {
        using var buyer = new Reader(market);
        await buyer.Open("/kirim-ke?next=/keranjang");
        await buyer.Send("find-place", ("place", "bandung"));
        Assert.Equal(["Kabupaten Bandung", "Kabupaten Bandung Barat", "Kota Bandung"],
            buyer.Find("places").QuerySelectorAll("button").Select(x => x.TextContent.Split(',')[0]));
        Assert.Equal(HttpStatusCode.OK, buyer.Status);
        Assert.Null(buyer.Page.QuerySelector(".wrong"));
        await buyer.Send("find-place", ("place", "singapura"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, buyer.Status);
        Assert.Contains("tidak menemukan", buyer.Page.GetElementById("place-wrong")!.TextContent, StringComparison.Ordinal);
        await buyer.Send("find-place", ("place", "k"));
        Assert.Contains("Banyak tempat", buyer.Page.GetElementById("place-wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://jahat.example/")]
    [InlineData("//jahat.example/")]
    [InlineData("")]
    public async Task choosing_leads_nowhere_outside(string next)
    {
        using var buyer = new Reader(market);
        await buyer.Open($"/kirim-ke?next={Uri.EscapeDataString(next)}");
        await buyer.Send("find-place", ("place", "Kota Mataram"));
        Assert.Equal("/", buyer.Path);
    }

    [Fact]
    public async Task each_buyer_reads_the_fee_of_their_own_place_and_a_stranger_none()
    {
        using var workshop = await Workshop.Open(market);
        var slug = await Sold(workshop);
        using Reader stranger = new(market), inJakarta = new(market), inPraya = new(market), unsure = new(market);
        foreach (var (buyer, place) in new[] { (inJakarta, "31.74"), (inPraya, "52.02"),
            (unsure, "31.99") }) await buyer.Choose(place);
        await Task.WhenAll(new[] { stranger, inJakarta, inPraya, unsure, }.Select(x => x.Open($"/produk/{slug}")));

        Assert.Equal(("Rp32.000", "Rp10.000"), (inJakarta.Find("ship-fee").TextContent, inPraya.Find("ship-fee").TextContent));
        Assert.All([stranger, unsure], x => Assert.Null(x.Page.QuerySelector("[data-test=ship-fee]")));
        Assert.Null(stranger.Page.QuerySelector("[data-test=unreached]"));
    }

    [Fact]
    public async Task a_place_without_a_rate_is_said_on_the_product_and_in_the_cart()
    {
        using var operations = market.As("operator");
        await operations.Rates("94,Papua Tengah,,,,,\n");
        using var workshop = await Workshop.Open(market);
        var slug = await Sold(workshop);
        using var buyer = new Reader(market);
        await buyer.Choose("94.01");
        await buyer.Open($"/produk/{slug}");
        Assert.Contains("belum bisa mengirim", buyer.Find("unreached").TextContent, StringComparison.Ordinal);
        await buyer.Send("add-to-cart");
        Assert.Contains("belum bisa mengirim", buyer.Find("unreached").TextContent, StringComparison.Ordinal);
        Assert.Null(buyer.Page.QuerySelector("[data-test=checkout]"));
        await buyer.Open("/checkout");
        Assert.Contains("belum bisa mengirim", buyer.Find("unreached").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_cart_refuses_what_an_order_would_and_says_why()
    {
        var bag = await market.Sell(NewId.At<ArtisanId>(DateTimeOffset.UtcNow), stock: null);
        using var buyer = new Reader(market);
        await buyer.Open("/masuk");
        await buyer.PutInCart(bag, 99);
        Assert.Null(buyer.Page.QuerySelector("[data-test=short]"));
        await buyer.PutInCart(bag, 1);
        Assert.Contains("antara 1 dan 99", buyer.Find("notice").TextContent, StringComparison.Ordinal);
        await buyer.Send("change", ("quantity", "100"));
        Assert.Contains("antara 1 dan 99", buyer.Find("notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("99", buyer.Find("quantity").GetAttribute("value"));
        using var program = market.Visitor();
        var reply = await program.Order("transfer", (bag, 100));
        Assert.Equal("bad_quantity", (await reply.Json()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task an_earlier_cart_that_holds_too_much_gets_smaller_line_by_line()
    {
        var artisan = NewId.At<ArtisanId>(DateTimeOffset.UtcNow);
        var (bag, wallet) = (await market.Sell(artisan, stock: null), await market.Sell(artisan, stock: null));
        var earlier = new DefaultHttpContext { RequestServices = market.Services };
        new Cart([new(new(bag, null), 999), new(new(wallet, null), 500)]).Write(earlier);
        var cookie = earlier.Response.Headers.SetCookie.ToString().Split(';')[0].Split('=', 2);
        using var buyer = new Reader(market.Address, [new Cookie(cookie[0], cookie[1], "/", market.Address.Host)]);
        await buyer.Open("/keranjang");
        await buyer.Send("change", ("quantity", "100"));
        Assert.Equal(["100", "500"], Quantities());
        await buyer.Send("change", ("quantity", "101"));
        Assert.Contains("antara 1 dan 99", buyer.Find("notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(["100", "500"], Quantities());
        await buyer.Send("change", ("quantity", "2"));
        await buyer.Send("change", ("quantity", "3"));
        Assert.Equal(["3", "500"], Quantities());
        await buyer.Send("remove");
        await buyer.Send("change", ("quantity", "1"));
        Assert.Equal(["1"], Quantities());

        IEnumerable<string?> Quantities() =>
            buyer.Page.QuerySelectorAll("[data-test=quantity]").Select(x => x.GetAttribute("value"));
    }

    private static (string, string, string) Told(Reader buyer) =>
        (buyer.Find("place").TextContent, buyer.Find("ship-fee").TextContent, buyer.Find("ship-days").TextContent);

    /// <summary>The address of a bag that can be ordered already.</summary>
    private async Task<string> Sold(Workshop workshop)
    {
        var product = await workshop.OnSale(await workshop.Bag());
        await market.CanBeOrdered(product.GetProperty("id").GetGuid());
        return product.GetProperty("slug").GetString()!;
    }
}
