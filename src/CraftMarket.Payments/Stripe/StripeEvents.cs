using Stripe;
using Stripe.Checkout;

namespace CraftMarket.Payments;

/// <summary>Reads what Stripe tells, after making sure that it is Stripe who tells it.</summary>
public static class StripeEvents
{
    private const long ToleranceSeconds = 300;

    public static readonly Refusal BadSignature = Refusal.Conflict("bad_signature",
        "Tanda tangan webhook tidak cocok atau sudah terlalu lama.", "The webhook's signature does not match or is too old.");

    public static readonly Refusal OtherVersion = Refusal.Conflict("api_version_mismatch",
        $"Atur versi API webhook di Stripe menjadi {StripeConfiguration.ApiVersion}.",
        $"Set the API version of the webhook at Stripe to {StripeConfiguration.ApiVersion}.");

    public static readonly Refusal Unreadable = new("malformed",
        new("Isi webhook ini tidak bisa dibaca.", "The webhook's body cannot be read."), RefusalKind.Malformed);

    /// <summary>A <see cref="TakeStripeEvent"/>, or why the event is not taken. The event's personal data stays behind.</summary>
    public static (TakeStripeEvent? Command, Refusal? Refusal) Read(string json, string? signature, StripeSettings settings)
    {
        try
        {
            EventUtility.ValidateSignature(json, signature ?? "", settings.WebhookSecret, ToleranceSeconds);
        }
        catch (Exception unsigned) when (
            unsigned is StripeException or FormatException or ArgumentException or KeyNotFoundException)
        {
            return (null, BadSignature);
        }

        try
        {
            return (Read(EventUtility.ParseEvent(json, throwOnApiVersionMismatch: true)), null);
        }
        catch (StripeException)
        {
            return (null, OtherVersion);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Whatever its parser stumbles over: sending the same bytes again cannot help, and a 500 would make Stripe try for
            // days.
            return (null, Unreadable);
        }
    }

    private static TakeStripeEvent Read(Event told)
    {
        var command = new TakeStripeEvent(told.Id, told.Type, (told.Data?.Object as IHasId)?.Id ?? "", null, null, null,
            null, null)
        {
            At = new(DateTime.SpecifyKind(told.Created, DateTimeKind.Utc)),
        };
        return told.Data?.Object switch
        {
            Session x => command with
            {
                OrderId = Order(x.ClientReferenceId) ?? Order(x.Metadata),
                Amount = x.AmountTotal,
                Currency = x.Currency,
                PaymentStatus = x.PaymentStatus,
                PaymentIntent = x.PaymentIntentId,
            },
            // The charge carries the metadata of its payment, as StripeGateway.Open gave it.
            Charge x => command with
            {
                OrderId = Order(x.Metadata),
                Amount = x.AmountRefunded,
                Currency = x.Currency,
                PaymentIntent = x.PaymentIntentId
            },
            Dispute x => command with
            {
                OrderId = Order(x.Metadata),
                Amount = x.Amount,
                Currency = x.Currency,
                PaymentStatus = x.Status,
                PaymentIntent = x.PaymentIntentId,
            },
            Stripe.Refund x => command with
            {
                OrderId = Order(x.Metadata),
                RefundId = Id(x.Metadata?.GetValueOrDefault(StripeGateway.RefundName)) is { } ours ? new RefundId(ours) : null,
                Amount = x.Amount,
                Currency = x.Currency,
                PaymentStatus = x.Status,
                PaymentIntent = x.PaymentIntentId,
                Why = x.FailureReason,
            },
            _ => command,
        };
    }

    private static OrderId? Order(IReadOnlyDictionary<string, string>? metadata) => Order(metadata?.GetValueOrDefault("order"));

    private static OrderId? Order(string? text) => Id(text) is { } id ? new OrderId(id) : null;

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
