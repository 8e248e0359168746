using System.Net;
using Stripe;
using Stripe.Checkout;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace CraftMarket.Payments;

/// <summary>Talks to Stripe. Every request that moves money carries our own id, so that asking twice does it once.</summary>
public sealed class StripeDesk(StripeConnection connection)
{
    private readonly Lazy<StripeClient> _client = new(() =>
    {
        var settings = connection.Settings ?? throw new InvalidOperationException("Stripe is not configured.");
        return new StripeClient(new StripeClientOptions
        {
            ApiKey = settings.SecretKey,
            ApiBase = settings.ApiBase?.ToString().TrimEnd('/') ?? StripeClient.DefaultApiBase,
            HttpClient = new SystemNetHttpClient(new HttpClient { Timeout = TimeSpan.FromSeconds(15) }, maxNetworkRetries: 1),
        });
    });

    /// <summary>
    /// When the page ends by itself. Stripe wants half an hour from when it is asked, and refuses another time under the same key: so it is
    /// reckoned from the hold alone, late enough for whoever asks while the hold lasts. When the hold ends, the page is closed anyway.
    /// </summary>
    internal static DateTimeOffset EndOf(Payment payment) => payment.HeldUntil.AddMinutes(31);

    /// <summary>Opens the payment page of an order. It names amounts and our ids, and nothing of the buyer.</summary>
    public async Task<CheckoutOpened> Open(Payment payment, CancellationToken cancellation)
    {
        var page = new Uri(connection.Site, $"/pesanan/{payment.OrderId.Value}").ToString();
        var order = new Dictionary<string, string> { ["order"] = payment.OrderId.Value.ToString() };
        var session = await new SessionService(_client.Value).CreateAsync(new SessionCreateOptions
        {
            Mode = "payment",
            ClientReferenceId = payment.OrderId.Value.ToString(),
            LineItems = [.. payment.Parts.Select((part, index) => Line(index + 1, payment.Parts.Count, part.Total))],
            Metadata = order,
            PaymentIntentData = new() { Metadata = order },
            SuccessUrl = page + "?bayar=selesai",
            CancelUrl = page + "?bayar=nanti",
            ExpiresAt = EndOf(payment).UtcDateTime,
        }, new() { IdempotencyKey = payment.Id.Value.ToString() }, cancellation);
        return new(session.Id, session.Url, new(session.ExpiresAt, TimeSpan.Zero));
    }

    /// <summary>What Stripe says now about a payment page.</summary>
    public Task<Session> Look(string sessionId, CancellationToken cancellation) =>
        new SessionService(_client.Value).GetAsync(sessionId, cancellationToken: cancellation);

    /// <summary>Closes a payment page; one that is closed already, or paid, stays as it is.</summary>
    public async Task Close(string sessionId, CancellationToken cancellation)
    {
        if ((await Look(sessionId, cancellation)).Status == "open")
            await new SessionService(_client.Value).ExpireAsync(sessionId, cancellationToken: cancellation);
    }

    /// <summary>Sends money of a part back to the card. Returns Stripe's id of the refund.</summary>
    public Task<string> Refund(Refund refund, string paymentIntent, CancellationToken cancellation) =>
        Send(refund.Id.Value, KeyOf(refund), refund.OrderId, paymentIntent, refund.Amount, cancellation);

    /// <summary>Stripe gives a refusal again under the same key, so after one that is over it is asked under another.</summary>
    internal static Guid KeyOf(Refund refund) =>
        refund.Deferrals == 0 ? refund.Id.Value : NewId.For($"refund deferred {refund.Deferrals} times", refund.Id.Value.ToString());

    /// <summary>Sends back money that came in another amount than the order's.</summary>
    public Task<string> GiveBack(Payment payment, OtherAmountPaid other, CancellationToken cancellation) =>
        Send(NewId.For("other amount", other.Reference), NewId.For("other amount", other.Reference), payment.OrderId, other.Reference, other.Amount, cancellation);

    private async Task<string> Send(Guid id, Guid key, OrderId order, string paymentIntent, Rupiah amount, CancellationToken cancellation)
    {
        var sent = await new RefundService(_client.Value).CreateAsync(new RefundCreateOptions
        {
            PaymentIntent = paymentIntent,
            Amount = StripeAmount.Of(amount),
            Metadata = new() { ["refund"] = id.ToString(), ["order"] = order.Value.ToString() },
        }, new() { IdempotencyKey = key.ToString() }, cancellation);
        return sent.Id;
    }

    private static SessionLineItemOptions Line(int number, int of, Rupiah amount) => new()
    {
        Quantity = 1,
        PriceData = new()
        {
            Currency = StripeAmount.Currency,
            UnitAmount = StripeAmount.Of(amount),
            ProductData = new() { Name = of == 1 ? "CraftMarket: barang dan ongkos kirim" : $"CraftMarket: perajin {number} dari {of}, barang dan ongkos kirim" },
        },
    };
}

/// <summary>What to do while Stripe cannot be reached or is at fault itself.</summary>
internal static class StripeAway
{
    /// <summary>Stripe refused the request itself: asking the same again cannot help.</summary>
    public static bool IsRefusal(this StripeException failure) =>
        failure.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.NotFound;

    public static void RetryWhileStripeIsAway(this HandlerChain chain) =>
        chain.OnException<StripeException>(x => !x.IsRefusal()).Or<HttpRequestException>().Or<TaskCanceledException>().ScheduleRetry(
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
            TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4));
}
