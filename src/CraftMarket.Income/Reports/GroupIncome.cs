using CraftMarket.Income.Lines;

namespace CraftMarket.Income.Reports;

/// <summary>One row of the report; a group of which under five people agreed tells nothing at all.</summary>
public sealed record GroupIncome(GroupName Group, GroupFigures? Figures)
{
    /// <summary>No amount of it is told.</summary>
    public bool Suppressed => Figures is null or { TellsNothing: true };
}

/// <summary>What a group lives on. Amounts that the gate hides are null, and their names are in <paramref
/// name="Hidden"/>.</summary>
/// <param name="Seats">Everybody with a seat; those who agreed are in the figures.</param>
/// <param name="WithBaseline">Whose income before the training is known, from the six months before its first day.</param>
/// <param name="Observed">Who sell as artisans, so that the shop knows their sales, none included.</param>
/// <param name="Answered">Both. The rest is <paramref name="Missing"/>.</param>
/// <param name="Marketplace">Settled parts after fees and refunds: the sum of the artisans' ledgers.</param>
/// <param name="MaterialCost">As far as it is known; <paramref name="CostUnknown"/> sales have no stated cost.</param>
/// <param name="MedianNetBefore">All income of the household in a month before, over those with a baseline.</param>
/// <param name="MedianNetNow">Sales less known cost, a month, over the months of the report and those observed. Another thing
/// than all income: the two are
/// never subtracted from each other.</param>
/// <param name="Line">The line used for most of those with a baseline, at that time; all are in <paramref name="Lines"/>.</param>
public sealed record GroupFigures(Seats Seats, int WithBaseline, int Observed, int Answered, int Missing, Rupiah? Marketplace,
    OffPlatformSums OffPlatform, Rupiah? MaterialCost, int? CostUnknown, Rupiah? MedianNetBefore, Rupiah? MedianNetNow,
    PovertyLine? Line, IReadOnlyList<PovertyLine> Lines, PovertyLine? ExtremeLine, IReadOnlyList<string> Hidden)
{
    public bool TellsNothing => CostUnknown is null && new[]
    {
        Marketplace, OffPlatform.Said, OffPlatform.Seen, OffPlatform.Receipt, MaterialCost, MedianNetBefore, MedianNetNow,
    }.All(x => x is null);
}

/// <summary>Sales outside the shop, by proof; never added up silently.</summary>
public sealed record OffPlatformSums(Rupiah? Said, Rupiah? Seen, Rupiah? Receipt);
