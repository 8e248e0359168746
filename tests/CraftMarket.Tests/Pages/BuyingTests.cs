using System.Net;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

/// <summary>A buyer's way from the cart to the order's page, without JavaScript.</summary>
public sealed class BuyingTests(RunningMarket market)
{
    private static readonly (string, string)[] Buyer =
    [
        ("buyer.name", "Lalu Fictif"), ("buyer.phone", "0812 3456 7890"), ("shipTo.address", "Jalan Contoh 1"),
        ("shipTo.regionCode", "52.71"),
    ];

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task the_key_of_an_order_is_kept_for_secure_lines_where_there_is_one(string scheme, bool secure)
    {
        using var browser = market.Visitor();
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        var placed = await (await browser.Order("transfer", (await market.Sell(new(Guid.CreateVersion7())), 1))).Json();
        using var page =
            await browser.GetAsync(
            $"/pesanan/{placed.GetProperty("id").GetGuid()}?key={placed.GetProperty("accessKey").GetString()}", Shop.Token);
        var cookie = page.Headers.GetValues("Set-Cookie")
            .Single(x => x.StartsWith(secure ? "__Secure-pesanan-" : "pesanan-", StringComparison.Ordinal));
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task a_buyer_without_an_account_sees_the_total_before_ordering_and_follows_the_order_after()
    {
        using var buyer = await WithCart(2);
        await buyer.Open("/checkout");
        await buyer.Send("show-total", [.. Buyer, ("payment", "transfer")]);
        Assert.Equal("Rp315.000", buyer.Find("total").TextContent);
        await buyer.Send("place-order");
        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
        Assert.Equal("Rp315.000", buyer.Find("total").TextContent);
        Assert.Contains("Menunggu pembayaran", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_cart_is_empty_after_ordering()
    {
        using var buyer = await Ordered();
        await buyer.Open("/keranjang");
        Assert.Contains("Keranjang masih kosong", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_order_is_not_found_without_its_key()
    {
        using var buyer = await Ordered();
        await buyer.Open(buyer.Path.Split('?')[0] + "?key=wrong");
        Assert.Equal(HttpStatusCode.NotFound, buyer.Status);
    }

    [Fact]
    public async Task a_quantity_can_be_changed_and_a_product_taken_out()
    {
        using var buyer = await WithCart(1);
        await buyer.Send("change", ("quantity", "3"));
        Assert.Equal("Rp450.000", buyer.Find("goods").TextContent);
        await buyer.Send("remove");
        Assert.Contains("Keranjang masih kosong", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_cart_with_more_than_there_is_goes_on_only_when_it_is_mended()
    {
        using var buyer = await WithCart(11);
        Assert.Contains("Tinggal 10", buyer.Text, StringComparison.Ordinal);
        Assert.Null(buyer.Page.QuerySelector("[data-test=checkout]"));
        await buyer.Open("/checkout");
        Assert.Equal("/keranjang", buyer.Path);
        await buyer.Send("change", ("quantity", "10"));
        await buyer.Open(buyer.Find("checkout").GetAttribute("href")!);
        Assert.Equal("/checkout", buyer.Path);
    }

    [Fact]
    public async Task what_is_wrong_with_a_phone_number_stands_at_its_field_and_nothing_typed_is_lost()
    {
        using var buyer = await WithCart(1);
        await buyer.Open("/checkout");
        await buyer.Send("show-total", [.. Buyer]);
        await buyer.Send("place-order", ("buyer.phone", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, buyer.Status);
        Assert.Contains("nomor HP", buyer.Page.GetElementById("buyer.phone-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Jalan Contoh 1", buyer.Page.GetElementById("shipTo.address")!.TextContent.Trim());
    }

    [Fact]
    public async Task an_e_mail_with_a_name_before_it_is_refused_at_its_field()
    {
        using var buyer = await WithCart(1);
        await buyer.Open("/checkout");
        await buyer.Send("show-total", [.. Buyer]);
        await buyer.Send("place-order", ("buyer.email", "Hadiah <lalu@contoh.example>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, buyer.Status);
        Assert.Contains("alamatnya saja", buyer.Page.GetElementById("buyer.email-wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_cart_that_somebody_wrote_by_hand_is_empty()
    {
        using var visitor = market.Visitor();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/keranjang") { Headers = { { "Cookie", "cart=abc" } } };
        var reply = await visitor.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Contains("Keranjang masih kosong", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_form_without_its_antiforgery_token_changes_nothing()
    {
        using var buyer = await WithCart(1);
        await buyer.Send("change", ("quantity", "5"), ("__RequestVerificationToken", ""));
        Assert.Equal(HttpStatusCode.BadRequest, buyer.Status);
        await buyer.Open("/keranjang");
        Assert.Equal("Rp150.000", buyer.Find("goods").TextContent);
    }

    private async Task<Reader> Ordered()
    {
        var buyer = await WithCart(1);
        await buyer.Open("/checkout");
        await buyer.Send("show-total", [.. Buyer, ("payment", "transfer")]);
        await buyer.Send("place-order");
        Assert.StartsWith("/pesanan/", buyer.Path, StringComparison.Ordinal);
        return buyer;
    }

    /// <summary>A reader before the cart with that many bags in it.</summary>
    private async Task<Reader> WithCart(int quantity)
    {
        var product = await market.Sell(NewId.At<ArtisanId>(DateTimeOffset.UtcNow));
        var buyer = new Reader(market);
        await buyer.Open("/masuk");
        await buyer.PutInCart(product, quantity);
        return buyer;
    }
}
