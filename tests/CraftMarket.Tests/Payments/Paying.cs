using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Tests;

/// <summary>What buyers, Stripe and the office do about money.</summary>
internal static class Paying
{
    public static async Task<JsonElement> GetJson(this HttpClient client, string url) => await (await client.GetAsync(url, Shop.Token)).Json();

    public static async Task<HttpResponseMessage> Step(this HttpClient client, string url, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var reply = await client.PostAsJsonAsync(url, body ?? new { }, Shop.Token);
        Assert.True(reply.StatusCode == expected, $"{url}: {reply.StatusCode}, {await reply.Content.ReadAsStringAsync(Shop.Token)}");
        return reply;
    }

    /// <summary>Confirms a transfer of one rupiah, which is never the amount.</summary>
    public static Task<HttpResponseMessage> PostWrong(this HttpClient staff, string url) =>
        staff.PostAsJsonAsync(url, new { reference = "BNI-1", amount = 1 }, Shop.Token);

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
        Assert.Equal(earnings.GetProperty("balance").GetInt64(), earnings.GetProperty("rows").EnumerateArray().Sum(x => x.GetProperty("amount").GetInt64()));
        return (Balance: earnings.GetProperty("balance").GetInt64(), Way: earnings.GetProperty("onTheWay").GetInt64(), Paid: earnings.GetProperty("paid").GetInt64());
    }, x => x == (balance, onTheWay, paid));

    public static async Task<HttpResponseMessage> StripeSays(this RunningMarket market, string type, JsonElement placed, string? eventId = null,
        long? amount = null, DateTimeOffset? signedAt = null, string? secret = null, string? apiVersion = null)
    {
        var order = placed.GetProperty("id").GetString()!;
        var json = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = eventId ?? "evt_" + Guid.NewGuid().ToString("N"),
            ["object"] = "event",
            ["api_version"] = apiVersion ?? Stripe.StripeConfiguration.ApiVersion,
            ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
            ["livemode"] = false,
            ["type"] = type,
            ["data"] = new Dictionary<string, object?>
            {
                ["object"] = new Dictionary<string, object?>
                {
                    ["id"] = "cs_test_of_" + order,
                    ["object"] = "checkout.session",
                    ["client_reference_id"] = order,
                    ["amount_total"] = amount ?? placed.GetProperty("total").GetInt64() * 100,
                    ["currency"] = "idr",
                    ["payment_status"] = type == "checkout.session.expired" ? "unpaid" : "paid",
                    ["payment_intent"] = "pi_of_" + order,
                    ["customer_details"] = new { email = "lalu@example.com" },
                },
            },
        });
        var second = (signedAt ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        secret ??= market.Services.GetRequiredService<StripeConnection>().Settings!.WebhookSecret;
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{second}.{json}"));
        using var client = market.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", $"t={second},v1={Convert.ToHexStringLower(hash)}");
        return await client.SendAsync(request, Shop.Token);
    }
}
