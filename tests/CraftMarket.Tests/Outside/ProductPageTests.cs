using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests.Outside;

/// <summary>A product's page, as people and as search engines read it.</summary>
public sealed class ProductPageTests(RunningMarket market)
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_makers_part_and_the_markets_part_are_the_price_and_shipping_is_told_from_where_it_begins()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag();
        bag["price"] = 185_555;
        using var reader = new Reader(market);
        await reader.Open($"/produk/{await Sold(workshop, bag)}");
        var (maker, fee) = (Amount(reader.Find("maker-share")), Amount(reader.Find("fee")));
        Assert.Equal((185_555, 9_278), (maker + fee, fee));
        Assert.Equal("Rp185.555", reader.Find("price").TextContent);
        Assert.Equal(10_000, Amount(reader.Find("shipping-from")));
    }

    [Theory]
    [InlineData(12, null, "Siap dikirim, tersedia 12")]
    [InlineData(2, null, "Tinggal 2")]
    [InlineData(0, null, "Sedang habis")]
    [InlineData(null, 9, "Dibuat setelah dipesan, 9 hari")]
    public async Task the_page_says_what_is_there_and_sells_no_more(int? stock, int? days, string said)
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag();
        (bag["stock"], bag["leadTimeDays"]) = (stock ?? (object?)null, days ?? (object?)null);
        using var reader = new Reader(market);
        var page = await reader.Open($"/produk/{await Sold(workshop, bag)}");
        Assert.Equal(said, reader.Find("stock").TextContent.Trim());
        Assert.Equal(stock == 0, page.QuerySelector("[data-test=buy-form]") is null);
        Assert.Equal(stock == 0, page.QuerySelector("[data-test=ready-in]") is null);
    }

    [Fact]
    public async Task without_script_a_photo_is_a_link_to_its_large_picture_and_the_first_one_comes_first()
    {
        using var workshop = await Workshop.Open(market);
        using var reader = new Reader(market);
        var slug = await Sold(workshop, await workshop.Bag("Tas Bergambar"));
        var page = await Workshop.Eventually(() => reader.Open($"/produk/{slug}"), x => x.QuerySelector(".shots") is not null);
        var link = Assert.Single(page.QuerySelectorAll(".shots a"));
        using var visitor = market.Visitor();
        Assert.Equal("image/webp", (await visitor.GetAsync(link.GetAttribute("href"), Now))
            .Content.Headers.ContentType?.MediaType);
        var picture = link.QuerySelector("img")!;
        Assert.Equal(("eager", "high"), (picture.GetAttribute("loading"), picture.GetAttribute("fetchpriority")));
        Assert.Contains("Tas Bergambar", picture.GetAttribute("alt"), StringComparison.Ordinal);
        Assert.All(["srcset", "sizes", "width", "height"], x => Assert.NotEmpty(picture.GetAttribute(x)!));
    }

    [Fact]
    public async Task search_engines_read_name_price_and_stock_and_no_name_breaks_the_page()
    {
        using var workshop = await Workshop.Open(market);
        using var reader = new Reader(market);
        const string name = "Tas </script><b> & \"Rinjani\"";
        var page = await reader.Open($"/produk/{await Sold(workshop, await workshop.Bag(name))}");
        var things = page.QuerySelectorAll("script[type='application/ld+json']")
            .Select(x => JsonDocument.Parse(x.TextContent).RootElement).ToArray();
        Assert.Equal(["Product", "BreadcrumbList"], things.Select(x => x.GetProperty("@type").GetString()));
        var (product, offer) = (things[0], things[0].GetProperty("offers"));
        Assert.Equal(name, product.GetProperty("name").GetString());
        Assert.Equal((150_000, "IDR", "https://schema.org/InStock"),
            (offer.GetProperty("price").GetInt64(), offer.GetProperty("priceCurrency").GetString(),
                offer.GetProperty("availability").GetString()));
        Assert.StartsWith($"{market.Address}media/", product.GetProperty("image")[0].GetString(), StringComparison.Ordinal);
        Assert.False(product.TryGetProperty("aggregateRating", out _));
        Assert.Equal([1, 2, 3], things[1].GetProperty("itemListElement").EnumerateArray()
            .Select(x => x.GetProperty("position").GetInt32()));
        Assert.Equal(name, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task a_shared_link_shows_name_price_and_the_share_card()
    {
        using var workshop = await Workshop.Open(market);
        var slug = await Sold(workshop, await workshop.Bag("Tas Kartu"));
        using var reader = new Reader(market);
        var page = await Workshop.Eventually(() => reader.Open($"/produk/{slug}"), x =>
            Meta(x, "og:image")?.EndsWith(".jpg", StringComparison.Ordinal) == true);
        Assert.Equal("Tas Kartu, Rp150.000", Meta(page, "og:title"));
        Assert.Equal(("product", "1200", "630", "150000", "IDR"),
            (Meta(page, "og:type"), Meta(page, "og:image:width"), Meta(page, "og:image:height"),
                Meta(page, "product:price:amount"), Meta(page, "product:price:currency")));
        Assert.Equal("summary_large_image", Meta(page, "twitter:card"));
        using var visitor = market.Visitor();
        Assert.Equal("image/jpeg", (await visitor.GetAsync(Meta(page, "og:image"), Now)).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task a_product_has_one_address_in_each_language_whatever_came_with_the_link()
    {
        using var workshop = await Workshop.Open(market);
        var slug = await Sold(workshop, await workshop.Bag());
        using var reader = new Reader(market);
        var plain = $"{market.Address}produk/{slug}";
        var page = await reader.Open($"/produk/{slug}?utm_source=wa&fbclid=1&foto=2");
        Assert.Equal(plain, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal([("id", plain), ("en", $"{plain}?bahasa=en"), ("x-default", plain)],
            page.QuerySelectorAll("link[rel=alternate][hreflang]")
                .Select(x => (x.GetAttribute("hreflang")!, x.GetAttribute("href")!)));
        var english = await reader.Open($"/produk/{slug}?bahasa=en");
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal($"{plain}?bahasa=en", english.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("en", (await reader.Open("/keranjang")).DocumentElement.GetAttribute("lang"));
        await reader.Open($"/produk/{slug}?bahasa=en");
        Assert.Equal("id", (await reader.Send("language")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task what_was_never_in_the_window_is_not_found_and_what_was_taken_out_is_gone_with_others_offered()
    {
        using var workshop = await Workshop.Open(market);
        using var reader = new Reader(market);
        var other = await Sold(workshop, await workshop.Bag("Tas Kedua"));
        var draft = (await workshop.Listed(await workshop.Bag())).GetProperty("slug").GetString();
        var bag = await workshop.OnSale(await workshop.Bag("Tas Ditarik"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            (await StatusOf($"/produk/{draft}"), await StatusOf("/produk/tidak-ada")));
        Assert.Equal(HttpStatusCode.NoContent,
            (await workshop.Artisan.PostAsync($"/api/v1/products/{bag.GetProperty("id").GetGuid()}/withdrawal", null, Now))
            .StatusCode);
        var page = await reader.Open($"/produk/{bag.GetProperty("slug").GetString()}");
        Assert.Equal(HttpStatusCode.Gone, reader.Status);
        Assert.Contains("Tas Ditarik", reader.Text, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/produk/{other}']"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Null(page.QuerySelector("[data-test=add-to-cart]"));

        async Task<HttpStatusCode> StatusOf(string path)
        {
            await reader.Open(path);
            return reader.Status;
        }
    }

    [Fact]
    public async Task size_care_and_time_to_make_are_read_as_facts_and_may_be_left_out()
    {
        using var workshop = await Workshop.Open(market);
        var bag = await workshop.Bag("Tas Fakta");
        (bag["size"], bag["care"]) = ("30 × 22 cm", "Lap dengan kain kering.");
        var slug = await Sold(workshop, bag);
        using var reader = new Reader(market);
        await reader.Open($"/produk/{slug}");
        Assert.Equal(("30 × 22 cm", "Lap dengan kain kering.", "sekarang, barangnya sudah jadi"),
            (reader.Find("size").TextContent, reader.Find("care").TextContent, reader.Find("ready-in").TextContent));
        Assert.Equal("30 × 22 cm", (await workshop.Shown(slug)).GetProperty("size").GetString());
        var plain = await reader.Open($"/produk/{await Sold(workshop, await workshop.Bag("Tas Tanpa Fakta"))}");
        Assert.Null(plain.QuerySelector("[data-test=care]"));
    }

    [Fact]
    public async Task more_goods_bear_the_brand_that_they_are_announced_with()
    {
        using var workshop = await Workshop.Open(market);
        var (first, second) = (await Sold(workshop, await workshop.Bag("Tas Kesatu")),
            await Sold(workshop, await workshop.Bag("Tas Berikut")));
        using var reader = new Reader(market);
        await reader.Open($"/produk/{first}");
        Assert.NotNull(reader.Find("more").QuerySelector($"a[href='/produk/{second}']"));
        Assert.All(reader.Find("more").QuerySelectorAll("[data-test=product]"),
            x => Assert.Contains(reader.Find("more").QuerySelector("h2 span")!.TextContent, x.TextContent,
                StringComparison.Ordinal));
        Assert.Null(reader.Page.QuerySelector("[data-test=more-of-village]"));
        using var alone = await Workshop.Open(market);
        await reader.Open($"/produk/{await Sold(alone, await alone.Bag("Tas Sendiri"))}");
        Assert.Null(reader.Page.QuerySelector("[data-test=more]"));
    }

    [Fact]
    public async Task alike_goods_come_from_other_makers_one_of_each()
    {
        using var mine = await Workshop.Open(market);
        var material = "serat " + Guid.NewGuid().ToString("N")[..8];
        var slug = await Sold(mine, await Of(mine, "Tas Saya", material));
        foreach (var name in new[] { "Satu", "Dua" })
        {
            using var other = await Workshop.Open(market);
            foreach (var number in new[] { 1, 2, 3 }) await other.OnSale(await Of(other, $"Tas {name} {number}", material));
        }

        using var reader = new Reader(market);
        var page = await reader.Open($"/produk/{slug}");
        var alike = page.QuerySelectorAll("[data-test=alike] h2 a").Select(x => x.TextContent).ToArray();
        Assert.Single(alike, x => x.StartsWith("Tas Satu", StringComparison.Ordinal));
        Assert.Single(alike, x => x.StartsWith("Tas Dua", StringComparison.Ordinal));
        Assert.DoesNotContain("Tas Saya", alike);

        static async Task<Dictionary<string, object?>> Of(Workshop workshop, string name, string material)
        {
            var bag = await workshop.Bag(name);
            bag["materials"] = new[] { material };
            return bag;
        }
    }

    private static async Task<string> Sold(Workshop workshop, Dictionary<string, object?> product) =>
        (await workshop.OnSale(product)).GetProperty("slug").GetString()!;

    private static int Amount(IElement element) => int.Parse(new string([.. element.TextContent.Where(char.IsAsciiDigit)]));

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");
}
