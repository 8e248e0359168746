namespace CraftMarket.Catalogue;

/// <summary>What a maker had in the window, and what came of it in the period.</summary>
/// <param name="Goods">On sale now.</param>
/// <param name="Views">Times a page of one of the goods was opened.</param>
/// <param name="Sales">Rupiah for goods delivered, less refunds.</param>
public sealed record MakerExposure(ArtisanId ArtisanId, string Name, RegionCode Village, int Goods, long Views, long Sales);

/// <summary>A row of the report.</summary>
/// <param name="Makers">How many makers it is about.</param>
/// <param name="ViewShare">Part of all views, from 0 to 1.</param>
public sealed record ExposureRow(string Id, string Name, int Makers, int Goods, long Views, double ViewShare, long Sales,
    double SalesShare);

/// <summary>How much of everything goes to the tenth of makers that has most of it. A tenth is what they would have if all were
/// equal.</summary>
/// <param name="Makers">How many makers a tenth is, rounded up.</param>
/// <param name="Even">The part they would have if all had the same.</param>
public sealed record TopTenth(int Makers, double Even, double ViewShare, double SalesShare);

/// <summary>How looks and sales are spread over makers or villages, whoever has most of them first.</summary>
public sealed record ExposureReport(IReadOnlyList<ExposureRow> Rows, long Views, long Sales, TopTenth TopTenth)
{
    public static readonly IReadOnlyList<Wording> Caveats =
    [
        new("Dilihat berarti halaman barang dibuka oleh pengunjung. Perajin dan petugas yang sedang masuk, serta mesin pencari "
        + "yang dikenali, tidak dihitung.",
            "A view is a visitor opening a product's page. Artisans and officials who are signed in, and known search robots, "
            + "are not counted."),
        new("Tidak dicatat siapa yang melihat; satu orang yang membuka dua kali dihitung dua.",
            "Who looked is not recorded; somebody who opens a page twice counts twice."),
        new("Penjualan adalah nilai barang yang sudah diterima pembeli, tanpa ongkos kirim, dikurangi pengembalian sampai "
        + "sebesar nilai barang itu.",
            "Sales are goods that buyers have received, without shipping, less refunds up to what those goods brought in."),
    ];

    public static ExposureReport Of(IReadOnlyCollection<MakerExposure> makers, bool byVillage)
    {
        var (views, sales) = (makers.Sum(x => x.Views), makers.Sum(x => Math.Max(0, x.Sales)));
        var rows = byVillage
            ? makers.GroupBy(x => x.Village).Select(x => Row(x.Key.Value, Regions.NameOf(x.Key), [.. x]))
            : makers.Select(x => Row(x.ArtisanId.Value.ToString(), x.Name, [x]));
        var tenth = (makers.Count + 9) / 10;
        return new([.. rows.OrderByDescending(x => x.Views).ThenByDescending(x => x.Sales)
            .ThenBy(x => x.Name, StringComparer.Ordinal)], views, sales,
            new(tenth, Part(tenth, makers.Count), Part(makers.Select(x => x.Views).OrderDescending().Take(tenth).Sum(), views),
                Part(makers.Select(x => Math.Max(0, x.Sales)).OrderDescending().Take(tenth).Sum(), sales)));

        ExposureRow Row(string id, string name, MakerExposure[] group)
        {
            var (seen, sold) = (group.Sum(x => x.Views), group.Sum(x => Math.Max(0, x.Sales)));
            return new(id, name, group.Length, group.Sum(x => x.Goods), seen, Part(seen, views), sold, Part(sold, sales));
        }
    }

    private static double Part(long some, long all) => all == 0 ? 0 : Math.Round(some / (double)all, 4);
}
