using Marten;

namespace CraftMarket.Catalogue;

/// <summary>How often a reason was given.</summary>
public sealed record ReasonCount(string Code, int Count);

/// <summary>Curation in one month (WITA), by the day of the decision.</summary>
/// <param name="Approved">By curators; a second look counts as well.</param>
/// <param name="ByRule">Approved at once by the rule for trusted makers; they have no share in the days.</param>
/// <param name="MedianDays">Half of the curators' decisions took no longer; null without decisions.</param>
/// <param name="NinetyPercentDays">Nine in ten took no longer.</param>
public sealed record CurationMonth(LocalMonth Month, int Approved, int Returned, int ByRule, double? MedianDays,
    double? NinetyPercentDays, IReadOnlyList<ReasonCount> Reasons);

/// <summary>How fast curation is and why goods go back.</summary>
/// <param name="Waiting">Products in the queue now.</param>
/// <param name="Overdue">Of these, waiting longer than the rule allows.</param>
public sealed record CurationReport(IReadOnlyList<CurationMonth> Months, int Waiting, int Overdue, int OverdueDays)
{
    /// <summary>The last twelve months that have decisions, latest first.</summary>
    public static async Task<CurationReport> Run(IQuerySession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var from = LocalMonth.Of(now).Plus(-11).FirstDay.ToDateTime(default, DateTimeKind.Utc).AddHours(-8);
        var verdicts = await session.AdvancedSql.QueryAsync<CurationVerdict>($"""
            select v from {CurationRecord.Table} as r, jsonb_array_elements(r.data -> 'Verdicts') as v
                where (v ->> 'At')::timestamptz >= ?
            """, cancellation, new DateTimeOffset(from, TimeSpan.Zero));
        var rules = await CurationRules.Load(session, cancellation);
        return new(ByMonth(verdicts), await session.CountWaitingForCurator(cancellation),
            await session.CountOverdue(rules, now, cancellation), rules.OverdueDays);
    }

    public static IReadOnlyList<CurationMonth> ByMonth(IEnumerable<CurationVerdict> verdicts) =>
        [.. verdicts.GroupBy(x => LocalMonth.Of(x.At)).OrderByDescending(x => x.Key).Select(x => Of(x.Key, [.. x]))];

    private static CurationMonth Of(LocalMonth month, IReadOnlyList<CurationVerdict> verdicts)
    {
        CurationVerdict[] looked = [.. verdicts.Where(x => x.Rule is null)];
        double[] days = [.. looked.Select(x => x.Days).Order()];
        return new(month, looked.Count(x => x.Decision != CurationVerdict.Returned),
            looked.Count(x => x.Decision == CurationVerdict.Returned),
            verdicts.Count - looked.Length, Median(days), days.Length == 0 ? null
                : days[(int)Math.Ceiling(0.9 * days.Length) - 1],
            [.. looked.SelectMany(x => x.Reasons).CountBy(x => x).OrderByDescending(x => x.Value)
                .ThenBy(x => x.Key, StringComparer.Ordinal)
                .Select(x => new ReasonCount(x.Key, x.Value))]);
    }

    private static double? Median(double[] sorted) => sorted.Length == 0 ? null
        : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
