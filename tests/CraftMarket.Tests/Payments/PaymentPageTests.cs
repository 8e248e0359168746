using System.Globalization;
using System.Net;
using CraftMarket.Kernel;
using CraftMarket.Payments;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>Opening the page to pay on, and coming back from it.</summary>
public sealed class PaymentPageTests(RunningMarket market)
{
    [Fact]
    public async Task a_page_asked_for_again_is_the_same_page_however_late()
    {
        var desk = market.Services.GetRequiredService<StripeGateway>();
        var order = OrderId.From(Guid.NewGuid());
        var part = new Kernel.Facts.OrderPart(SellerOrderId.From(Guid.NewGuid()), ArtisanId.From(Guid.NewGuid()), new(150_000),
            new(15_000), new(7_500));
        // The hold ends this second: half an hour more is what Stripe asks for.
        var payment = new Payment(PaymentId.Of(order), order, PaymentMethod.Card, part.Total, [part], DateTimeOffset.UtcNow,
            PaymentStatus.Pending, null, null, null);
        var first = await desk.Open(payment, Shop.Token);
        await Task.Delay(1_100, Shop.Token);
        Assert.Equal(first, await desk.Open(payment, Shop.Token));
    }

    [Theory]
    [InlineData("checkout/sessions", "expires_at")]
    [InlineData("refunds", "amount")]
    public async Task the_stand_in_takes_no_other_parameters_under_the_same_key_as_stripe_does(string path, string changed)
    {
        var settings = market.Services.GetRequiredService<StripeConnection>().Settings!;
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (await market.Sell(ArtisanId.From(Guid.NewGuid())), 1))).Json();
        await buyer.PayOnPage(placed, "pay");
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "confirmed");
        var form = path == "refunds"
            ? new Dictionary<string, string> { ["payment_intent"] = await market.IntentOf(placed), ["amount"] = "100000" }
            : new()
            {
                ["mode"] = "payment", ["success_url"] = "https://example.com/", ["line_items[0][quantity]"] = "1",
                ["line_items[0][price_data][unit_amount]"] = "100000", ["line_items[0][price_data][currency]"] = "idr",
                ["expires_at"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            };
        var key = Guid.NewGuid().ToString();
        Assert.Equal(HttpStatusCode.OK, (await Ask(settings, path, form, key)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(settings, path, form, key)).StatusCode);

        form[changed] = (long.Parse(form[changed], CultureInfo.InvariantCulture) + 100).ToString(CultureInfo.InvariantCulture);

        var refused = await (await Ask(settings, path, form, key)).Json();
        Assert.Equal("idempotency_error", refused.GetProperty("error").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("id", "sedang diperiksa")]
    [InlineData("en", "being checked")]
    public async Task who_comes_back_from_paying_while_stripe_is_away_reads_that_it_is_being_checked(string language,
        string words)
    {
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (await market.Sell(ArtisanId.From(Guid.NewGuid())), 1))).Json();
        var id = placed.GetProperty("id").GetGuid();
        await using (var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Events.Append(PaymentId.Of(new(id)).Value,
                new CheckoutOpened("cs_test_unknown_to_stripe", "https://pay.example.com/", DateTimeOffset.UtcNow));
            await session.SaveChangesAsync(Shop.Token);
        }

        using var reader = new Reader(market);
        await reader.Open($"/pesanan/{id}?bayar=selesai&bahasa={language}&key={placed.GetProperty("accessKey").GetString()}");

        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Contains(words, reader.Find("checking").TextContent, StringComparison.Ordinal);
        Assert.NotNull(reader.Page.QuerySelector("meta[http-equiv=refresh]"));
    }

    [Theory]
    [InlineData(false, "confirmed")]
    [InlineData(true, "returned")]
    public async Task who_paid_while_the_hold_ended_reads_that_it_is_being_checked_and_it_is_looked_up(bool soldMeanwhile,
        string status)
    {
        using var buyer = market.Visitor();
        var bag = await market.Sell(ArtisanId.From(Guid.NewGuid()), stock: 1);
        var placed = await (await buyer.Order("card", (bag, 1))).Json();
        // Paid at Stripe, but the webhook is late.
        await market.ChangePage(placed, x => x with { Status = "complete", PaymentStatus = "paid" });
        await Lapsed(buyer, placed);
        if (soldMeanwhile) Assert.Equal(HttpStatusCode.Created, (await buyer.Order("transfer", (bag, 1))).StatusCode);

        using var reader = new Reader(market);
        await reader.Open(BackFromPaying(placed));

        Assert.Contains("sedang diperiksa", reader.Find("checking").TextContent, StringComparison.Ordinal);
        Assert.NotNull(reader.Page.QuerySelector("meta[http-equiv=refresh]"));
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == status);
    }

    [Fact]
    public async Task who_did_not_pay_before_the_hold_ended_reads_that_the_order_is_off()
    {
        using var buyer = market.Visitor();
        var placed = await (await buyer.Order("card", (await market.Sell(ArtisanId.From(Guid.NewGuid())), 1))).Json();
        await Lapsed(buyer, placed);

        using var reader = new Reader(market);
        await reader.Open(BackFromPaying(placed));

        Assert.Contains("Anda tidak perlu membayar", reader.Find("lapsed").TextContent, StringComparison.Ordinal);
        Assert.Null(reader.Page.QuerySelector("meta[http-equiv=refresh]"));
    }

    private async Task Lapsed(HttpClient buyer, System.Text.Json.JsonElement placed)
    {
        await market.Tell(new Ordering.ExpireOrder(new(placed.GetProperty("id").GetGuid())));
        await buyer.Until(placed, x => x.GetProperty("status").GetString() == "lapsed" && x.GetProperty("payment")
            .GetProperty("status").GetString() == "ended");
    }

    private static string BackFromPaying(System.Text.Json.JsonElement placed) =>
        $"/pesanan/{placed.GetProperty("id").GetString()}?bayar=selesai&key={placed.GetProperty("accessKey").GetString()}";

    private static async Task<HttpResponseMessage> Ask(StripeSettings settings, string path, Dictionary<string, string> form,
        string key)
    {
        using var program = new HttpClient();
        using var request =
            new HttpRequestMessage(HttpMethod.Post,
            $"{settings.ApiBase}/v1/{path}")
            { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new("Bearer", settings.SecretKey);
        request.Headers.Add("Idempotency-Key", key);
        return await program.SendAsync(request, Shop.Token);
    }
}
