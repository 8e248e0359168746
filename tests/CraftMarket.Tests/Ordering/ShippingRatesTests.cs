using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>The operator's table of rates: taken home, changed, taken in, and what orders make of it.</summary>
public sealed class ShippingRatesTests(RunningMarket market) : IDisposable
{
    private readonly HttpClient _operator = market.As("operator");
    private readonly HttpClient _buyer = market.Visitor();

    [Fact]
    public async Task an_order_keeps_what_it_was_told_and_the_next_one_pays_the_new_rate()
    {
        await _operator.Rates("93,Papua Selatan,,95000,85000,8,16\n");
        var bag = await market.Sell(NewId.At<ArtisanId>(DateTimeOffset.UtcNow));
        var before = await Ordered(bag, "93.01");
        Assert.Equal(95_000, Shipping(before));
        await _operator.Rates("93,Papua Selatan,,99000,85000,9,17\n");
        Assert.Equal(99_000, Shipping(await Ordered(bag, "93.01")));
        var page = await _buyer.OrderPage(before);
        var part = page.GetProperty("parts")[0];
        Assert.Equal((95_000, 8, 16), (part.GetProperty("shipping").GetInt64(), part.GetProperty("daysMin").GetInt32(),
            part.GetProperty("daysMax").GetInt32()));
    }

    [Fact]
    public async Task a_rate_of_a_day_to_come_waits_for_it()
    {
        var tomorrow = LocalMonth.DayOf(DateTimeOffset.UtcNow).AddDays(2);
        await _operator.Rates("92,Papua Barat,,85000,75000,7,14\n");
        await _operator.Rates($"92,Papua Barat,{tomorrow:yyyy-MM-dd},1000,1000,1,1\n");
        Assert.Equal(85_000, Shipping(await Ordered(await market.Sell(NewId.At<ArtisanId>(DateTimeOffset.UtcNow)), "92.02")));
        Assert.Equal(2, (await Table()).Count(x => x.StartsWith("92,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task what_was_taken_home_and_is_sent_back_would_change_nothing()
    {
        // Only looked at, and without the zone that another test closes meanwhile.
        var table = string.Join('\n', (await Table()).Where(x => !x.StartsWith("94,", StringComparison.Ordinal))) + "\n";
        using var reply = await Send(table, whole: true, check: true);
        var read = await reply.Json();
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(0, read.GetProperty("changed").GetInt32());
        Assert.False(read.GetProperty("taken").GetBoolean());
        Assert.True(read.GetProperty("unchanged").GetInt32() >= 40);
    }

    [Fact]
    public async Task one_wrong_row_and_nothing_is_kept_and_all_wrong_rows_are_told()
    {
        using var reply = await Send("76,Sulawesi Barat,,47000,38000,5,9\n99,Entah,,1,1,1,1\n75,Gorontalo,,banyak,1,1,1\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var problem = await reply.Json();
        Assert.Equal("rows_rejected", problem.GetProperty("code").GetString());
        Assert.Equal([(3, "unknown_zone"), (4, "amount_unreadable")],
            problem.GetProperty("rejected").EnumerateArray()
                .Select(x => (x.GetProperty("row").GetInt32(), x.GetProperty("code").GetString()!)));
        Assert.Contains("76,Sulawesi Barat,2025-01-01,46000,38000,5,9", await Table());
    }

    [Fact]
    public async Task the_operator_looks_before_keeping_and_the_page_names_what_changes()
    {
        using var desk = new Reader(market, "operator");
        await desk.Open("/operator/ongkir");
        Assert.Contains("Daerah Khusus Ibukota Jakarta", desk.Page.QuerySelector("[data-zone='31']")!.TextContent,
            StringComparison.Ordinal);
        await desk.Upload("look", "file",
            Choosing.Header + "74,Sulawesi Tenggara,,51.000,40.000,5,9\n73,Sulawesi Selatan,2025-01-01,38000,32000,4,7\n");
        Assert.Equal(("1", "1", "0"), (desk.Find("changed").TextContent, desk.Find("unchanged").TextContent,
            desk.Find("wrong").TextContent));
        Assert.Contains("Rp48.000", desk.Find("changed-row").TextContent, StringComparison.Ordinal);
        Assert.Contains("Rp51.000", desk.Find("changed-row").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await Table(), x => x.Contains("51000", StringComparison.Ordinal));
        await desk.Send("take");
        Assert.Contains("1 ongkos disimpan", desk.Find("notice").TextContent, StringComparison.Ordinal);
        Assert.Contains(await Table(), x => x.StartsWith("74,Sulawesi Tenggara,", StringComparison.Ordinal)
            && x.EndsWith(",51000,40000,5,9", StringComparison.Ordinal));
        await desk.Upload("look", "file", Choosing.Header + "74,,,x,1,1,1\n98,,,1,1,1,1\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal(2, desk.Page.QuerySelectorAll("[data-test=wrong-row]").Length);
        Assert.Null(desk.Page.QuerySelector("[data-test=take]"));
        await desk.Open("/operator/ongkir/file");
        Assert.StartsWith("zone,name,from,base_fee", desk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staff")]
    [InlineData("artisan")]
    public async Task only_the_operator_changes_rates(string role)
    {
        using var other = market.As(role);
        using var reply = await other.PostAsync("/api/v1/shipping-rates/import", Choosing.File("31,,,1,1,1,1\n"), Shop.Token);
        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
    }

    [Fact]
    public async Task a_house_that_starts_again_keeps_its_rates_and_gets_those_it_lacks()
    {
        await _operator.Rates("72,Sulawesi Tengah,,50500,42000,5,9\n");
        var store = market.Services.GetRequiredService<IDocumentStore>();
        await using (var session = store.LightweightSession())
        {
            session.Store(new ShippingTable(ShippingTable.Current, new Dictionary<ShippingZone, UndatedRate>()));
            await session.SaveChangesAsync(Shop.Token);
        }

        await new OrderingReferenceData(store).EnsureAsync(Shop.Token);
        Assert.Contains(await Table(), x => x.StartsWith("72,", StringComparison.Ordinal)
            && x.Contains("50500", StringComparison.Ordinal));
        await using var again = store.QuerySession();
        Assert.Single(await again.Events.FetchStreamAsync(ZoneRates.StreamOf("16"), token: Shop.Token));
    }

    [Theory]
    [InlineData("?to=31.74", 200, 32_000)]
    [InlineData("?to=31.74&quantity=3", 200, 60_000)]
    [InlineData("?to=52.02.06.2003", 200, 10_000)]
    [InlineData("?to=31", 422, 0)]
    [InlineData("?to=31.99", 422, 0)]
    [InlineData("", 422, 0)]
    [InlineData("?to=31.74&quantity=0", 422, 0)]
    [InlineData("?to=31.74&quantity=100", 422, 0)]
    public async Task a_program_asks_what_shipping_costs_before_it_orders(string query, int status, long fee)
    {
        var bag = await market.Sell(NewId.At<ArtisanId>(DateTimeOffset.UtcNow), grams: 400);
        using var reply = await _buyer.GetAsync($"/api/v1/products/{bag.Value}/shipping{query}", Shop.Token);
        Assert.Equal(status, (int)reply.StatusCode);
        if (status == 200) Assert.Equal(fee, (await reply.Json()).GetProperty("fee").GetInt64());
        using var unknown = await _buyer.GetAsync($"/api/v1/products/{Guid.NewGuid()}/shipping{query}", Shop.Token);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory]
    [InlineData("12345", 422)]
    [InlineData("0370 123456", 422)]
    [InlineData("62 812-3456-7890", 201)]
    [InlineData("+65 9123 4567", 201)]
    public async Task an_order_has_a_mobile_number_or_a_whole_one_from_abroad(string phone, int status)
    {
        using var reply = await Order(await market.Sell(NewId.At<ArtisanId>(DateTimeOffset.UtcNow)), "52.71", phone);
        Assert.Equal(status, (int)reply.StatusCode);
        if (status == 422) Assert.Equal("invalid_phone", (await reply.Json()).GetProperty("code").GetString());
    }

    public void Dispose()
    {
        _operator.Dispose();
        _buyer.Dispose();
    }

    private static long Shipping(JsonElement placed) => placed.GetProperty("parts")[0].GetProperty("shipping").GetInt64();

    private async Task<JsonElement> Ordered(ProductId product, string region)
    {
        using var reply = await Order(product, region, "081234567890");
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
        return await reply.Json();
    }

    private Task<HttpResponseMessage> Order(ProductId product, string region, string phone) =>
        _buyer.PostAsJsonAsync("/api/v1/orders", Shop.OrderOf("transfer", [(product, 1)], phone, region), Shop.Token);

    private async Task<string[]> Table() =>
        (await _operator.GetStringAsync("/api/v1/shipping-rates.csv", Shop.Token)).TrimStart('\uFEFF')
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task<HttpResponseMessage> Send(string rows, bool whole = false, bool check = false)
    {
        using var file = Choosing.File(rows, whole);
        return await _operator.PostAsync($"/api/v1/shipping-rates/import?check={check}", file, Shop.Token);
    }
}
