using CraftMarket.Income.Lines;
using CraftMarket.Income.Sales;

namespace CraftMarket.Income.Reports;

/// <summary>A person of a group with what they sold in the months of the report.</summary>
public sealed record GroupMember(Livelihood Livelihood, IReadOnlyList<ArtisanMonth> Months);

/// <summary>The months that a report covers, both counted.</summary>
public sealed record Period(LocalMonth From, LocalMonth To)
{
    public int Months => From.Through(To);
}

/// <summary>Turns members into figures. Pure: the same members give the same figures for ever.</summary>
public static class IncomeFigures
{
    /// <summary>Under this many people nothing is told: each could be recognised.</summary>
    public const int FewestPeople = 5;

    public static GroupIncome Of(GroupName group, IReadOnlyList<GroupMember> members, Period period, IReadOnlyList<PovertyLine> lines) =>
        new(group, members.Count < FewestPeople ? null : FiguresOf(members, period, lines));

    private static GroupFigures FiguresOf(IReadOnlyList<GroupMember> members, Period period, IReadOnlyList<PovertyLine> lines)
    {
        var before = members.Where(x => x.Livelihood.Baseline is not null).ToArray();
        var now = members.Where(x => x.Livelihood.ArtisanId is not null).ToArray();
        var both = before.Intersect(now).Select(x => Answer(x, period, lines)).ToArray();
        var used = both.Select(x => x.Line).OfType<PovertyLine>().GroupBy(x => x).OrderByDescending(x => x.Count()).ThenBy(x => x.Key.Id, StringComparer.Ordinal)
            .Select(x => x.Key).ToArray();
        var extreme = lines.Lowest(period.To);
        var months = members.SelectMany(x => x.Months).ToArray();
        return new(members.Count, before.Length, now.Length, both.Length, members.Count - both.Length, months.Sum(x => x.Marketplace),
            new(months.Sum(x => x.Said), months.Sum(x => x.Seen), months.Sum(x => x.Receipt)), months.Sum(x => x.MaterialCost),
            months.Sum(x => x.CostUnknown),
            Told(before.Length, () => Median.Of([.. before.Select(Before)])),
            Told(now.Length, () => Median.Of([.. now.Select(x => Now(x, period))])),
            Told(both.Length, () => Median.Of([.. both.Select(x => x.Now - x.Before)])),
            Told(both.Length, () => (int?)both.Count(x => x.Line?.IsReachedBy(x.Now, x.HouseholdSize) == true)),
            used.FirstOrDefault() ?? members.Select(x => LineOf(x, period, lines)).FirstOrDefault(), used,
            Told(both.Length, () => extreme is null ? null : (int?)both.Count(x => extreme.IsReachedBy(x.Now, x.HouseholdSize))), extreme);
    }

    private sealed record Answered(decimal Before, decimal Now, int HouseholdSize, PovertyLine? Line);

    private static Answered Answer(GroupMember member, Period period, IReadOnlyList<PovertyLine> lines) =>
        new(Before(member), Now(member, period), member.Livelihood.Baseline!.HouseholdSize, LineOf(member, period, lines));

    private static decimal Before(GroupMember member) => member.Livelihood.Baseline!.NetIncome.Amount;

    private static decimal Now(GroupMember member, Period period) => (decimal)member.Months.Sum(x => x.Net).Amount / period.Months;

    private static PovertyLine? LineOf(GroupMember member, Period period, IReadOnlyList<PovertyLine> lines) =>
        lines.Official(member.Livelihood.Village ?? Regions.Ntb, period.To);

    private static T? Told<T>(int people, Func<T?> figure) => people < FewestPeople ? default : figure();
}
