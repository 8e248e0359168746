using CraftMarket.Income.Lines;

namespace CraftMarket.Income.Reports;

/// <summary>By what the report puts people together.</summary>
public enum IncomeGrouping { Batch, Village, Skill, Mode, Programme }

/// <summary>A group's id and what to call it.</summary>
public sealed record GroupName(string Id, Wording Name);

/// <summary>One row of the report; a group under five people has no figures.</summary>
public sealed record GroupIncome(GroupName Group, GroupFigures? Figures)
{
    public bool Suppressed => Figures is null;
}

/// <summary>What a group lives on. Medians and counts over fewer than five people are null.</summary>
/// <param name="People">Everybody with a seat.</param>
/// <param name="WithBaseline">Whose income before the training is known.</param>
/// <param name="Observed">Who sell as artisans, so that the shop knows their sales, none included.</param>
/// <param name="Answered">Both: the same people before and now. The rest is <paramref name="Missing"/>.</param>
/// <param name="Marketplace">Settled parts after fees and refunds: the sum of the artisans' ledgers.</param>
/// <param name="MaterialCost">As far as it is known; <paramref name="CostUnknown"/> sales have no stated cost.</param>
/// <param name="MedianNetBefore">Rupiah a month, over those with a baseline.</param>
/// <param name="MedianNetNow">Rupiah a month over the months of the report, over those observed.</param>
/// <param name="MedianNetChange">Now less before, over the same people.</param>
/// <param name="AbovePovertyLine">Of those answered: their net income now, shared by the household, reaches the line of their area.</param>
/// <param name="Line">The line used for most of them; all are in <paramref name="Lines"/>.</param>
/// <param name="AboveExtremeLine">The same against the national line of extreme poverty.</param>
public sealed record GroupFigures(int People, int WithBaseline, int Observed, int Answered, int Missing, Rupiah Marketplace, OffPlatformSums OffPlatform,
    Rupiah MaterialCost, int CostUnknown, Rupiah? MedianNetBefore, Rupiah? MedianNetNow, Rupiah? MedianNetChange, int? AbovePovertyLine,
    PovertyLine? Line, IReadOnlyList<PovertyLine> Lines, int? AboveExtremeLine, PovertyLine? ExtremeLine);

/// <summary>Sales outside the shop, by proof; never added up silently.</summary>
public sealed record OffPlatformSums(Rupiah Said, Rupiah Seen, Rupiah Receipt);
