namespace CraftMarket.Income;

/// <summary>The largest amounts that are believed; what is above was mistyped, and would spoil every sum that it is in.</summary>
internal static class LargestAmounts
{
    /// <summary>Of one sale outside the shop and of its material, as of a price in the shop.</summary>
    public static readonly Rupiah Sale = new(1_000_000_000);

    /// <summary>Of a household's income in a month, and of each of its sources.</summary>
    public static readonly Rupiah MonthlyIncome = new(1_000_000_000);

    /// <summary>Of what an artisan sells outside the shop in a month; only streams from before there was a largest sale hold
    /// more.</summary>
    public static readonly Rupiah MonthlySales = new(1_000_000_000_000);

    public static Refusal? Refuse(Rupiah? amount, Rupiah most, string field) => amount <= most || amount is null ? null
        : Refusal.Invalid("amount_too_large", $"Jumlahnya paling banyak {most}. Periksa angka nolnya.",
            $"The amount is at most {most}. Check the zeros.", field);
}
