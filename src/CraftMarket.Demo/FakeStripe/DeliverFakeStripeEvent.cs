using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CraftMarket.Payments;
using Marten;
using Wolverine.Attributes;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace CraftMarket.Demo;

/// <summary>Posts an event to the webhook, signed as Stripe signs, again and again until it is taken.</summary>
[MessageIdentity("CraftMarket.Web.StripeStandIn.DeliverStandInEvent")]
public sealed record DeliverFakeStripeEvent(string EventId);

public static class DeliverFakeStripeEventHandler
{
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetryIndefinitely(
        TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));

    public static Task<FakeStripeEvent?> LoadAsync(DeliverFakeStripeEvent message, IQuerySession session,
        CancellationToken cancellation) =>
        session.LoadAsync<FakeStripeEvent>(message.EventId, cancellation);

    public static async Task Handle(DeliverFakeStripeEvent message, FakeStripeEvent? told, StripeConnection stripe,
        IHttpClientFactory clients, DateTimeOffset now, CancellationToken cancellation)
    {
        if (told is null) return;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stripe.Site, "/webhooks/stripe"));
        request.Content = new StringContent(told.Json, Encoding.UTF8, "application/json");
        request.Headers.Add("Stripe-Signature", Sign(told.Json, now, stripe.Settings!.WebhookSecret));
        using var client = clients.CreateClient(nameof(FakeStripe));
        (await client.SendAsync(request, cancellation)).EnsureSuccessStatusCode();
    }

    /// <summary>Stripe's signature: HMAC-SHA256 over the second it was signed, a dot and the body.</summary>
    internal static string Sign(string json, DateTimeOffset at, string secret)
    {
        var second = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{second}.{json}"));
        return $"t={second},v1={Convert.ToHexStringLower(hash)}";
    }
}

/// <summary>The time of a payment page is over.</summary>
[MessageIdentity("CraftMarket.Web.StripeStandIn.ExpireStandInSession")]
public sealed record ExpireFakeStripeSession(string SessionId);

public static class ExpireFakeStripeSessionHandler
{
    public static async Task Handle(ExpireFakeStripeSession message, IServiceScopeFactory scopes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FakeStripe>().End(message.SessionId, cancellation);
    }
}
