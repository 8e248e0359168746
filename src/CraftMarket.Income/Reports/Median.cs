namespace CraftMarket.Income.Reports;

/// <summary>The middle of some amounts; between two middles their mean.</summary>
internal static class Median
{
    /// <summary>A median is told in steps of this, so that nobody's own amount is read from it.</summary>
    private const decimal Step = 5_000;

    /// <summary>To the nearest step, half away from zero.</summary>
    public static Rupiah? Rounded(IReadOnlyCollection<decimal> amounts) =>
        Of(amounts) is { } middle ? new((long)(Math.Round(middle / Step, MidpointRounding.AwayFromZero) * Step)) : null;

    public static decimal? Of(IReadOnlyCollection<decimal> amounts)
    {
        if (amounts.Count == 0) return null;
        var sorted = amounts.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
