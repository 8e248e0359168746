using System.Net;
using System.Text.Json;
using CraftMarket.Catalogue;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel;
using CraftMarket.Ordering;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>A part whose money went back whole: before it left it ends, and never is it a sale.</summary>
public sealed class GivenBackTests(RunningMarket market)
{
    private readonly ArtisanId _artisan = ArtisanId.From(Guid.NewGuid());

    [Fact]
    public async Task before_acceptance_it_ends_and_frees_its_stock_and_cannot_be_accepted_or_sent()
    {
        var (placed, bag) = await Paid();
        using HttpClient buyer = market.Visitor(), maker = Maker(), staff = market.As("staff");
        Assert.Equal(1, (await market.Stock(bag)).Reserved);

        await staff.Step(Part(placed) + "/refunds", new { amount = Total(placed), reason = "Batal" }, HttpStatusCode.Accepted);

        Assert.Equal("givenBack", await Status(buyer, placed));
        Assert.Equal(0, (await market.Stock(bag)).Reserved);
        await maker.Step(Part(placed) + "/acceptance", expected: HttpStatusCode.Conflict);
        await maker.Step(Part(placed) + "/shipment", new { courier = "JNE", trackingNumber = "1" }, HttpStatusCode.Conflict);
        var refused = await maker.Step(Part(placed) + "/refusal", new { reason = "Habis" }, HttpStatusCode.Conflict);
        Assert.Equal("wrong_state", (await refused.Json()).GetProperty("code").GetString());
        await staff.Step(Part(placed) + "/delivery", expected: HttpStatusCode.Conflict);
        Assert.Equal((10, 0), await OnHandAndHeld(bag));
        Assert.Equal(1, (await maker.GetJson("/api/v1/artisans/me/orders?status=givenBack")).GetProperty("total").GetInt32());
        await maker.Earns(balance: 0, onTheWay: 0, paid: 0);
    }

    [Fact]
    public async Task after_acceptance_it_ends_with_the_refund_that_gives_back_the_last_of_it()
    {
        var (placed, bag) = await Paid();
        using HttpClient buyer = market.Visitor(), maker = Maker(), staff = market.As("staff");
        await maker.Step(Part(placed) + "/acceptance");

        await staff.Step(Part(placed) + "/refunds", new { amount = 10_000, reason = "Lambat" }, HttpStatusCode.Accepted);
        Assert.Equal(("accepted", 1), (await Status(buyer, placed), (await market.Stock(bag)).Reserved));
        var left = Total(placed) - 10_000;
        await maker.Step(Part(placed) + "/refunds", new { amount = left, reason = "Batal" }, HttpStatusCode.Accepted);

        Assert.Equal(("givenBack", 0), (await Status(buyer, placed), (await market.Stock(bag)).Reserved));
        await maker.Step(Part(placed) + "/shipment", new { courier = "JNE", trackingNumber = "1" }, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task what_was_given_back_at_stripe_before_it_left_ends_too()
    {
        var bag = await market.Sell(_artisan);
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (bag, 1))).Json();
        await buyer.PayOnPage(placed, "pay");
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");

        await market.GivenBackAtStripe(placed, Total(placed));

        await buyer.Until(placed, x => x.GetProperty("parts")[0].GetProperty("status").GetString() == "givenBack");
        Assert.Equal((10, 0), await OnHandAndHeld(bag));
    }

    [Fact]
    public async Task buyer_and_artisan_read_that_it_ended()
    {
        var (placed, _) = await Paid();
        using HttpClient maker = Maker(), staff = market.As("staff");
        await maker.Step(Part(placed) + "/acceptance");
        await staff.Step(Part(placed) + "/refunds", new { amount = Total(placed), reason = "Batal" }, HttpStatusCode.Accepted);

        using var reader = new Reader(market);
        await reader.Open($"/pesanan/{placed.GetProperty("id").GetString()}?key={placed.GetProperty("accessKey").GetString()}");
        Assert.Contains("tidak akan dikirim", reader.Find("given-back").TextContent, StringComparison.Ordinal);
        Assert.Contains("Pesanan ini batal", reader.Find("off").TextContent, StringComparison.Ordinal);
        using var artisan = new Reader(market, "artisan", ("artisan", $"{_artisan.Value}"));
        await artisan.Open("/perajin");
        Assert.Contains("jangan dikirim", artisan.Text, StringComparison.Ordinal);
        await artisan.Open("/perajin/pesanan?status=GivenBack");
        Assert.Contains("jangan dikirim", artisan.Find("given-back").TextContent, StringComparison.Ordinal);
        Assert.All(["accept-form", "ship-form", "refuse-form"], x => Assert.Null(artisan.Page.QuerySelector($"[data-test={x}]")));
        Assert.DoesNotContain("Lalu Fictif", artisan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_part_of_an_older_database_that_was_given_back_before_it_left_ends_when_this_version_starts()
    {
        var (placed, bag) = await Paid();
        var part = placed.GetProperty("parts")[0].GetProperty("id").GetGuid();
        await using (var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Events.Append(part, new RefundGranted(RefundId.From(Guid.NewGuid()), new(Total(placed)), "Batal"));
            await session.SaveChangesAsync(Shop.Token);
        }

        foreach (var _ in Enumerable.Range(0, 2))
            foreach (var data in market.Services.GetServices<IReferenceData>()) await data.EnsureAsync(Shop.Token);

        using var buyer = market.Visitor();
        Assert.Equal("givenBack", await Status(buyer, placed));
        Assert.Equal((10, 0), await OnHandAndHeld(bag));
    }

    [Fact]
    public async Task after_it_left_it_can_arrive_and_is_no_sale()
    {
        var (placed, bag) = await Paid();
        using HttpClient buyer = market.Visitor(), maker = Maker(), staff = market.As("staff");
        await maker.Step(Part(placed) + "/acceptance");
        await maker.Step(Part(placed) + "/shipment", new { courier = "JNE", trackingNumber = "1" });
        await staff.Step(Part(placed) + "/refunds", new { amount = Total(placed), reason = "Rusak" }, HttpStatusCode.Accepted);
        await staff.Step(Part(placed) + "/delivery");
        Assert.Equal(("delivered", (9, 0)), (await Status(buyer, placed), await OnHandAndHeld(bag)));

        // What is told to the others of another part later has been told of this one as well.
        await Sold();
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var id = new SellerOrderId(placed.GetProperty("parts")[0].GetProperty("id").GetGuid());
        await Shop.Eventually(() => session.Query<MakerSale>().CountAsync(x => x.ArtisanId == _artisan, Shop.Token), x => x == 1);
        Assert.Null(await session.LoadAsync<ReviewablePart>(id.Value, Shop.Token));
        Assert.Equal(1, (await Month()).Sales);
        Assert.Empty(await session.Events.FetchStreamAsync(PartReview.StreamOf(id), token: Shop.Token));
    }

    [Fact]
    public async Task after_it_arrived_it_is_no_sale_any_more()
    {
        var sold = await Sold();
        await Shop.Eventually(Month, x => x.Sales == 1);
        using var staff = market.As("staff");

        await staff.Step(Part(sold) + "/refunds", new { amount = Total(sold) - 1, reason = "Rusak" }, HttpStatusCode.Accepted);
        await Shop.Eventually(Month, x => x.Refunds == new Rupiah(Total(sold) - 1));
        Assert.Equal((1, 1), ((await Month()).Sales, (await Month()).CostUnknown));
        await staff.Step(Part(sold) + "/refunds", new { amount = 1, reason = "Rusak" }, HttpStatusCode.Accepted);

        await Shop.Eventually(Month, x => (x.Sales, x.CostUnknown) == (0, 0) && x.Refunds == new Rupiah(Total(sold)));
    }

    /// <summary>One bag that was paid for, sent and received.</summary>
    private async Task<JsonElement> Sold()
    {
        var (placed, _) = await Paid();
        using HttpClient maker = Maker(), staff = market.As("staff");
        await maker.Step(Part(placed) + "/acceptance");
        await maker.Step(Part(placed) + "/shipment", new { courier = "JNE", trackingNumber = "2" });
        await staff.Step(Part(placed) + "/delivery");
        await Shop.Eventually(Month, x => x.Sales > 0);
        return placed;
    }

    private async Task<(JsonElement Placed, ProductId Bag)> Paid()
    {
        var bag = await market.Sell(_artisan);
        using HttpClient buyer = market.Visitor(), staff = market.As("staff");
        var placed = await (await buyer.Order("transfer", (bag, 1))).Json();
        var id = placed.GetProperty("id").GetGuid();
        await staff.Step($"/api/v1/orders/{id}/payment-confirmation", new { reference = $"TRF-{id:N}", amount = Total(placed) });
        await buyer.Until(placed, x => x.GetProperty("parts")[0].GetProperty("status").GetString() == "received");
        return (placed, bag);
    }

    private HttpClient Maker() => market.As("artisan", ("artisan", $"{_artisan.Value}"));

    private async Task<(int?, int)> OnHandAndHeld(ProductId bag)
    {
        var stock = await market.Stock(bag);
        return (stock.OnHand, stock.Reserved);
    }

    private async Task<(int Sales, int CostUnknown, Rupiah Refunds)> Month()
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var month = ArtisanMonth.IdOf(_artisan, LocalMonth.Of(LocalMonth.DayOf(DateTimeOffset.UtcNow)));
        var known = await session.LoadAsync<ArtisanMonth>(month, Shop.Token);
        return known is null ? default : (known.Sales, known.CostUnknown, known.Refunds);
    }

    private static async Task<string?> Status(HttpClient buyer, JsonElement placed) =>
        (await buyer.OrderPage(placed)).GetProperty("parts")[0].GetProperty("status").GetString();

    private static string Part(JsonElement placed) =>
        $"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}";

    private static long Total(JsonElement placed) => placed.GetProperty("total").GetInt64();
}
