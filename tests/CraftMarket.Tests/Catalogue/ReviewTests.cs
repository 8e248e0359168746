using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests.Catalogue;

/// <summary>A buyer says how it was, the maker answers, a curator hides what harms.</summary>
public sealed class ReviewTests(RunningMarket market)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task only_the_buyer_of_a_delivered_part_reviews_it_once_and_the_maker_answers()
    {
        using var workshop = await Workshop.Open(market);
        var (product, part, key) = await Shipped(workshop);
        var good = new { key, stars = 4, words = "Anyamannya rapat, kirimnya cepat." };
        Assert.Equal((409, "not_delivered"), await workshop.Refused(await Review(workshop, part, good)));
        await Workshop.Read(await workshop.Visitor.PostAsJsonAsync($"/api/v1/seller-orders/{part}/delivery", new { key }, Stop),
            200, empty: true);
        Assert.Equal((404, "not_found"),
            await workshop.Refused(await Review(workshop, part, new { key = "salah", stars = 5, words = "" })));
        await Workshop.Eventually(async () =>
            { using var reply = await Review(workshop, part, good); return (int)reply.StatusCode; }, x => x == 201);
        using (var again = await Review(workshop, part, good)) Assert.Equal(201, (int)again.StatusCode);
        Assert.Equal((409, "already_reviewed"),
            await workshop.Refused(await Review(workshop, part, new { key, stars = 1, words = "Berubah." })));

        var rating = (await workshop.Shown($"{product}")).GetProperty("rating");
        Assert.Equal((4.0m, 1), (rating.GetProperty("average").GetDecimal(), rating.GetProperty("count").GetInt32()));
        using (var answered = await workshop.Artisan.PostAsJsonAsync($"/api/v1/reviews/{part}/answer",
            new { words = "Terima kasih banyak!" }, Stop)) Assert.Equal(200, (int)answered.StatusCode);
        var review = Assert.Single((await Reviews(workshop, product)).EnumerateArray());
        Assert.Equal(("Kota Mataram", "Terima kasih banyak!"),
            (review.GetProperty("from").GetString(), review.GetProperty("answer").GetString()));
        Assert.DoesNotContain("Lalu Fictif", review.GetRawText(), StringComparison.Ordinal);

        var beyond = await workshop.Visitor.GetFromJsonAsync<JsonElement>($"/api/v1/products/{product}/reviews?page=2", Stop);
        Assert.Equal((0, 1, 2), (beyond.GetProperty("items").GetArrayLength(), beyond.GetProperty("total").GetInt32(),
            beyond.GetProperty("page").GetInt32()));
        var own = await workshop.Artisan.GetFromJsonAsync<JsonElement>("/api/v1/artisans/me/reviews?page=2", Stop);
        Assert.Equal((0, 1), (own.GetProperty("items").GetArrayLength(), own.GetProperty("total").GetInt32()));

        Assert.Equal((4.0m, 1), await OnCard(workshop));
        await OnPages(workshop, product, part, key);
        using (var hidden = await workshop.Curator.PostAsJsonAsync($"/api/v1/reviews/{part}/hiding", new { reason = "abuse" },
            Stop)) Assert.Equal(200, (int)hidden.StatusCode);
        Assert.Equal(0, (await workshop.Shown($"{product}")).GetProperty("rating").GetProperty("count").GetInt32());
        Assert.Empty((await Reviews(workshop, product)).EnumerateArray());
        Assert.Equal((null, 0), await OnCard(workshop));
    }

    /// <summary>What the card says in the list and in the maker's shop; the same, however it is read.</summary>
    private async Task<(decimal?, int)> OnCard(Workshop workshop)
    {
        var list = await workshop.Visitor.GetFromJsonAsync<JsonElement>($"/api/v1/products?artisan={workshop.Id.Value}", Stop);
        using var reader = new Reader(market);
        await reader.Open($"/?perajin={workshop.Id.Value}");
        var shown = reader.Page.QuerySelector("[data-test=product] [data-test=stars]");
        if (!list.GetProperty("items")[0].TryGetProperty("rating", out var rating))
        {
            Assert.Null(shown);
            return (null, 0);
        }

        var (average, count) = (rating.GetProperty("average").GetDecimal(), rating.GetProperty("count").GetInt32());
        Assert.Equal(FormattableString.Invariant($"★ {average:0.0} ({count})").Replace('.', ','), shown!.TextContent);
        return (average, count);
    }

    [Fact]
    public async Task the_maker_signed_in_cannot_review_and_a_part_given_back_in_full_rates_nothing()
    {
        using var workshop = await Workshop.Open(market);
        var (product, part, key) = await Shipped(workshop);
        var good = new { key, stars = 5, words = "Bagus." };
        await Workshop.Read(await workshop.Visitor.PostAsJsonAsync($"/api/v1/seller-orders/{part}/delivery", new { key }, Stop),
            200, empty: true);
        await Workshop.Eventually(async () =>
            (await workshop.Refused(await workshop.Artisan.PostAsJsonAsync($"/api/v1/seller-orders/{part}/review", good, Stop)))
            .Code, x => x == "own_goods");
        using (var reply = await Review(workshop, part, good)) Assert.Equal(201, (int)reply.StatusCode);
        Assert.Equal(1, await Count(workshop, product));
        var order = await Workshop.Read(await workshop.Visitor.GetAsync($"/api/v1/orders/{Order}?key={key}", Stop), 200);
        var total = order.GetProperty("parts")[0].GetProperty("total").GetInt64();
        await Refund(workshop, part, total - 1_000);
        Assert.Equal(1, await Count(workshop, product));
        await Refund(workshop, part, 1_000);
        await Workshop.Eventually(() => Count(workshop, product), x => x == 0);
        Assert.Empty((await Reviews(workshop, product)).EnumerateArray());
        Assert.Equal((409, "given_back"), await workshop.Refused(await Review(workshop, part, good)));
        using var buyer = new Reader(market);
        await buyer.Open($"/pesanan/{Order}?key={key}");
        Assert.Null(buyer.Page.QuerySelector("[data-test=review]"));
    }

    [Fact]
    public async Task goods_whose_money_the_bank_took_back_keep_no_review()
    {
        using var workshop = await Workshop.Open(market);
        var (product, part, key) = await Shipped(workshop, payment: "card");
        var good = new { key, stars = 1, words = "Jelek." };
        await Workshop.Read(await workshop.Visitor.PostAsJsonAsync($"/api/v1/seller-orders/{part}/delivery", new { key }, Stop),
            200, empty: true);
        await Workshop.Eventually(async () =>
            { using var reply = await Review(workshop, part, good); return (int)reply.StatusCode; }, x => x == 201);
        Assert.Equal(1, await Count(workshop, product));

        await market.StripeDisputes(_placed, "closed", "lost");

        await Workshop.Eventually(() => Count(workshop, product), x => x == 0);
        Assert.Equal((409, "given_back"), await workshop.Refused(await Review(workshop, part, good)));
    }

    private static async Task<int> Count(Workshop workshop, Guid product) =>
        (await workshop.Shown($"{product}")).GetProperty("rating").GetProperty("count").GetInt32();

    private static async Task Refund(Workshop workshop, Guid part, long amount) => await Workshop.Read(
        await workshop.Artisan.PostAsJsonAsync($"/api/v1/seller-orders/{part}/refunds",
            new { amount, reason = "Rusak di jalan." }, Stop), 202);

    [Fact]
    public async Task half_a_star_is_drawn_and_said_as_half_a_star()
    {
        using var workshop = await Workshop.Open(market);
        var (product, part, key) = await Shipped(workshop);
        await Delivered(part, key, 4);
        (_, part, key) = await Shipped(workshop, product);
        await Delivered(part, key, 5);
        using var reader = new Reader(market);
        var page = $"/produk/{(await workshop.Shown($"{product}")).GetProperty("slug").GetString()}";
        await reader.Open(page);
        Assert.Equal(("4,5 dari 5 bintang", "9"), Stars(reader.Find("rating")));
        Assert.Equal(["4 dari 5 bintang", "5 dari 5 bintang"], reader.Page.QuerySelectorAll("[data-test=review]")
            .Select(x => Stars(x).Said!).Order());
        await reader.Open($"{page}?bahasa=en");
        Assert.Equal("4.5 of 5 stars", Stars(reader.Find("rating")).Said);

        async Task Delivered(Guid seller, string secret, int stars)
        {
            await Workshop.Read(await workshop.Visitor.PostAsJsonAsync($"/api/v1/seller-orders/{seller}/delivery",
                new { key = secret }, Stop), 200, empty: true);
            await Workshop.Eventually(async () =>
                {
                    using var reply = await Review(workshop, seller,
                new { key = secret, stars, words = "" }); return (int)reply.StatusCode;
                }, x => x == 201);
        }

        static (string? Said, string? Halves) Stars(AngleSharp.Dom.IElement where)
        {
            var drawn = where.QuerySelector(".stars")!;
            return (drawn.GetAttribute("aria-label"), drawn.GetAttribute("data-halves"));
        }
    }

    private async Task OnPages(Workshop workshop, Guid product, Guid part, string key)
    {
        using var reader = new Reader(market);
        await reader.Open($"/produk/{(await workshop.Shown($"{product}")).GetProperty("slug").GetString()}");
        Assert.Contains("4,0", reader.Find("rating").TextContent, StringComparison.Ordinal);
        Assert.Contains("Pembeli di Kota Mataram", reader.Find("review").TextContent, StringComparison.Ordinal);
        Assert.Contains("Terima kasih banyak!", reader.Find("answer").TextContent, StringComparison.Ordinal);
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin/ulasan");
        Assert.Contains("Anyamannya rapat", artisan.Text, StringComparison.Ordinal);
        Assert.Null(artisan.Page.QuerySelector("[data-test=problem]"));
        await artisan.Open("/perajin/ulasan?page=9");
        Assert.DoesNotContain("Anyamannya rapat", artisan.Text, StringComparison.Ordinal);
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/ulasan");
        Assert.NotEqual("", office.Page.QuerySelector($"[data-part='{part}'] [data-test=goods]")!.TextContent.Trim());
        Assert.Null(office.Page.QuerySelector("[data-test=problem]"));
    }

    [Fact]
    public async Task the_buyer_writes_it_on_the_orders_page_and_the_maker_answers_on_a_page()
    {
        using var workshop = await Workshop.Open(market);
        var (_, part, key) = await Shipped(workshop);
        using var buyer = new Reader(market);
        await buyer.Open($"/pesanan/{Order}?key={key}");
        await buyer.Open(buyer.Find("received").GetAttribute("href")!);
        await buyer.Send("confirm");
        await buyer.Send("review", ("stars", "5"), ("words", "Hubungi 081234567890"));
        Assert.Contains("nomor HP", buyer.Text, StringComparison.Ordinal);
        await buyer.Send("review", ("stars", "5"), ("words", "Bagus."));
        Assert.Contains("Terima kasih", buyer.Find("reviewed").TextContent, StringComparison.Ordinal);
        using var artisan = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        await artisan.Open("/perajin");
        Assert.Contains("Jawab 1 ulasan", artisan.Text, StringComparison.Ordinal);
        await artisan.Open("/perajin/ulasan");
        await artisan.Send($"answer-{part}", ("words", "Senang mendengarnya."));
        Assert.Contains("Senang mendengarnya.", artisan.Text, StringComparison.Ordinal);
    }

    private JsonElement _placed;

    private Guid Order => _placed.GetProperty("id").GetGuid();

    private async Task<(Guid Product, Guid Part, string Key)> Shipped(Workshop workshop, Guid? again = null,
        string payment = "cod")
    {
        var product = again ?? (await workshop.OnSale(await workshop.Bag())).GetProperty("id").GetGuid();
        var placed = _placed = await Workshop.Read(await workshop.Visitor.Order(payment, (new ProductId(product), 1)), 201);
        if (payment == "card") await workshop.Visitor.PayOnPage(placed, "pay");
        var part = placed.GetProperty("parts")[0].GetProperty("id").GetGuid();
        await Workshop.Eventually(async () =>
            (int)(await workshop.Artisan.PostAsync($"/api/v1/seller-orders/{part}/acceptance", null, Stop)).StatusCode,
            x => x == 200);
        await Workshop.Read(await workshop.Artisan.PostAsJsonAsync($"/api/v1/seller-orders/{part}/shipment",
            new { courier = "JNE", trackingNumber = "1" }, Stop), 200, empty: true);
        return (product, part, placed.GetProperty("accessKey").GetString()!);
    }

    private static Task<HttpResponseMessage> Review(Workshop workshop, Guid part, object body) =>
        workshop.Visitor.PostAsJsonAsync($"/api/v1/seller-orders/{part}/review", body, Stop);

    private static async Task<JsonElement> Reviews(Workshop workshop, Guid product) =>
        (await workshop.Visitor.GetFromJsonAsync<JsonElement>($"/api/v1/products/{product}/reviews", Stop)).GetProperty("items");
}
