namespace CraftMarket.Payments;

/// <summary>Stripe counts rupiah in hundredths: Rp55.000 is 5500000. This is the one place where that is known.</summary>
public static class StripeAmount
{
    public const string Currency = "idr";

    private const int Hundredths = 100;

    public static long Of(Rupiah amount) => checked(amount.Amount * Hundredths);

    /// <summary>Whole rupiah; another currency or a fraction of a rupiah cannot be ours and throws.</summary>
    public static Rupiah Read(long hundredths, string currency) => TryRead(hundredths, currency)
        ?? throw new InvalidOperationException($"Stripe speaks of {hundredths} hundredths of {currency}, but every order is in "
            + $"whole rupiah.");

    /// <summary>Whole rupiah; null for another currency or a fraction of a rupiah.</summary>
    public static Rupiah? TryRead(long hundredths, string? currency) =>
        string.Equals(currency, Currency, StringComparison.OrdinalIgnoreCase) && hundredths % Hundredths == 0
            ? new(hundredths / Hundredths) : null;
}
