using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests.Limits;

/// <summary>A stranger without an account cannot take what a shop has: not in one order, and not in a thousand.</summary>
[Collection(nameof(LimitedMarket))]
public sealed class OrderLimitTests(LimitedMarket limited)
{
    private RunningMarket Market => limited.Market;

    [Fact]
    public async Task one_request_without_an_account_cannot_take_the_whole_stock()
    {
        var (phone, artisan) = (LimitedMarket.NewPhone(), ArtisanId.From(Guid.NewGuid()));
        var shop = new List<(ProductId, int)>();
        for (var i = 0; i < 16; i++) shop.Add((await Market.Sell(artisan, stock: 13), 13));
        using var stranger = limited.From();

        var (status, code, problem) = await (await Order(stranger, phone, "cod", [.. shop])).With();

        Assert.Equal((409, "too_many_pieces", 20), (status, code, problem.GetProperty("left").GetInt32()));
        Assert.Equal(0, (await Market.Stock(shop[0].Item1)).Reserved);
    }

    [Fact]
    public async Task what_a_phone_holds_already_is_counted_and_what_is_left_is_said()
    {
        var phone = LimitedMarket.NewPhone();
        var bag = await Market.Sell(ArtisanId.From(Guid.NewGuid()), stock: 90);
        using var buyer = limited.From();
        Assert.Equal(HttpStatusCode.Created, (await Order(buyer, phone, "transfer", (bag, 18))).StatusCode);

        var (status, code, problem) = await (await Order(buyer, "+62" + phone[1..], "cod", (bag, 3))).With();

        Assert.Equal((409, "too_many_pieces", 2), (status, code, problem.GetProperty("left").GetInt32()));
        Assert.Equal(HttpStatusCode.Created, (await Order(buyer, phone, "cod", (bag, 2))).StatusCode);
        Assert.Equal(20, (await Market.Stock(bag)).Reserved);
    }

    [Fact]
    public async Task what_is_made_to_order_takes_nothing_from_anybody()
    {
        var frame = await Market.Sell(ArtisanId.From(Guid.NewGuid()), stock: null);
        using var buyer = limited.From();
        Assert.Equal(HttpStatusCode.Created, (await Order(buyer, LimitedMarket.NewPhone(), "transfer", (frame, 60))).StatusCode);
    }

    [Fact]
    public async Task of_fifty_orders_of_one_phone_at_once_ten_stay_open()
    {
        var phone = LimitedMarket.NewPhone();
        var bag = await Market.Sell(ArtisanId.From(Guid.NewGuid()), stock: 90);
        var buyers = Enumerable.Range(0, 50).Select(_ => limited.From()).ToList();

        var replies = await Task.WhenAll(buyers.Select(x => Order(x, phone, "cod", (bag, 1))));

        Assert.Equal(10, replies.Count(x => x.StatusCode == HttpStatusCode.Created));
        foreach (var refused in replies.Where(x => x.StatusCode != HttpStatusCode.Created))
        {
            Assert.Equal((409, "too_many_open_orders"), await Refusal(refused));
            Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.FromHours(1));
        }

        Assert.Equal(10, (await Market.Stock(bag)).Reserved);
        buyers.ForEach(x => x.Dispose());
    }

    [Fact]
    public async Task a_phone_may_order_again_when_its_order_is_answered_or_paid_also_under_the_same_key()
    {
        var (phone, artisan) = (LimitedMarket.NewPhone(), ArtisanId.From(Guid.NewGuid()));
        var bag = await Market.Sell(artisan, stock: 90);
        using var buyer = limited.From();
        var placed = new List<JsonElement>();
        for (var i = 0; i < 10; i++) placed.Add(await (await Order(buyer, phone, i < 5 ? "cod" : "transfer", (bag, 1))).Json());
        Assert.Equal("too_many_open_orders", (await (await Order(buyer, phone, "cod", "again", (bag, 1))).With()).Code);

        using var maker = Market.As("artisan", ("artisan", artisan.Value.ToString()));
        await maker.Step($"/api/v1/seller-orders/{Part(placed[0])}/acceptance");
        Assert.Equal(HttpStatusCode.Created, (await Order(buyer, phone, "cod", "again", (bag, 1))).StatusCode);

        Assert.Equal("too_many_open_orders", (await (await Order(buyer, phone, "cod", (bag, 1))).With()).Code);
        using var office = Market.As("staff");
        var paid = placed[9];
        await office.Step($"/api/v1/orders/{paid.GetProperty("id").GetGuid()}/payment-confirmation",
            new { reference = $"TRF-{paid.GetProperty("id").GetGuid():N}", amount = paid.GetProperty("total").GetInt64() });
        await buyer.Until(paid, x => x.GetProperty("status").GetString() == "confirmed");
        Assert.Equal(HttpStatusCode.Created, (await Order(buyer, phone, "cod", (bag, 1))).StatusCode);
    }

    [Fact]
    public async Task the_thirty_first_order_in_a_minute_from_one_address_is_told_when_to_come_again()
    {
        using var hasty = limited.From();
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Order(hasty, "", "cod")).StatusCode);

        using var refused = await Order(hasty, "", "cod", "one key", []);
        var (status, code, problem) = await refused.With();
        Assert.Equal((429, "too_many_requests"), (status, code));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Contains("Tunggu", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        hasty.DefaultRequestHeaders.Add("Accept-Language", "en");
        Assert.Contains("Wait", (await (await Order(hasty, "", "cod")).With()).Problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal);
        using var neighbour = limited.From();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Order(neighbour, "", "cod", "one key", [])).StatusCode);
    }

    [Fact]
    public async Task all_addresses_of_one_household_network_count_as_one()
    {
        for (var i = 0; i < 30; i++)
        {
            using var one = limited.From($"2001:db8:7:1::{i:x}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Order(one, "", "cod")).StatusCode);
        }

        using HttpClient same = limited.From("2001:db8:7:1:ffff::9"), next = limited.From("2001:db8:7:2::1");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Order(same, "", "cod")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Order(next, "", "cod")).StatusCode);
    }

    [Fact]
    public async Task the_checkout_page_says_the_same_in_words_and_keeps_what_was_typed()
    {
        var from = LimitedMarket.Elsewhere();
        using var buyer = new Reader(Market, from, role: null);
        var bag = await Market.Sell(ArtisanId.From(Guid.NewGuid()), stock: 90);
        await buyer.Open("/masuk");
        await buyer.PutInCart(bag, 1);
        await buyer.Open("/checkout");
        await buyer.Send("show-total", ("buyer.name", "Lalu Fictif"), ("buyer.phone", "0812 3456 7890"),
            ("shipTo.address", "Jalan Contoh 1"), ("shipTo.regionCode", "52.71"), ("payment", "transfer"));
        using var program = limited.From(from);
        for (var i = 0; i < 30; i++) await Order(program, "", "cod");

        await buyer.Send("place-order");

        Assert.Equal(HttpStatusCode.TooManyRequests, buyer.Status);
        Assert.Contains("Tunggu", buyer.Find("problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("Lalu Fictif", buyer.Page.QuerySelector("[name='buyer.name']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("0370 123456")]
    [InlineData("+61 4")]
    [InlineData("0812")]
    [InlineData("nomor saya")]
    public async Task a_phone_that_is_neither_an_indonesian_mobile_number_nor_a_whole_one_from_abroad_is_refused(string phone)
    {
        var bag = await Market.Sell(ArtisanId.From(Guid.NewGuid()));
        using var buyer = limited.From();
        Assert.Equal((422, "invalid_phone"), await Refusal(await Order(buyer, phone, "cod", (bag, 1))));
    }

    private static async Task<(int, string)> Refusal(HttpResponseMessage reply)
    {
        var (status, code, _) = await reply.With();
        return (status, code);
    }

    private static Guid Part(JsonElement placed) => placed.GetProperty("parts")[0].GetProperty("id").GetGuid();

    private static Task<HttpResponseMessage> Order(HttpClient buyer, string phone, string payment,
        params (ProductId Product, int Quantity)[] lines) => Order(buyer, phone, payment, null, lines);

    private static async Task<HttpResponseMessage> Order(HttpClient buyer, string phone, string payment, string? key,
        params (ProductId Product, int Quantity)[] lines)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/orders")
        {
            Content = JsonContent.Create(Shop.OrderOf(payment, lines, phone)),
        };
        if (key is not null) request.Headers.Add("Idempotency-Key", key + phone);
        return await buyer.SendAsync(request, Shop.Token);
    }
}
