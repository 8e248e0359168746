using CraftMarket.Income.Lines;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel.Facts;

namespace CraftMarket.Income.Reports;

/// <summary>Income by group, and what a reader has to know about the figures.</summary>
/// <param name="Seats">Everybody with a seat anywhere, by consent.</param>
/// <param name="Total">All people together; null where somebody is in two of the groups, because then the rows do not add up to
/// it.</param>
[Obeys(ConsentPurpose.Income)]
public sealed record IncomeReport(IncomeGrouping Grouping, Period Period, IReadOnlyList<GroupIncome> Items, Seats Seats,
    GroupIncome? Total)
{
    /// <summary>What the figures are and are not; stands beside them on every screen and in every export.</summary>
    public static IReadOnlyList<Wording> Caveats { get; } =
    [
        new("Penghasilan sebelum pelatihan dan penjualan sekarang adalah dua hal yang berbeda. Jangan dikurangkan: yang "
        + "pertama semua penghasilan rumah tangga, yang kedua hanya penjualan kerajinan yang tercatat. Perubahan penghasilan "
        + "belum bisa dikatakan dari angka ini.",
            "Income before the training and sales now are two different things. Do not subtract them: the first is all income "
            + "of the household, the second only the crafts recorded as sold. These figures do not say yet how income changed."),
        new("Garis kemiskinan dihitung dari pengeluaran, sedangkan angka kami adalah penghasilan. Perbandingannya hanya "
        + "perkiraan.",
            "The poverty line is about spending, our figures are about income. The comparison is only a stand-in."),
        new("Penjualan sekarang: toko ini setelah potongan dan pengembalian, tanpa ongkos kirim, ditambah penjualan luar yang "
        + "dilaporkan, dikurangi biaya bahan yang diketahui, rata-rata per bulan. Upah dan usaha lain tidak termasuk.",
            "Sales now: this shop after fees and refunds and without shipping, plus reported sales outside it, less known "
            + "material cost, as a monthly mean. Wages and other trades are not in it."),
        new("Biaya bahan penjualan di toko belum diketahui, jadi hasil bersih bisa terlalu tinggi.",
            "The material cost of sales in the shop is not known yet, so what is left of them may be less."),
        new("Hanya orang yang setuju dihitung ada dalam angka. Yang belum ditanya atau tidak setuju tidak ikut dihitung.",
            "Only people who agreed to be counted are in the figures. Who was not asked or did not agree is left out."),
        new("Angka uang hanya ditampilkan bila paling sedikit 5 orang menyumbang angka itu sendiri dan tidak ada satu orang "
        + "pun yang lebih dari 70 % darinya, juga setelah semua tabel lain dikurangkan. Median dibulatkan ke Rp5.000.",
            "An amount is shown only when at least 5 people contribute to that very amount and none of them has more than 70 % "
            + "of it, even after every other table is subtracted. Medians are rounded to Rp5.000."),
    ];

    public static IncomeReport Of(IncomeGrouping grouping, Period period, IEnumerable<ProgrammePerson> people,
        IEnumerable<IncomeConsent> consents, IEnumerable<ReportedBatch> batches, IEnumerable<ArtisanMonth> months,
        IReadOnlyList<PovertyLine> lines)
    {
        var agrees = consents.ToDictionary(x => x.PersonId, x => (bool?)x.Given);
        var sold = months.Where(x => x.Month >= period.From && x.Month <= period.To && x.IsBelievable).ToLookup(x => x.ArtisanId);
        var seated = people.Where(x => x.Batches.Count > 0).Select(x =>
            new Seated(x, agrees.GetValueOrDefault(x.PersonId), x.ArtisanId is { } artisan ? [.. sold[artisan]] : []));
        var groups = ReportGroups.Of(seated, batches.ToDictionary(x => x.Id, x => x.Facts));
        var figures = new IncomeFigures(groups, period, lines);
        var asked = groups.Where(x => x.Key.Grouping == grouping).ToArray();
        var all = groups.FirstOrDefault(x => x.Key.Grouping is null);
        var overlap = asked.SelectMany(x => x.Members).GroupBy(x => x.Person.PersonId).Any(x => x.Count() > 1);
        var rows = asked.OrderBy(x => x.Name.Indonesian, StringComparer.Ordinal).ThenBy(x => x.Key.Id, StringComparer.Ordinal);
        return new(grouping, period, [.. rows.Select(figures.Of)], all?.Seats ?? new(0, 0, 0), all is null
            || overlap ? null : figures.Of(all));
    }
}
