using Microsoft.Extensions.Configuration;

namespace CraftMarket.Payments;

/// <summary>Where Stripe is and the secrets shared with it.</summary>
/// <param name="ApiBase">Null for Stripe's own address.</param>
public sealed record StripeSettings(Uri? ApiBase, string SecretKey, string WebhookSecret)
{
    /// <summary>Null when Stripe is not set. Half of it is a mistake that stops the start.</summary>
    public static StripeSettings? Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return (configuration["Stripe:SecretKey"], configuration["Stripe:WebhookSecret"]) switch
        {
            ({ Length: > 0 } key, { Length: > 0 } secret) =>
                new(configuration["Stripe:ApiBase"] is { Length: > 0 } address ? new Uri(address) : null, key, secret),
            ({ Length: > 0 }, _) => throw new InvalidOperationException("Stripe__SecretKey is set, but Stripe__WebhookSecret is "
                + "not. Set both, or neither."),
            (_, { Length: > 0 }) => throw new InvalidOperationException("Stripe__WebhookSecret is set, but Stripe__SecretKey is "
                + "not. Set both, or neither."),
            _ => null,
        };
    }

    /// <summary>Never the secrets: they must not reach a log by accident.</summary>
    public override string ToString() => $"Stripe at {ApiBase?.ToString() ?? "its own address"}";
}

/// <summary>Takes card payments where Stripe is not set: the demo's fake does, and nothing does where there is no demo.</summary>
/// <param name="Settings">By the address at which buyers reach this house.</param>
public sealed record StripeFallback(Func<Uri, StripeSettings> Settings);

/// <summary>Stripe as it is configured, if it is. Read at first use, when a stand-in on the own address is up.</summary>
public sealed class StripeConnection(Func<StripeSettings?> find, Func<Uri> site)
{
    private readonly Lazy<StripeSettings?> _settings = new(find);

    /// <summary>Null when no card can be taken.</summary>
    public StripeSettings? Settings => _settings.Value;

    /// <summary>The address at which buyers reach this house.</summary>
    public Uri Site => site();
}
