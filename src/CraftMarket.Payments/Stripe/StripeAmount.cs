namespace CraftMarket.Payments;

/// <summary>Stripe counts rupiah in hundredths: Rp55.000 is 5500000. This is the one place where that is known.</summary>
public static class StripeAmount
{
    public const string Currency = "idr";

    private const int Hundredths = 100;

    public static long Of(Rupiah amount) => checked(amount.Amount * Hundredths);

    /// <summary>Whole rupiah; a fraction of one cannot be ours and throws.</summary>
    public static Rupiah Read(long hundredths, string currency)
    {
        if (!string.Equals(currency, Currency, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"Stripe speaks of {currency}, but every order is in rupiah.");
        return hundredths % Hundredths == 0
            ? new(hundredths / Hundredths)
            : throw new InvalidOperationException($"Stripe speaks of {hundredths} hundredths of a rupiah, which is not a whole amount.");
    }
}
