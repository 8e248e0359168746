using System.Net;
using System.Net.Http.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

/// <summary>An artisan works an order off on pages, and its buyer says that it arrived.</summary>
public sealed class ReceivingTests(RunningMarket market)
{
    [Fact]
    public async Task a_part_goes_from_the_artisans_page_to_the_buyers_hands()
    {
        var artisanId = NewId.At<ArtisanId>(DateTimeOffset.UtcNow);
        var order = await Ordered(artisanId);
        using var artisan = new Reader(market, "artisan", ("artisan", artisanId.Value.ToString()));
        await artisan.Open("/perajin/pesanan");
        Assert.DoesNotContain("Lalu Fictif", artisan.Text, StringComparison.Ordinal);
        await artisan.Send("accept");
        Assert.Contains("Lalu Fictif", artisan.Text, StringComparison.Ordinal);
        await artisan.Send("ship", ("courier", "JNE"), ("trackingNumber", "CM123"));
        Assert.Contains("Sudah dikirim", artisan.Find("status").TextContent, StringComparison.Ordinal);

        using var buyer = new Reader(market);
        await buyer.Open(order);
        Assert.Contains("CM123", buyer.Text, StringComparison.Ordinal);
        Assert.Contains("0812 3456 789", buyer.Text, StringComparison.Ordinal);
        Assert.Contains("Sampai, lalu Anda bayar tunai", buyer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ibayar",
            string.Concat(buyer.Page.QuerySelectorAll("[data-test=step-done]").Select(x => x.TextContent)),
            StringComparison.Ordinal);
        await buyer.Open(buyer.Find("received").GetAttribute("href")!);
        await buyer.Send("confirm");
        Assert.Contains("Terima kasih", buyer.Find("notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("Sampai, ", buyer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_refusal_needs_a_reason_and_the_buyer_reads_it()
    {
        var artisanId = NewId.At<ArtisanId>(DateTimeOffset.UtcNow);
        var order = await Ordered(artisanId);
        using var artisan = new Reader(market, "artisan", ("artisan", artisanId.Value.ToString()));
        await artisan.Open("/perajin/pesanan");
        await artisan.Send("refuse", ("reason", " "));
        Assert.Contains("alasan", artisan.Find("problem").TextContent, StringComparison.Ordinal);
        await artisan.Send("refuse", ("reason", "Daun tembakau sedang habis."));
        Assert.DoesNotContain("Anda terima", artisan.Find("order").TextContent, StringComparison.Ordinal);

        using var buyer = new Reader(market);
        await buyer.Open(order);
        Assert.Contains("Daun tembakau sedang habis.", buyer.Text, StringComparison.Ordinal);
        Assert.Contains("Anda tidak perlu membayar", buyer.Find("off").TextContent, StringComparison.Ordinal);
        Assert.Contains("Rp0", buyer.Find("total").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task goods_whose_money_went_back_before_they_left_earn_nothing_and_are_not_to_be_sent()
    {
        var artisanId = NewId.At<ArtisanId>(DateTimeOffset.UtcNow);
        var bag = await market.Sell(artisanId, stock: 1);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (bag, 1))).Json();
        await buyer.PayOnPage(placed, "pay");
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        var part = $"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}";
        using var maker = market.As("artisan", ("artisan", artisanId.Value.ToString()));
        await maker.Step(part + "/acceptance");
        using var staff = market.As("staff");
        await staff.Step(part + "/refunds", new { amount = placed.GetProperty("total").GetInt64(), reason = "Batal" },
            HttpStatusCode.Accepted);

        using var artisan = new Reader(market, "artisan", ("artisan", artisanId.Value.ToString()));
        await artisan.Open("/perajin/pesanan");

        Assert.Equal("Rp0", artisan.Find("net").TextContent);
        Assert.NotNull(artisan.Find("given-back"));
        Assert.Null(artisan.Page.QuerySelector("[data-test=ship-form]"));
        Assert.Equal(0, (await market.Stock(bag)).Reserved);
    }

    [Fact]
    public async Task a_tap_on_received_asks_first_and_ends_nothing()
    {
        var artisanId = NewId.At<ArtisanId>(DateTimeOffset.UtcNow);
        var order = await Ordered(artisanId);
        using var artisan = new Reader(market, "artisan", ("artisan", artisanId.Value.ToString()));
        await artisan.Open("/perajin/pesanan");
        await artisan.Send("accept");
        await artisan.Send("ship", ("courier", "JNE"), ("trackingNumber", "CM123"));
        using var buyer = new Reader(market);
        await buyer.Open(order);

        await buyer.Open(buyer.Find("received").GetAttribute("href")!);

        Assert.Contains("tidak kembali dengan sendirinya", buyer.Text, StringComparison.Ordinal);
        await artisan.Open("/perajin/pesanan");
        Assert.Equal("Shipped", artisan.Find("order").GetAttribute("data-status"));
        await buyer.Send("confirm");
        Assert.Contains("Terima kasih", buyer.Find("notice").TextContent, StringComparison.Ordinal);
        await artisan.Open("/perajin/pesanan");
        Assert.Equal("Delivered", artisan.Find("order").GetAttribute("data-status"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("  ", false)]
    [InlineData("CM123", null)]
    [InlineData("", true)]
    public async Task a_shipment_says_its_tracking_number_or_that_it_has_none(string trackingNumber, bool? noTracking)
    {
        var artisanId = NewId.At<ArtisanId>(DateTimeOffset.UtcNow);
        await Ordered(artisanId);
        using var maker = market.As("artisan", ("artisan", artisanId.Value.ToString()));
        var part = (await maker.GetJson("/api/v1/artisans/me/orders")).GetProperty("items")[0].GetProperty("id").GetString();
        await maker.Step($"/api/v1/seller-orders/{part}/acceptance");
        var isWhole = noTracking != false;

        var reply = await maker.Step($"/api/v1/seller-orders/{part}/shipment",
            new { courier = "JNE", trackingNumber, noTracking },
            isWhole ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity);

        if (isWhole) return;
        var problem = await reply.Json();
        Assert.Equal("tracking_number_missing", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty("trackingNumber", out _));
        using var artisan = new Reader(market, "artisan", ("artisan", artisanId.Value.ToString()));
        await artisan.Open("/perajin/pesanan");
        await artisan.Send("ship", ("courier", "antar sendiri"));
        Assert.Contains("nomor resi", artisan.Find("problem").TextContent, StringComparison.Ordinal);
        Assert.False(artisan.Page.QuerySelector("details.refuse")!.HasAttribute("open"));
        Assert.Equal("", artisan.Page.QuerySelector("textarea[name=reason]")!.TextContent);
        Assert.Equal("antar sendiri", artisan.Page.QuerySelector("input[name=courier]")!.GetAttribute("value"));
        await artisan.Send("ship", ("noTracking", "true"));
        Assert.Contains("antar sendiri", artisan.Find("order").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_buyer_who_comes_back_without_the_key_is_known_by_the_browser()
    {
        var order = await Ordered(NewId.At<ArtisanId>(DateTimeOffset.UtcNow));
        using var buyer = new Reader(market);
        await buyer.Open(order);
        await buyer.Open(order.Split('?')[0]);
        Assert.Contains("Rp160.000", buyer.Find("total").TextContent, StringComparison.Ordinal);
    }

    /// <summary>A cash order of one bag; gives the address of its page.</summary>
    private async Task<string> Ordered(ArtisanId artisan)
    {
        var product = await market.Sell(artisan);
        using var visitor = market.Visitor();
        var placed = await (await visitor.PostAsJsonAsync("/api/v1/orders",
            Shop.OrderOf("cod", [(product, 1)], "081234567890", "52.02"), Shop.Token)).Json();
        return $"/pesanan/{placed.GetProperty("id").GetGuid()}?key={placed.GetProperty("accessKey").GetString()}";
    }
}
