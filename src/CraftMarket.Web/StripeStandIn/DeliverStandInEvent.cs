using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CraftMarket.Payments;
using Marten;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace CraftMarket.Web.StripeStandIn;

/// <summary>Posts an event to the webhook, signed as Stripe signs, again and again until it is taken.</summary>
public sealed record DeliverStandInEvent(string EventId);

public static class DeliverStandInEventHandler
{
    public static void Configure(HandlerChain chain) => chain.OnAnyException().ScheduleRetryIndefinitely(
        TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1));

    public static Task<StandInEvent?> LoadAsync(DeliverStandInEvent message, IQuerySession session,
        CancellationToken cancellation) =>
        session.LoadAsync<StandInEvent>(message.EventId, cancellation);

    public static async Task Handle(DeliverStandInEvent message, StandInEvent? told, StripeConnection stripe,
        IHttpClientFactory clients, DateTimeOffset now, CancellationToken cancellation)
    {
        if (told is null) return;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stripe.Site, "/webhooks/stripe"));
        request.Content = new StringContent(told.Json, Encoding.UTF8, "application/json");
        request.Headers.Add("Stripe-Signature", Sign(told.Json, now, stripe.Settings!.WebhookSecret));
        using var client = clients.CreateClient(nameof(StandIn));
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
public sealed record ExpireStandInSession(string SessionId);

public static class ExpireStandInSessionHandler
{
    public static async Task Handle(ExpireStandInSession message, IServiceScopeFactory scopes, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StandInBooth>().End(message.SessionId, cancellation);
    }
}
