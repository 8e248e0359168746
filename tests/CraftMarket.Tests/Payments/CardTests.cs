using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;

namespace CraftMarket.Tests;

public sealed class CardTests(RunningMarket market)
{
    [Fact]
    public async Task a_card_order_goes_from_cart_to_payout_and_refund()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        var bag = await market.Sell(artisan, stock: 3);
        using var buyer = market.Visitor();
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));

        var placed = await (await buyer.Order("card", (bag, 2))).Json();
        Assert.Equal("pending", placed.GetProperty("payment").GetProperty("status").GetString());
        Assert.Equal(0, (await maker.GetJson("/api/v1/artisans/me/orders")).GetProperty("total").GetInt32());

        var back = await buyer.PayOnPage(placed, "pay");
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Contains(placed.GetProperty("id").GetString()!, back.Headers.Location!.ToString(), StringComparison.Ordinal);
        var (id, key) = (placed.GetProperty("id").GetString(), placed.GetProperty("accessKey").GetString());
        var page = $"/pesanan/{id}?bayar=selesai&key={key}";
        Assert.Equal(HttpStatusCode.OK, (await buyer.GetAsync(page, Shop.Token)).StatusCode);
        var paid = await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        Assert.Matches("^CM-[0-9]{6}$", paid.GetProperty("number").GetString()!);
        Assert.Equal("paid", paid.GetProperty("payment").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, paid.GetProperty("payment").GetProperty("url").ValueKind);

        var part = (await maker.GetJson("/api/v1/artisans/me/orders?status=received")).GetProperty("items")[0];
        Assert.Equal("Jalan Contoh 1, Mataram", part.GetProperty("recipient").GetProperty("address").GetString());
        var url = $"/api/v1/seller-orders/{part.GetProperty("id").GetString()}";
        long total = part.GetProperty("total").GetInt64(), net = total - part.GetProperty("fee").GetInt64();
        Assert.Equal(net, (await maker.GetJson("/api/v1/artisans/me/earnings")).GetProperty("onTheWay").GetInt64());

        await maker.Step(url + "/shipment", new { courier = "JNE", trackingNumber = "CGK1" }, HttpStatusCode.Conflict);
        await maker.Step(url + "/acceptance");
        await maker.Step(url + "/acceptance");
        await maker.Step(url + "/shipment", new { courier = "JNE", trackingNumber = "CGK1" });
        await maker.Step(url + "/shipment", new { courier = "JNE", trackingNumber = "CGK1" });
        await maker.Step(url + "/refusal", new { reason = "Terlambat" }, HttpStatusCode.Conflict);
        Assert.Equal(1, (await market.Stock(bag)).OnHand);
        await buyer.Step(url + "/delivery", new { key = "wrong" }, HttpStatusCode.NotFound);
        await buyer.Step(url + "/delivery", new { key = placed.GetProperty("accessKey").GetString() });
        await buyer.Step(url + "/delivery?key=" + placed.GetProperty("accessKey").GetString());

        await maker.Earns(balance: net, onTheWay: 0, paid: 0);
        using var desk = market.As("operator");
        await desk.Step("/api/v1/payouts", new { artisanId = artisan.Value, amount = net + 1 }, HttpStatusCode.Conflict);
        var payout = await (await desk.Step("/api/v1/payouts", new { artisanId = artisan.Value, amount = net },
            HttpStatusCode.Created)).Json();
        var payoutUrl = $"/api/v1/payouts/{payout.GetProperty("id").GetString()}";
        var reference = Paying.Reference();
        await desk.Step(payoutUrl + "/paid", new { reference });
        await desk.Step(payoutUrl + "/paid", new { reference });
        await desk.Step(payoutUrl + "/paid", new { reference = Paying.Reference() }, HttpStatusCode.Conflict);
        await maker.Earns(balance: 0, onTheWay: 0, paid: net);

        using var staff = market.As("staff");
        await staff.Step(url + "/refunds", new { amount = total + 1, reason = "Rusak" }, HttpStatusCode.Conflict);
        await staff.Step(url + "/refunds", new { amount = 50_000, reason = "Rusak" }, HttpStatusCode.Accepted);
        await maker.Earns(balance: -50_000, onTheWay: 0, paid: net);
        await desk.Step(payoutUrl + "/returned");
        await desk.Step(payoutUrl + "/returned");
        await maker.Earns(balance: net - 50_000, onTheWay: 0, paid: 0);
    }

    [Fact]
    public async Task a_page_that_ends_unpaid_frees_the_stock()
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()), stock: 1);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (bag, 1))).Json();
        Assert.Equal(1, (await market.Stock(bag)).Reserved);

        await market.StripeSays("checkout.session.expired", placed);

        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "lapsed");
        Assert.Equal(0, (await market.Stock(bag)).Reserved);
        Assert.Equal(HttpStatusCode.Created, (await buyer.Order("transfer", (bag, 1))).StatusCode);
    }

    [Fact]
    public async Task a_declined_card_changes_nothing_and_the_buyer_can_try_again()
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()));
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (bag, 1))).Json();
        Assert.Equal(HttpStatusCode.OK, (await buyer.PayOnPage(placed, "decline")).StatusCode);
        Assert.Equal("placed", (await buyer.OrderPage(placed)).GetProperty("status").GetString());
        await buyer.PayOnPage(placed, "pay");
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
    }

    [Fact]
    public async Task a_lapsed_order_paid_late_is_filled_while_the_stock_is_there()
    {
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()), stock: 1);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (bag, 1))).Json();
        await market.StripeSays("checkout.session.expired", placed);
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "lapsed");

        await market.StripeSays("checkout.session.completed", placed);

        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        Assert.Equal(1, (await market.Stock(bag)).Reserved);
    }

    [Fact]
    public async Task a_lapsed_order_paid_late_goes_back_whole_when_the_stock_is_gone()
    {
        var artisan = ArtisanId.From(Guid.NewGuid());
        var bag = await market.Sell(artisan, stock: 1);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("transfer", (bag, 1))).Json();
        var id = placed.GetProperty("id").GetGuid();
        await market.Tell(new Ordering.ExpireOrder(new(id)));
        Assert.Equal(HttpStatusCode.Created, (await buyer.Order("transfer", (bag, 1))).StatusCode);
        using var staff = market.As("staff");

        await staff.Step($"/api/v1/orders/{id}/payment-confirmation",
            new { reference = Paying.Reference(), amount = placed.GetProperty("total").GetInt64() });

        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "returned");
        using var maker = market.As("artisan", ("artisan", artisan.Value.ToString()));
        await maker.Earns(balance: 0, onTheWay: 0, paid: 0);
        Assert.Equal(1, (await market.Stock(bag)).Reserved);
    }
}
