using System.Net;
using Stripe;
using Stripe.Checkout;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace CraftMarket.Payments;

/// <summary>Talks to Stripe. Every request that moves money carries our own id, so that asking twice does it once.</summary>
public sealed class StripeGateway(StripeConnection connection)
{
    /// <summary>Under this name a refund at Stripe carries our id for it.</summary>
    internal const string RefundName = "refund";

    private readonly Lazy<StripeClient> _client = new(() =>
    {
        var settings = connection.Settings ?? throw new InvalidOperationException("Stripe is not configured.");
        return new StripeClient(new StripeClientOptions
        {
            ApiKey = settings.SecretKey,
            ApiBase = settings.ApiBase?.ToString().TrimEnd('/') ?? StripeClient.DefaultApiBase,
            HttpClient = new SystemNetHttpClient(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }, maxNetworkRetries: 1),
        });
    });

    /// <summary>
    /// When the page ends by itself. Stripe wants half an hour from when it is asked, and refuses another time under the same
    /// key: so it is reckoned from the hold alone, late enough for whoever asks while the hold lasts. When the hold ends, the
    /// page is closed anyway.
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
        }, new() { IdempotencyKey = KeyOf(payment).ToString() }, cancellation);
        return new(session.Id, session.Url, new(session.ExpiresAt, TimeSpan.Zero));
    }

    /// <summary>Stripe repeats a fault under its key, so every try after one has its own; which one it is lies in the payment's
    /// stream.</summary>
    internal static Guid KeyOf(Payment payment) =>
        payment.Faults == 0 ? payment.Id.Value : NewId.For($"page after {payment.Faults} faults", payment.Id.Value.ToString());

    /// <summary>Open pages of a payment that nobody knows: Stripe opened them and answered with a fault.</summary>
    public async Task<IReadOnlyList<string>> Unseen(Payment payment, CancellationToken cancellation)
    {
        var since = payment.FaultedAt ?? payment.HeldUntil.AddDays(-1);
        var asked = new SessionListOptions
        {
            Status = "open",
            Limit = 100,
            // Our clock and Stripe's differ, and the answer came later than the page.
            Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime.AddMinutes(-10) },
        };
        var unseen = new List<string>();
        await foreach (var page in new SessionService(_client.Value).ListAutoPagingAsync(asked, cancellationToken: cancellation))
            if (page.ClientReferenceId == payment.OrderId.Value.ToString() && page.Id != payment.SessionId) unseen.Add(page.Id);
        return unseen;
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

    /// <summary>Sends money back to the card; the refund carries our id for it.</summary>
    public Task<Stripe.Refund> Send(Refund refund, string paymentIntent, CancellationToken cancellation) =>
        new RefundService(_client.Value).CreateAsync(new RefundCreateOptions
        {
            PaymentIntent = paymentIntent,
            Amount = StripeAmount.Of(refund.Amount),
            Metadata = new() { [RefundName] = refund.Id.Value.ToString(), ["order"] = refund.OrderId.Value.ToString() },
        }, new() { IdempotencyKey = KeyOf(refund).ToString() }, cancellation);

    /// <summary>What Stripe made of a refund whose answer was a fault; null when it made nothing.</summary>
    public async Task<Stripe.Refund?> Find(Refund refund, string paymentIntent, CancellationToken cancellation)
    {
        var asked = new RefundListOptions { PaymentIntent = paymentIntent, Limit = 100 };
        await foreach (var known in new RefundService(_client.Value).ListAutoPagingAsync(asked, cancellationToken: cancellation))
            if (known.Metadata?.GetValueOrDefault(RefundName) == refund.Id.Value.ToString()) return known;
        return null;
    }

    /// <summary>Stripe gives a refusal or a fault again under the same key, so after one that is over it is asked under another.
    /// The words are part of keys that Stripe knows already.</summary>
    internal static Guid KeyOf(Refund refund) => refund.Tries == 0
        ? refund.Id.Value
        : NewId.For($"refund deferred {refund.Tries} times", refund.Id.Value.ToString());

    private static SessionLineItemOptions Line(int number, int of, Rupiah amount) => new()
    {
        Quantity = 1,
        PriceData = new()
        {
            Currency = StripeAmount.Currency,
            UnitAmount = StripeAmount.Of(amount),
            ProductData =
                new()
                {
                    Name = of == 1 ? "CraftMarket: barang dan ongkos kirim"
                : $"CraftMarket: perajin {number} dari {of}, barang dan ongkos kirim"
                },
        },
    };
}

/// <summary>What to do while Stripe cannot be reached or is at fault itself.</summary>
internal static class StripeFailures
{
    /// <summary>Stripe refused the request itself: asking the same again cannot help.</summary>
    public static bool IsRefusal(this StripeException failure) =>
        failure.HttpStatusCode is HttpStatusCode.BadRequest or HttpStatusCode.PaymentRequired or HttpStatusCode.NotFound;

    /// <summary>Stripe took the request on and was at fault: carried out or not, it gives the same answer again under the same
    /// key.</summary>
    public static bool IsSaved(this StripeException failure) => failure.HttpStatusCode >= HttpStatusCode.InternalServerError;

    /// <summary>The same once more, a little later.</summary>
    public static OutgoingMessages After<T>(this T message, TimeSpan wait) where T : notnull
    {
        var later = new OutgoingMessages();
        if (wait > TimeSpan.Zero) later.Delay(message, wait);
        else later.Add(message);
        return later;
    }

    public static void RetryWhileStripeIsAway(this HandlerChain chain) =>
        chain.OnException<StripeException>(x => !x.IsRefusal()).Or<HttpRequestException>().Or<TaskCanceledException>()
            .ScheduleRetry(
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4));
}
