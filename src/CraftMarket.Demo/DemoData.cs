namespace CraftMarket.Demo;

/// <summary>Somebody in the demo; none of them exists, and province 99 in the NIK says so.</summary>
/// <param name="Name">As on an identity card.</param>
/// <param name="Female">Women's NIKs carry the day of birth plus 40.</param>
/// <param name="Village">Name of a village in Praya Timur.</param>
/// <param name="NetIncome">Rupiah a month before the training.</param>
/// <param name="HouseholdSize">People who live on it.</param>
internal sealed record DemoPerson(int Number, string Name, bool Female, DateOnly BirthDate, string Village, long NetIncome,
    int HouseholdSize)
{
    public string Nik =>
        $"990206{BirthDate.Day + (Female ? 40 : 0):00}{BirthDate.Month:00}{BirthDate.Year % 100:00}{Number:0000}";

    /// <summary>A number in no operator's range that is handed out.</summary>
    public string Phone => $"0899000{Number:00000}";

    public string VillageCode => Regions.Shipped.First(x => x.Code.IsVillage && x.Name == Village).Code.Value;
}

/// <summary>A product of the demo.</summary>
internal sealed record DemoProduct(string Name, string Description, Craft Craft, long Price, int? Stock, int? LeadTimeDays,
    string[] Materials, int WeightGrams)
{
    /// <summary>Sizes and colours, where there are some.</summary>
    public DemoVariant[] Variants { get; init; } = [];

    /// <summary>Null where the description says it.</summary>
    public string? Size => Craft switch
    {
        Craft.Bag => "30 × 22 × 12 cm",
        Craft.WorkBag => "38 × 28 × 8 cm",
        Craft.SlingBag => "20 × 16 × 6 cm",
        Craft.RoundBag => "garis tengah 24 atau 30 cm",
        Craft.Wallet => "19 × 10 cm saat ditutup",
        Craft.LongWallet => "20 × 10 cm",
        Craft.CoinPurse => "11 × 8 cm",
        Craft.PencilCup => "tinggi 11 cm, garis tengah 8 cm",
        Craft.KeyRing => "panjang 9 cm",
        Craft.KeyRingPair => "masing-masing 6 cm",
        Craft.Frame or Craft.TableFrame or Craft.RoundFrame => null,
        _ => throw new ArgumentOutOfRangeException(nameof(Craft), Craft, null),
    };

    public string Care => Category switch
    {
        "bingkai" => "Bersihkan dengan kuas halus. Simpan di tempat yang kering.",
        "gantungan-kunci" => "Lap dengan kain kalau kotor.",
        _ => "Lap dengan kain kering. Jangan direndam; kalau basah, angin-anginkan di tempat teduh.",
    };

    public string Category => Craft switch
    {
        Craft.Bag or Craft.WorkBag or Craft.RoundBag or Craft.SlingBag => "tas",
        Craft.Wallet or Craft.LongWallet or Craft.CoinPurse => "dompet",
        Craft.KeyRing or Craft.KeyRingPair => "gantungan-kunci",
        Craft.PencilCup => "anyaman",
        _ => "bingkai",
    };
}

/// <summary>A size or colour; a price only where it is another.</summary>
internal sealed record DemoVariant(string? Size, string? Colour, int Stock, long? Price = null);

/// <summary>An artisan of the demo: who it is, under which brand, with which products.</summary>
internal sealed record DemoArtisan(int Person, string Brand, string Colour, string Story, DemoProduct[] Products);

/// <summary>The people, brands and goods of the demo.</summary>
internal static class DemoData
{
    public static readonly IReadOnlyList<DemoPerson> People =
    [
        new(1, "Inaq Sahnun", true, new(1984, 3, 12), "Semoyang", 1_150_000, 4),
        new(2, "Amaq Rajab", false, new(1979, 8, 5), "Semoyang", 1_400_000, 5),
        new(3, "Baiq Nurhayati", true, new(1991, 1, 27), "Semoyang", 900_000, 4),
        new(4, "Lalu Maswarang", false, new(1988, 11, 9), "Semoyang", 1_250_000, 3),
        new(5, "Inaq Rumiyah", true, new(1976, 6, 18), "Semoyang", 820_000, 4),
        new(6, "Amaq Gunasih", false, new(1982, 12, 2), "Semoyang", 1_600_000, 6),
        new(7, "Inaq Mulianah", true, new(1995, 4, 21), "Mujur", 1_000_000, 3),
        new(8, "Saknah Wulandari", true, new(1999, 9, 30), "Mujur", 750_000, 4),
        new(9, "Amaq Seman", false, new(1973, 2, 14), "Ganti", 1_300_000, 5),
        new(10, "Baiq Ernawati", true, new(1987, 7, 7), "Ganti", 1_100_000, 4),
        new(11, "Inaq Darmi", true, new(1981, 10, 25), "Marong", 880_000, 3),
        new(12, "Lalu Sapwan", false, new(1993, 5, 16), "Marong", 1_500_000, 4),
        new(13, "Inaq Kertiwi", true, new(1978, 1, 3), "Semoyang", 700_000, 4),
        new(14, "Amaq Surahman", false, new(1985, 9, 11), "Semoyang", 1_200_000, 5),
        new(15, "Baiq Suhartini", true, new(1990, 12, 19), "Mujur", 950_000, 3),
        new(16, "Amaq Jumayadi", false, new(1983, 4, 8), "Ganti", 1_350_000, 4),
    ];

    private static readonly string[] Leaf = ["daun tembakau", "katun"];
    private static readonly string[] Stalk = ["batang tembakau"];
    private static readonly string[] LeafAndKetak = ["daun tembakau", "ketak"];

    /// <summary>Listed by a maker whom the curator trusts by then, so it is in the shop at once.</summary>
    public static readonly DemoProduct Trusted =
        new("Tempat Pensil Daun Tembakau", "Tempat pensil bulat dari sisa potongan daun, tinggi 11 cm.", Craft.PencilCup,
        40_000, 16, null,
        ["daun tembakau", "katun"], 120);

    public static readonly IReadOnlyList<DemoArtisan> Artisans =
    [
        new(1, "Tenun Daun Inaq Sahnun", "#8a5a2b",
            "Saya menganyam sejak kecil. Daun tembakau sisa panen kami keringkan, iris, lalu anyam menjadi tas yang kuat.",
        [
            new("Tas Anyam Daun Tembakau",
                "Tas tangan dari anyaman daun tembakau kering, berlapis katun di dalam. Muat buku, dompet, dan botol minum.",
                Craft.Bag, 185_000, 12, null, Leaf, 650),
            new("Dompet Lipat Daun Tembakau", "Dompet lipat dengan dua saku kartu dan kancing kuningan.", Craft.Wallet, 75_000,
                20, null, Leaf, 150),
        ]),
        new(2, "Rajab Bingkai", "#5b4a1f",
            "Batang tembakau yang dulu dibakar kini menjadi bingkai. Setiap bingkai saya haluskan dengan tangan.",
        [
            new("Bingkai Foto Batang Tembakau", "Bingkai foto ukuran 20 × 30 cm dari batang tembakau yang dibelah dan dianyam.",
                Craft.Frame, 120_000, 8, null, Stalk, 900),
            new("Bingkai Rinjani Besar", "Bingkai 40 × 60 cm, dibuat sesuai pesanan.", Craft.Frame, 450_000, null, 14,
                Stalk, 2_400),
        ]),
        new(3, "Nurhayati Craft", "#6f7a32",
            "Warna hijau datang dari daun muda yang dikeringkan di tempat teduh. Tidak ada pewarna.",
        [
            new("Gantungan Kunci Daun Muda", "Gantungan kunci kecil dengan cincin baja. Cocok untuk oleh-oleh.", Craft.KeyRing,
                25_000, 60, null, Leaf, 40),
            new("Tas Pasar Hijau", "Tas pasar yang ringan dengan pegangan kulit nabati.", Craft.Bag, 160_000, 9, null,
                LeafAndKetak, 700),
        ]),
        new(4, "Maswarang", "#7b4b2a", "Bengkel kecil di depan rumah, tiga orang, satu meja panjang.",
            [new("Dompet Panjang Maswarang", "Dompet panjang untuk uang kertas tanpa lipatan.", Craft.LongWallet, 95_000, 15,
                null, Leaf, 180)]),
        new(5, "Rumiyah", "#9a6b3f", "Saya ibu dari dua anak. Anyaman saya kerjakan setelah subuh.",
            [new("Tas Selempang Rumiyah", "Tas selempang kecil untuk ponsel dan kunci.", Craft.SlingBag, 135_000, 7, null,
                Leaf, 380)]),
        new(6, "Gunasih Kriya", "#4f5d3a", "Dulu petani tembakau, kini juga perajin. Dua musim, dua penghasilan.",
            [new("Bingkai Meja Gunasih", "Bingkai meja 10 × 15 cm dengan penyangga.", Craft.TableFrame, 65_000, 18, null,
                Stalk, 420)]),
        new(7, "Mulianah Anyam", "#8c5f4a", "Kelompok kecil di Mujur: kami belajar bersama dan menjual bersama.",
            [new("Tas Kerja Mulianah", "Tas kerja untuk laptop 13 inci, berlapis busa.", Craft.WorkBag, 275_000, 5, null,
                LeafAndKetak, 980)]),
        new(8, "Wulandari", "#a0703c", "Desain sederhana untuk anak muda.",
            [new("Gantungan Kunci Wulandari", "Gantungan kunci anyam rapat, tahan air.", Craft.KeyRing, 30_000, 40, null,
                Leaf, 40)]),
        new(9, "Seman Bingkai", "#6a5537", "Kayu tidak perlu ditebang kalau batang tembakau masih ada.",
            [new("Bingkai Cermin Seman", "Bingkai cermin bulat-persegi 30 × 30 cm, tanpa cermin.", Craft.RoundFrame, 150_000, 6,
                null, Stalk, 1_300)]),
        new(10, "Ernawati", "#7d6a2e", "Setiap dompet saya beri nomor.",
            [new("Dompet Koin Ernawati", "Dompet koin kecil dengan kancing.", Craft.CoinPurse, 45_000, null, null, Leaf, 70)
            {
                Variants = [new(null, "Cokelat", 9), new(null, "Hijau", 2), new(null, "Hitam", 0)],
            }]),
        new(11, "Darmi Anyaman", "#85623f", "Belajar di angkatan kedua, langsung di rumah sendiri.",
            [new("Tas Bulat Darmi", "Tas dengan pegangan melengkung, anyaman rapat.", Craft.RoundBag, 210_000, null, null,
                LeafAndKetak, 720)
            {
                Variants = [new("Kecil", null, 3), new("Besar", null, 2, 265_000)],
            }]),
        new(12, "Sapwan", "#5e4632", "Saya suka benda kecil yang dibuat dengan teliti.",
            [new("Gantungan Kunci Sapwan", "Sepasang gantungan kunci untuk dua orang.", Craft.KeyRingPair, 40_000, 30, null,
                Stalk, 60)]),
    ];
}
