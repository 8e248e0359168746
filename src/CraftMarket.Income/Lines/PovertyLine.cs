namespace CraftMarket.Income.Lines;

/// <summary>A poverty line of an area from a month on, per person and month.</summary>
/// <param name="Area">Kemendagri code, or <c>ID</c> for the whole country.</param>
/// <param name="Month">Month of the survey.</param>
/// <param name="Amount">Rupiah as published, sometimes with a decimal.</param>
/// <param name="HouseholdSize">Mean size of a poor household, where published.</param>
/// <param name="HouseholdLine">Line of such a household, where published.</param>
/// <param name="Extreme">The lower line of extreme poverty.</param>
/// <param name="Certain">Published by the office or told alike by two papers; false when only one paper has it.</param>
public sealed record PovertyLine(string Id, string Area, LocalMonth Month, decimal Amount, decimal? HouseholdSize,
    Rupiah? HouseholdLine, bool Extreme, bool Certain)
{
    public const string Indonesia = "ID";

    /// <summary>What a household of that size needs; rounded to the rupiah, half away from zero, as BPS does.</summary>
    public Rupiah ForHousehold(decimal size) => new((long)Math.Round(Amount * size, MidpointRounding.AwayFromZero));

    /// <summary>Whether the income, shared by the household, reaches the line; exactly on it counts as reached.</summary>
    public bool IsReachedBy(decimal income, int householdSize) => income >= Amount * householdSize;
}

/// <summary>Picks the line that applies.</summary>
public static class PovertyLineChoice
{
    /// <summary>The latest line of the regency up to that month; of the province when the regency has none.</summary>
    public static PovertyLine? Official(this IEnumerable<PovertyLine> lines, RegionCode village, LocalMonth upTo)
    {
        var known = lines.Where(x => !x.Extreme && x.Month <= upTo).ToArray();
        return Latest(known, village.Regency.Value) ?? Latest(known, Regions.Ntb.Value);
    }

    /// <summary>The latest national line of extreme poverty up to that month.</summary>
    public static PovertyLine? Lowest(this IEnumerable<PovertyLine> lines, LocalMonth upTo) =>
        Latest([.. lines.Where(x => x.Extreme && x.Month <= upTo)], PovertyLine.Indonesia);

    private static PovertyLine? Latest(PovertyLine[] lines, string area) => lines.Where(x => x.Area == area).MaxBy(x => x.Month);
}
