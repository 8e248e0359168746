namespace CraftMarket.Payments;

/// <summary>Where Stripe is and the secrets shared with it.</summary>
/// <param name="ApiBase">Null for Stripe's own address.</param>
public sealed record StripeSettings(Uri? ApiBase, string SecretKey, string WebhookSecret)
{
    /// <summary>Never the secrets: they must not reach a log by accident.</summary>
    public override string ToString() => $"Stripe at {ApiBase?.ToString() ?? "its own address"}";
}

/// <summary>Stripe as it is configured, if it is. Read at first use, when a stand-in on the own address is up.</summary>
public sealed class StripeConnection(Func<StripeSettings?> find, Func<Uri> site)
{
    private readonly Lazy<StripeSettings?> _settings = new(find);

    /// <summary>Null when no card can be taken.</summary>
    public StripeSettings? Settings => _settings.Value;

    /// <summary>The address at which buyers reach this house.</summary>
    public Uri Site => site();
}
