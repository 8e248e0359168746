using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Payments;
using CraftMarket.Demo;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>What buyers, Stripe and the office do about money.</summary>
internal static class Paying
{
    public static async Task<JsonElement> GetJson(this HttpClient client, string url) =>
        await (await client.GetAsync(url, Shop.Token)).Json();

    public static async Task<HttpResponseMessage> Step(this HttpClient client, string url, object? body = null,
        HttpStatusCode expected = HttpStatusCode.OK)
    {
        var reply = await client.PostAsJsonAsync(url, body ?? new { }, Shop.Token);
        Assert.True(reply.StatusCode == expected,
            $"{url}: {reply.StatusCode}, {await reply.Content.ReadAsStringAsync(Shop.Token)}");
        return reply;
    }

    /// <summary>A reference that no other test uses.</summary>
    public static string Reference(string bank = "BNI") => $"{bank}-{Guid.NewGuid():N}";

    public static async Task<HttpResponseMessage> PayOnPage(this HttpClient buyer, JsonElement placed, string action)
    {
        var url = placed.GetProperty("payment").GetProperty("url").GetString()!;
        var page = await buyer.GetStringAsync(url, Shop.Token);
        Assert.Contains($"value=\"{action}\"", page, StringComparison.Ordinal);
        Assert.Contains(new Rupiah(placed.GetProperty("total").GetInt64()).ToString(), page, StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([new("action", action)]);
        return await buyer.PostAsync(url, form, Shop.Token);
    }

    public static Task<JsonElement> Until(this HttpClient buyer, JsonElement placed, Func<JsonElement, bool> isSo) =>
        Shop.Eventually(() => buyer.OrderPage(placed), isSo);

    /// <summary>Waits for the figures, and sees every time that the rows sum to the balance.</summary>
    public static Task Earns(this HttpClient artisan, long balance, long onTheWay, long paid) => Shop.Eventually(async () =>
    {
        var earnings = await artisan.GetJson("/api/v1/artisans/me/earnings");
        Assert.Equal(earnings.GetProperty("balance").GetInt64(), earnings.GetProperty("rows").EnumerateArray()
            .Sum(x => x.GetProperty("amount").GetInt64()));
        return (Balance: earnings.GetProperty("balance").GetInt64(), Way: earnings.GetProperty("onTheWay").GetInt64(),
            Paid: earnings.GetProperty("paid").GetInt64());
    }, x => x == (balance, onTheWay, paid));

    /// <param name="page">Stripe's page that it is about; the one that the buyer was shown when a page ended.</param>
    public static async Task<HttpResponseMessage> StripeSays(this RunningMarket market, string type, JsonElement placed,
        string? eventId = null,
        long? amount = null, DateTimeOffset? signedAt = null, string? secret = null, string? apiVersion = null,
        string currency = "idr", string? page = null)
    {
        var order = placed.GetProperty("id").GetString()!;
        page ??= type == "checkout.session.expired" ? (await market.PaymentOf(placed)).SessionId : "cs_test_of_" + order;
        return await market.StripeTells(type, new()
        {
            ["id"] = page,
            ["object"] = "checkout.session",
            ["client_reference_id"] = order,
            ["amount_total"] = amount ?? placed.GetProperty("total").GetInt64() * 100,
            ["currency"] = currency,
            ["payment_status"] = type == "checkout.session.expired" ? "unpaid" : "paid",
            ["payment_intent"] = "pi_of_" + order,
            ["customer_details"] = new { email = "lalu@example.com" },
        }, eventId, signedAt, secret, apiVersion);
    }

    /// <summary>Stripe tells how much of an order's charge has gone back by now, in rupiah.</summary>
    public static Task<HttpResponseMessage> StripeReturned(this RunningMarket market, JsonElement placed, long inAll,
        string? intent = null) =>
        market.StripeTells("charge.refunded", new()
        {
            ["id"] = "ch_of_" + placed.GetProperty("id").GetString(),
            ["object"] = "charge",
            ["amount"] = placed.GetProperty("total").GetInt64() * 100,
            ["amount_refunded"] = inAll * 100,
            ["currency"] = "idr",
            ["payment_intent"] = intent ?? "pi_of_" + placed.GetProperty("id").GetString(),
            ["metadata"] = new Dictionary<string, string> { ["order"] = placed.GetProperty("id").GetString()! },
        });

    /// <summary>A buyer's bank disputes the payment of an order, or that ends. Stripe names the payment and not the
    /// order.</summary>
    public static async Task StripeDisputes(this RunningMarket market, JsonElement placed, string happening, string status)
    {
        await market.ChangePage(placed, x => x.Dispute is "won" or "lost" ? x : x with { Dispute = status });
        Assert.Equal(HttpStatusCode.OK, (await market.StripeTells($"charge.dispute.{happening}", new()
        {
            ["id"] = "dp_of_" + placed.GetProperty("id").GetString(),
            ["object"] = "dispute",
            ["amount"] = placed.GetProperty("total").GetInt64() * 100,
            ["currency"] = "idr",
            ["charge"] = "ch_of_" + placed.GetProperty("id").GetString(),
            ["payment_intent"] = await market.IntentOf(placed),
            ["status"] = status,
            ["metadata"] = new Dictionary<string, string>(),
        })).StatusCode);
    }

    /// <summary>Changes an order's page at the stand-in behind everybody's back; nothing is told.</summary>
    public static async Task ChangePage(this RunningMarket market, JsonElement placed,
        Func<FakeStripeSession, FakeStripeSession> change)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        var payment = await session.LoadAsync<Payment>(PaymentId.Of(new(placed.GetProperty("id").GetGuid())).Value, Shop.Token);
        session.Store(change((await session.LoadAsync<FakeStripeSession>(payment!.SessionId!, Shop.Token))!));
        await session.SaveChangesAsync(Shop.Token);
    }

    /// <summary>Stripe's payment of an order that was paid.</summary>
    public static async Task<string> IntentOf(this RunningMarket market, JsonElement placed) =>
        (await market.PaymentOf(placed)).Reference!;

    public static async Task<Payment> PaymentOf(this RunningMarket market, JsonElement placed)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        return (await session.LoadAsync<Payment>(PaymentId.Of(new(placed.GetProperty("id").GetGuid())).Value, Shop.Token))!;
    }

    /// <summary>What every entry about an artisan did to an account: debit positive.</summary>
    public static async Task<long> Booked(this RunningMarket market, ArtisanId artisan, string account)
    {
        await using var session = market.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var entries = await session.Query<LedgerEntry>().Where(x => x.ArtisanId == artisan).ToListAsync(Shop.Token);
        return entries.Select(x => x.Booked.Change(account)).Sum().Amount;
    }

    /// <summary>Accepted, sent and received.</summary>
    public static async Task Deliver(this HttpClient maker, HttpClient buyer, JsonElement placed)
    {
        var part = $"/api/v1/seller-orders/{placed.GetProperty("parts")[0].GetProperty("id").GetString()}";
        await maker.Step(part + "/acceptance");
        await maker.Step(part + "/shipment", new { courier = "JNE", trackingNumber = "CGK1" });
        await buyer.Step(part + "/delivery", new { key = placed.GetProperty("accessKey").GetString() });
    }

    /// <summary>What the artisan gets of an order with one part.</summary>
    public static long Net(this JsonElement placed) =>
        placed.GetProperty("parts")[0].GetProperty("total").GetInt64() - placed.GetProperty("parts")[0].GetProperty("fee")
            .GetInt64();

    /// <summary>Somebody gives money back at Stripe's own pages, past this house.</summary>
    public static async Task GivenBackAtStripe(this RunningMarket market, JsonElement placed, long amount)
    {
        var settings = market.Services.GetRequiredService<StripeConnection>().Settings!;
        using var dashboard = new HttpClient();
        dashboard.DefaultRequestHeaders.Authorization = new("Bearer", settings.SecretKey);
        using var form = new FormUrlEncodedContent(
            [new("payment_intent", await market.IntentOf(placed)),
                new("amount", (amount * 100).ToString(CultureInfo.InvariantCulture))]);
        Assert.Equal(HttpStatusCode.OK, (await dashboard.PostAsync(new Uri($"{settings.ApiBase}/v1/refunds"), form, Shop.Token))
            .StatusCode);
    }

    public static Task<HttpResponseMessage> StripeTells(this RunningMarket market, string type, Dictionary<string, object?> about,
        string? eventId = null,
        DateTimeOffset? signedAt = null, string? secret = null, string? apiVersion = null) => market.StripeSends(
        JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = eventId ?? "evt_" + Guid.NewGuid().ToString("N"),
            ["object"] = "event",
            ["api_version"] = apiVersion ?? Stripe.StripeConfiguration.ApiVersion,
            ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["livemode"] = false,
            ["type"] = type,
            ["data"] = new Dictionary<string, object?> { ["object"] = about },
        }), signedAt, secret);

    /// <summary>Posts bytes to the webhook, signed as Stripe signs.</summary>
    public static async Task<HttpResponseMessage> StripeSends(this RunningMarket market, string json,
        DateTimeOffset? signedAt = null, string? secret = null)
    {
        var second = (signedAt ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        secret ??= market.Services.GetRequiredService<StripeConnection>().Settings!.WebhookSecret;
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{second}.{json}"));
        using var client = market.Visitor();
        using var request =
            new HttpRequestMessage(HttpMethod.Post,
            "/webhooks/stripe")
            { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", $"t={second},v1={Convert.ToHexStringLower(hash)}");
        return await client.SendAsync(request, Shop.Token);
    }
}
