using CraftMarket.Income.Lines;
using CraftMarket.Income.Sales;

namespace CraftMarket.Income.Reports;

/// <summary>Income by group, and what a reader has to know about the figures.</summary>
/// <param name="Total">All people together; null when it would give a suppressed group away by subtraction.</param>
public sealed record IncomeReport(IncomeGrouping Grouping, Period Period, IReadOnlyList<GroupIncome> Items, GroupIncome? Total)
{
    /// <summary>What the figures are and are not; stands beside them on every screen and in every export.</summary>
    public static IReadOnlyList<Wording> Caveats { get; } =
    [
        new("Garis kemiskinan dihitung dari pengeluaran, sedangkan angka kami adalah pendapatan. Perbandingannya hanya perkiraan.",
            "The poverty line is about spending, our figures are about income. The comparison is only a stand-in."),
        new("Pendapatan kini hanya penjualan yang tercatat: toko ini setelah potongan dan pengembalian, tanpa ongkos kirim, ditambah penjualan luar yang dilaporkan, dikurangi biaya bahan yang diketahui, rata-rata per bulan. Upah dan usaha lain tidak termasuk.",
            "Income now is only what is recorded as sold: this shop after fees and refunds and without shipping, plus reported sales outside it, less known material cost, as a monthly mean. Wages and other trades are not in it."),
        new("Biaya bahan penjualan di toko belum diketahui, jadi pendapatan bersih bisa terlalu tinggi.",
            "The material cost of sales in the shop is not known yet, so net income may be too high."),
        new("Median sebelum dan kini bisa mengenai orang yang berbeda; perubahan dihitung dari orang yang sama.",
            "The medians before and now may be about different people; the change is about the same people."),
    ];

    public static IncomeReport Of(IncomeGrouping grouping, Period period, IEnumerable<Livelihood> people, IEnumerable<Cohort> cohorts,
        IEnumerable<ArtisanMonth> months, IReadOnlyList<PovertyLine> lines)
    {
        var sold = months.Where(x => x.Month >= period.From && x.Month <= period.To).ToLookup(x => x.ArtisanId);
        var batches = cohorts.ToDictionary(x => x.Facts.BatchId, x => x.Facts);
        var members = people.Where(x => x.Batches.Count > 0)
            .Select(x => new GroupMember(x, x.ArtisanId is { } artisan ? [.. sold[artisan]] : [])).ToArray();
        var items = members.SelectMany(x => GroupsOf(x.Livelihood, grouping, batches).Distinct().Select(group => (Group: group, Member: x)))
            .GroupBy(x => x.Group, x => x.Member)
            .OrderBy(x => x.Key.Name.Indonesian, StringComparer.Ordinal).ThenBy(x => x.Key.Id, StringComparer.Ordinal)
            .Select(x => (x.Key, Members: x.ToArray())).ToArray();
        var hidden = items.Where(x => x.Members.Length < IncomeFigures.FewestPeople).ToArray();
        return new(grouping, period, [.. items.Select(x => IncomeFigures.Of(x.Key, x.Members, period, lines))],
            Hides(hidden.Length, hidden.SelectMany(x => x.Members).Distinct().Count())
                ? IncomeFigures.Of(new("all", new("Semua", "All")), members, period, lines)
                : null);
    }

    /// <summary>Whether a total may stand beside the groups: what is left when the shown ones are taken off is nobody, or two groups and five people.</summary>
    internal static bool Hides(int groups, int people) => groups == 0 || (groups >= 2 && people >= IncomeFigures.FewestPeople);

    private static IEnumerable<GroupName> GroupsOf(Livelihood person, IncomeGrouping grouping, Dictionary<BatchId, CohortDescribed> batches)
    {
        if (grouping == IncomeGrouping.Village)
            return person.Village is { } village ? [Named(village.Value, Regions.NameOf(village))] : [];
        return person.Batches.Where(batches.ContainsKey).Select(x => batches[x]).Select(x => grouping switch
        {
            IncomeGrouping.Batch => Named($"{x.BatchId.Value}", x.Name),
            IncomeGrouping.Programme => Named($"{x.ProgrammeId.Value}", x.ProgrammeName),
            IncomeGrouping.Skill => Named(x.Skill, x.Skill),
            _ => new(x.Mode, x.Mode == "inClass" ? new("Di kelas", "In class") : new("Di tempat peserta", "On the spot")),
        });
    }

    private static GroupName Named(string id, string name) => new(id, new(name, name));
}
