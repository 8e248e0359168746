using System.Net;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Payments;

namespace CraftMarket.Tests;

/// <summary>A transfer of another amount than the order's is recorded as it came, seen with its age, and ended.</summary>
public sealed class OtherTransferTests(RunningMarket market)
{
    private readonly ArtisanId _artisan = ArtisanId.From(Guid.NewGuid());

    [Fact]
    public async Task a_short_transfer_is_recorded_and_the_rest_completes_it()
    {
        using var buyer = market.Visitor();
        using var staff = market.As("staff");
        var (placed, total) = await Ordered(buyer);
        var first = Paying.Reference();

        var told = await Seen(staff, placed, first, 100_000);
        await Seen(staff, placed, first.ToUpperInvariant(), 100_000);

        Assert.Equal(("short", 100_000, total - 100_000, 0), Told(told));
        Assert.Equal((100_000, -100_000),
            (await market.Booked(_artisan, Account.Bank), await market.Booked(_artisan, Account.Returning)));
        using var reader = new Reader(market);
        await reader.Open(PageOf(placed));
        Assert.Contains(new Rupiah(total - 100_000).ToString(), reader.Find("short").TextContent, StringComparison.Ordinal);
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/pembayaran");
        Assert.Contains(new Rupiah(total - 100_000).ToString(),
            office.Page.QuerySelector($"[data-order='{placed.GetProperty("id").GetString()}']")!.TextContent,
            StringComparison.Ordinal);

        Assert.Equal(("paid", total, 0, 0), Told(await Seen(staff, placed, Paying.Reference(), total - 100_000)));

        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        Assert.Equal((total, 0, -total),
            (await market.Booked(_artisan, Account.Bank), await market.Booked(_artisan, Account.Returning),
            await market.Booked(_artisan, Account.Prepaid)));
    }

    [Fact]
    public async Task what_a_transfer_was_over_goes_back_when_the_order_is_taken_on()
    {
        using var buyer = market.Visitor();
        using var staff = market.As("staff");
        using var desk = market.As("operator");
        var (placed, total) = await Ordered(buyer);
        Assert.Equal(("over", total + 12_500, 0, 12_500), Told(await Seen(staff, placed, Paying.Reference(), total + 12_500)));

        await staff.Step(Url(placed, "transfer-acceptance"));
        await staff.Step(Url(placed, "transfer-acceptance"));

        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        var back = await Waiting(desk, placed);
        Assert.Equal((12_500, "transfer"), (back.GetProperty("amount").GetInt64(), back.GetProperty("method").GetString()));
        Assert.Equal((total + 12_500, -12_500),
            (await market.Booked(_artisan, Account.Bank), await market.Booked(_artisan, Account.Returning)));
        await desk.Step($"/api/v1/refunds/{back.GetProperty("id").GetString()}/sent", new { reference = Paying.Reference() });
        Assert.Equal((total, 0), (await market.Booked(_artisan, Account.Bank), await market.Booked(_artisan, Account.Returning)));
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        await maker.Earns(balance: 0, onTheWay: placed.Net(), paid: 0);
    }

    [Theory]
    [InlineData(-30_000)]
    [InlineData(30_000)]
    public async Task a_transfer_of_another_amount_can_be_given_back_whole_and_the_order_ends(long difference)
    {
        using var buyer = market.Visitor();
        using var desk = market.As("operator");
        using var office = new Reader(market, "staff");
        var (placed, total) = await Ordered(buyer);
        using (var staff = market.As("staff")) await Seen(staff, placed, Paying.Reference(), total + difference);
        await office.Open($"/kantor/pembayaran/{placed.GetProperty("id").GetString()}");

        await office.Send("return");

        Assert.Equal("/kantor/pembayaran", office.Path);
        Assert.Null(office.Page.QuerySelector($"[data-order='{placed.GetProperty("id").GetString()}']"));
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "lapsed");
        Assert.Equal(total + difference, (await Waiting(desk, placed)).GetProperty("amount").GetInt64());
        using var reader = new Reader(market);
        await reader.Open(PageOf(placed));
        Assert.Contains(new Rupiah(total + difference).ToString(), reader.Find("refund").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_transfer_of_another_amount_is_still_seen_after_the_hold_ended()
    {
        using var buyer = market.Visitor();
        using var staff = market.As("staff");
        var (placed, total) = await Ordered(buyer);
        await Seen(staff, placed, Paying.Reference(), 50_000);

        await market.Tell(new Ordering.ExpireOrder(new(placed.GetProperty("id").GetGuid())));

        await buyer.Until(placed, x => x.GetProperty("payment").GetProperty("status").GetString() == "ended");
        using var office = new Reader(market, "staff");
        await office.Open("/kantor/pembayaran");
        Assert.NotNull(office.Page.QuerySelector($"[data-order='{placed.GetProperty("id").GetString()}']"));
        using var reader = new Reader(market);
        await reader.Open(PageOf(placed));
        Assert.DoesNotContain("tidak perlu membayar", reader.Text, StringComparison.Ordinal);
        await Seen(staff, placed, Paying.Reference(), total - 50_000);
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
    }

    [Theory]
    [InlineData(-50_000)]
    [InlineData(50_000)]
    public async Task who_cancels_when_another_amount_has_come_reads_that_the_office_sends_it_back(long difference)
    {
        using var visitor = market.Visitor();
        var (placed, total) = await Ordered(visitor);
        var came = $"{new Rupiah(total + difference)}";
        using (var staff = market.As("staff")) await Seen(staff, placed, Paying.Reference(), total + difference);
        using var buyer = new Reader(market);
        await buyer.Open(PageOf(placed));
        await buyer.Open(buyer.Find("cancel").GetAttribute("href")!);
        Assert.Contains(came, buyer.Find("back").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("tidak perlu membayar", buyer.Text, StringComparison.Ordinal);

        await buyer.Send("confirm");

        Assert.Contains(came, buyer.Find("came").TextContent, StringComparison.Ordinal);
        Assert.Contains("Anda batalkan", buyer.Find("came").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("waktu bayar", buyer.Text, StringComparison.Ordinal);
        using var office = new Reader(market, "staff");
        await office.Open($"/kantor/pembayaran/{placed.GetProperty("id").GetString()}");
        await office.Send("return");
        await buyer.Open(PageOf(placed));
        Assert.Contains(came, buyer.Find("refund").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("tidak perlu membayar", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_not_over_cannot_be_accepted_and_what_did_not_come_cannot_go_back()
    {
        using var buyer = market.Visitor();
        using var staff = market.As("staff");
        var (placed, total) = await Ordered(buyer);
        await staff.Step(Url(placed, "transfer-return"), expected: HttpStatusCode.Conflict);
        await staff.Step(Url(placed, "payment-confirmation"), new { reference = Paying.Reference(), amount = 0 },
            HttpStatusCode.UnprocessableEntity);
        await staff.Step(Url(placed, "payment-confirmation"), new { reference = Paying.Reference(), amount = long.MaxValue },
            HttpStatusCode.UnprocessableEntity);
        await Seen(staff, placed, Paying.Reference(), total - 1);
        await staff.Step(Url(placed, "transfer-acceptance"), expected: HttpStatusCode.Conflict);
    }

    private async Task<(JsonElement Placed, long Total)> Ordered(HttpClient buyer)
    {
        var placed = await (await buyer.Order("transfer", (await market.Sell(_artisan), 1))).Json();
        return (placed, placed.GetProperty("total").GetInt64());
    }

    private static async Task<JsonElement> Seen(HttpClient staff, JsonElement placed, string reference, long amount) =>
        await (await staff.Step(Url(placed, "payment-confirmation"), new { reference, amount })).Json();

    private static (string?, long, long, long) Told(JsonElement told) =>
        (told.GetProperty("status").GetString(), told.GetProperty("received").GetInt64(),
        told.GetProperty("missing").GetInt64(), told.GetProperty("over").GetInt64());

    private static async Task<JsonElement> Waiting(HttpClient desk, JsonElement placed)
    {
        var order = placed.GetProperty("id").GetString();
        bool Ours(JsonElement x) => x.GetProperty("orderId").GetString() == order;
        var listed = await Shop.Eventually(() => desk.GetJson("/api/v1/refunds?status=waiting"), x =>
            x.GetProperty("items").EnumerateArray().Any(Ours));
        return listed.GetProperty("items").EnumerateArray().Single(Ours);
    }

    private static string Url(JsonElement placed, string what) => $"/api/v1/orders/{placed.GetProperty("id").GetString()}/{what}";

    private static string PageOf(JsonElement placed) =>
        $"/pesanan/{placed.GetProperty("id").GetString()}?key={placed.GetProperty("accessKey").GetString()}";
}
