using System.Globalization;
using System.Net;
using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

/// <summary>Every rupiah of a part is in exactly one of four amounts, and what is not paid yet says why.</summary>
public sealed class EarningsTests(RunningMarket market)
{
    private readonly ArtisanId _artisan = ArtisanId.From(Guid.NewGuid());

    [Fact]
    public async Task a_payout_that_was_not_sent_yet_is_being_paid_and_not_paid()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        using var desk = market.As("operator");
        var (sold, waiting) = (await Paid(buyer), await Paid(buyer));
        await maker.Deliver(buyer, sold);
        await maker.Earns(balance: sold.Net(), onTheWay: waiting.Net(), paid: 0);

        var asked = await desk.Step("/api/v1/payouts", new { artisanId = _artisan.Value, amount = 50_000 },
            HttpStatusCode.Created);

        var seen = await Earnings(maker);
        Assert.Equal((waiting.Net(), sold.Net() - 50_000, 50_000, 0), Four(seen));
        Assert.Equal(["balance:nextPayout:payout", "beingPaid:beingSent:bankTransfer", "onTheWay:notDelivered:delivery"],
            seen.GetProperty("waiting").EnumerateArray()
            .Select(x => string.Join(':', x.GetProperty("in").GetString(), x.GetProperty("why").GetString(),
                x.GetProperty("until").GetString())).Order(StringComparer.Ordinal));
        using var page = new Reader(market, "artisan", ("artisan", _artisan.Value.ToString()));
        await page.Open("/perajin/penghasilan");
        Assert.Equal(("Rp50.000", "Rp0"), (page.Find("being-paid").TextContent, page.Find("paid").TextContent));
        await desk.Step($"/api/v1/payouts/{(await asked.Json()).GetProperty("id").GetString()}/paid",
            new { reference = Paying.Reference() });
        Assert.Equal((waiting.Net(), sold.Net() - 50_000, 0, 50_000), Four(await Earnings(maker)));
    }

    [Fact]
    public async Task a_balance_below_zero_says_why_and_what_becomes_of_it()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        using var desk = market.As("operator");
        using var staff = market.As("staff");
        var sold = await Paid(buyer);
        await maker.Deliver(buyer, sold);
        await maker.Earns(balance: sold.Net(), onTheWay: 0, paid: 0);
        await desk.Step("/api/v1/payouts", new { artisanId = _artisan.Value, amount = sold.Net() }, HttpStatusCode.Created);
        await staff.Step($"/api/v1/seller-orders/{sold.GetProperty("parts")[0].GetProperty("id").GetString()}/refunds",
            new { amount = 59_500, reason = "Rusak" }, HttpStatusCode.Accepted);
        await maker.Earns(balance: -59_500, onTheWay: 0, paid: 0);

        var below = (await Earnings(maker)).GetProperty("waiting").EnumerateArray()
            .Single(x => x.GetProperty("in").GetString() == "balance");

        Assert.Equal((-59_500, "refundAfterPayout", "laterSales"),
            (below.GetProperty("amount").GetInt64(), below.GetProperty("why").GetString(), below.GetProperty("until")
                .GetString()));
        using var page = new Reader(market, "artisan", ("artisan", _artisan.Value.ToString()));
        await page.Open("/perajin/penghasilan");
        var why = page.Find("below-zero").TextContent;
        Assert.Contains("Rp59.500", why, StringComparison.Ordinal);
        Assert.Contains("dikembalikan ke pembeli", why, StringComparison.Ordinal);
        Assert.Contains("penjualan berikutnya", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task one_sentence_says_what_there_is_and_the_rows_newest_first_add_up_to_it()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        using var desk = market.As("operator");
        var (first, second) = (await Paid(buyer), await Paid(buyer));
        await maker.Deliver(buyer, first);
        await maker.Deliver(buyer, second);
        await maker.Earns(balance: first.Net() + second.Net(), onTheWay: 0, paid: 0);
        await desk.Step("/api/v1/payouts", new { artisanId = _artisan.Value, amount = 50_000 }, HttpStatusCode.Created);
        var (left, sold) = (new Rupiah(first.Net() + second.Net() - 50_000), new Rupiah(first.Net() + second.Net()));

        using var page = new Reader(market, "artisan", ("artisan", _artisan.Value.ToString()));
        await page.Open("/perajin/penghasilan");

        Assert.Equal($"Uang Anda {left}. Bulan ini {sold} dari 2 barang yang sudah sampai.",
            page.Find("sentence").TextContent.Trim());
        Assert.Equal("Uang masuk dan keluar", page.Find("rows").TextContent.Trim());
        var rows = page.Page.QuerySelectorAll("[data-test=row]");
        Assert.Contains("rekening", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(left.Amount, rows.Sum(x => Read(x.QuerySelector(".num")!.TextContent)));
        await page.Open("/perajin/penghasilan?bulan=2026-01");
        Assert.Contains("Tidak ada barang yang sampai", page.Find("sentence").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_month_is_counted_by_what_arrived_and_what_went_back_whole_is_told_as_that()
    {
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", _artisan.Value.ToString()));
        using var staff = market.As("staff");
        var sold = await Paid(buyer);
        using var page = new Reader(market, "artisan", ("artisan", _artisan.Value.ToString()));
        await page.Open("/perajin/penghasilan");
        Assert.Contains("Bulan ini belum ada barang yang sampai ke pembeli.", page.Find("sentence").TextContent,
            StringComparison.Ordinal);
        await maker.Deliver(buyer, sold);

        await staff.Step($"/api/v1/seller-orders/{sold.GetProperty("parts")[0].GetProperty("id").GetString()}/refunds",
            new { amount = sold.GetProperty("total").GetInt64(), reason = "Rusak" }, HttpStatusCode.Accepted);

        await page.Open("/perajin/penghasilan");
        var fee = new Rupiah(sold.GetProperty("total").GetInt64() - sold.Net());
        Assert.Contains($"Uang semua barang yang sampai bulan ini kembali ke pembeli. Potongannya {fee} tetap",
            page.Find("sentence").TextContent, StringComparison.Ordinal);
    }

    private static long Read(string money) =>
        long.Parse(new string([.. money.Where(x => char.IsDigit(x) || x == '-')]), CultureInfo.InvariantCulture);

    private static Task<JsonElement> Earnings(HttpClient maker) => maker.GetJson("/api/v1/artisans/me/earnings");

    private static (long, long, long, long) Four(JsonElement seen) =>
        (seen.GetProperty("onTheWay").GetInt64(), seen.GetProperty("balance").GetInt64(),
        seen.GetProperty("beingPaid").GetInt64(), seen.GetProperty("paid").GetInt64());

    private async Task<JsonElement> Paid(HttpClient buyer)
    {
        var placed = await (await buyer.Order("card", (await market.Sell(_artisan), 1))).Json();
        await buyer.PayOnPage(placed, "pay");
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        return placed;
    }
}
