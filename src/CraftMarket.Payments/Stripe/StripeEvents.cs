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

    /// <summary>A <see cref="TakeStripeEvent"/>, or why the event is not taken. The event's personal data stays behind.</summary>
    public static (TakeStripeEvent? Command, Refusal? Refusal) Read(string json, string? signature, StripeSettings settings)
    {
        try
        {
            EventUtility.ValidateSignature(json, signature ?? "", settings.WebhookSecret, ToleranceSeconds);
        }
        catch (Exception unsigned) when (unsigned is StripeException or FormatException or ArgumentException or KeyNotFoundException)
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
    }

    private static TakeStripeEvent Read(Event told)
    {
        var session = told.Data?.Object as Session;
        var order = session?.ClientReferenceId ?? session?.Metadata?.GetValueOrDefault("order");
        return new(told.Id, told.Type, (told.Data?.Object as IHasId)?.Id ?? "", Guid.TryParse(order, out var id) ? new OrderId(id) : null,
            session?.AmountTotal, session?.Currency, session?.PaymentStatus, session?.PaymentIntentId);
    }
}
