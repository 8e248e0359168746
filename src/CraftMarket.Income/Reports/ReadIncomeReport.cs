using System.Globalization;
using CraftMarket.Income.Lines;
using CraftMarket.Income.Sales;
using Marten;
using Marten.Linq.MatchesSql;

namespace CraftMarket.Income.Reports;

/// <summary>Makes the income report for the office from what is known now.</summary>
public static class ReadIncomeReport
{
    /// <summary>Longer than this no report is asked for; ten years.</summary>
    private const int MostMonths = 120;

    /// <summary>So long a report waits for sales of a moment ago to be added up; then it tells what it has.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Reads what a page or program asked for; the last twelve months when it says nothing. A day stands for its
    /// month.</summary>
    public static Answer Ask(string? groupBy, string? from, string? to, DateTimeOffset now)
    {
        if (!Enum.TryParse<IncomeGrouping>(groupBy ?? "batch", ignoreCase: true, out var grouping)
            || int.TryParse(groupBy, out _))
            return Refusal.Invalid("unknown_group", "Kelompokkan menurut batch, village, skill, mode, atau programme.",
                "Group by batch, village, skill, mode or programme.", "groupBy");
        var last = to is null ? LocalMonth.Of(now) : MonthOf(to);
        var first = from is null ? last?.Plus(-11) : MonthOf(from);
        if (first is not { } start || last is not { } end)
            return Refusal.Invalid("month_invalid", "Tulis bulan seperti 2026-11.", "Write the month as 2026-11.",
                first is null ? "from" : "to");
        return start.Through(end) is < 1 or > MostMonths
            ? Refusal.Invalid("period_invalid", "Bulan pertama harus mendahului bulan terakhir, paling lama sepuluh tahun.",
                "The first month must come before the last, ten years at most.", "from")
            : new Asked(grouping, new(start, end));
    }

    private static LocalMonth? MonthOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? LocalMonth.Of(day) : Months.Find(text);

    /// <summary>A report that can be made.</summary>
    public sealed record Asked(IncomeGrouping Grouping, Period Period) : Answer;

    public static async Task<IncomeReport> Run(IQuerySession session, Asked asked, CancellationToken cancellation)
    {
        var batches = await session.Query<ReportedBatch>().ToListAsync(cancellation);
        var people = ProgrammePerson.Of(
            await session.Query<ReportedSeat>().ToListAsync(cancellation), batches,
            await session.Query<ReportedSeller>().ToListAsync(cancellation),
            await session.Query<Livelihood>().ToListAsync(cancellation));
        return IncomeReport.Of(asked.Grouping, asked.Period, people,
            await session.Query<IncomeConsent>().ToListAsync(cancellation), batches,
            await session.QueryForNonStaleData<ArtisanMonth>(Patience, NonStaleDataTimeoutMode.ReturnStaleData)
                .Where(x => x.MatchesSql("d.data ->> 'Month' between ? and ?", $"{asked.Period.From}", $"{asked.Period.To}"))
                .ToListAsync(cancellation),
            await session.Query<PovertyLine>().ToListAsync(cancellation));
    }
}
