namespace CraftMarket.Income.Reports;

/// <summary>The middle of some amounts; between two middles their mean, rounded to the rupiah, half away from zero.</summary>
internal static class Median
{
    public static Rupiah? Of(IReadOnlyCollection<decimal> amounts)
    {
        if (amounts.Count == 0) return null;
        var sorted = amounts.Order().ToArray();
        var middle = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new((long)Math.Round(middle, MidpointRounding.AwayFromZero));
    }
}
