using Marten;

namespace CraftMarket.Catalogue;

/// <summary>A reason that curators give often, in plain words and with what to do about it. Decisions and reports count by its
/// code.</summary>
/// <param name="Id">The code, such as <c>photo_dark</c>.</param>
/// <param name="About"><c>product</c> for what goes back to its artisan, <c>review</c> for a buyer's words that are
/// hidden.</param>
/// <param name="Name">Short, for the curator's list.</param>
/// <param name="Why">What is wrong, as the artisan reads it.</param>
/// <param name="Advice">What to do about it.</param>
/// <param name="Retired">Offered no more; what was decided with it still says what it means.</param>
public sealed record ReasonTemplate(string Id, string About, Wording Name, Wording Why, Wording Advice, int Place,
    bool Retired = false)
{
    public const string Product = "product", Review = "review";

    public static readonly ReasonTemplate[] Initial =
    [
        Of("photo_dark", 1, new("Foto gelap atau kabur", "Photo dark or blurred"),
            new("Fotonya gelap atau kabur, jadi pembeli tidak melihat barangnya.",
            "The photo is dark or blurred, so buyers cannot see the goods."),
            new("Foto lagi di dekat jendela, siang hari, latar polos.",
                "Take it again near a window, by day, before a plain background.")),
        Of("photo_other", 2, new("Foto bukan barang ini", "Photo of something else"),
            new("Fotonya bukan foto barang ini.", "The photo shows something else."),
            new("Pilih foto barang yang akan Anda kirim.", "Choose a photo of what you will send.")),
        Of("size_missing", 3, new("Ukuran belum ada", "Size missing"), new("Ukurannya belum ditulis.", "The size is missing."),
            new("Tulis panjang, lebar dan tinggi dalam sentimeter di Keterangan barang (buka Tambahan).",
                "Write length, width and height in centimetres in the description (open More).")),
        Of("words_unclear", 4, new("Keterangan kurang jelas", "Description unclear"),
            new("Keterangannya belum menjelaskan barang ini.", "The description does not explain the goods."),
            new("Tulis bahan, kegunaan dan cara merawatnya, dua tiga kalimat saja.",
                "Write material, use and care; two or three sentences will do.")),
        Of("price_doubtful", 5, new("Harga perlu dicek", "Check the price"),
            new("Harganya tampak keliru.", "The price looks wrong."),
            new("Periksa jumlah angka nol, lalu kirim lagi.", "Check the number of zeros and send it again.")),
        Of("wrong_class", 6, new("Jenis barang salah", "Wrong kind of goods"),
            new("Jenis barangnya belum tepat.", "The kind of goods is not right."),
            new("Pilih jenis yang sesuai; briket dan asap cair punya jenis sendiri.",
                "Choose the right kind; briquettes and liquid smoke have their own.")),
        Of("claim_doubtful", 7, new("Asal barang tidak terbukti", "Origin not shown"),
            new("Asal, bahan atau cara membuatnya tidak bisa kami pastikan.",
            "We could not confirm origin, material or technique."),
            new("Perbaiki isian asal barang, atau tunjukkan buktinya kepada pendamping Anda.",
                "Correct the origin, or show your companion the proof.")),
        Of("smoking_goods", 8, new("Rokok atau barang untuk diisap", "Smoking goods"),
            new("Rokok dan barang untuk diisap tidak boleh dijual lewat internet (PP 28/2024 pasal 434).",
            "Goods for smoking may not be sold online (PP 28/2024, art. 434)."),
            new("Barang ini tidak bisa tampil di sini. Kerajinan dari daun dan batang tembakau tetap boleh.",
                "It cannot be shown here. Crafts of leaf and stalk are still welcome.")),
        Of("personal_data", 1, new("Memuat data pribadi", "Contains personal data"),
            new("Ulasan memuat nama, nomor atau alamat seseorang.", "The review contains somebody's name, number or address."),
            new("", ""), Review),
        Of("abuse", 2, new("Kata kasar", "Abuse"), new("Ulasan menghina seseorang.", "The review insults somebody."),
            new("", ""), Review),
        Of("not_about_goods", 3, new("Bukan tentang barang", "Not about the goods"),
            new("Ulasan tidak membicarakan barang atau pengirimannya.", "The review is not about the goods or their delivery."),
            new("", ""), Review),
        Of("advert", 4, new("Iklan atau tautan", "Advert or link"), new("Ulasan berisi iklan.", "The review is an advert."),
            new("", ""), Review),
    ];

    /// <summary>What is wrong and what to do, in one line.</summary>
    public string Told(string language) => $"{Why.In(language)} {Advice.In(language)}".Trim();

    private static ReasonTemplate Of(string code, int place, Wording name, Wording why, Wording advice, string about = Product) =>
        new(code, about, name, why, advice, place);
}

/// <summary>Reads reason templates.</summary>
public static class ReasonTemplates
{
    /// <summary>Why a curator sent this product back, for its artisan.</summary>
    public static async Task<IReadOnlyList<ReasonTemplate>> ReasonsOf(this IQuerySession session, Product product,
        CancellationToken cancellation) =>
        product is { Status: ProductStatus.Returned, ReturnCodes: { Count: > 0 } codes }
            ? await session.LoadManyAsync<ReasonTemplate>(cancellation, codes) : [];

    /// <summary>Those on offer about products or about reviews, and with <paramref name="retired"/> also those that are not any
    /// more.</summary>
    public static async Task<IReadOnlyList<ReasonTemplate>> Reasons(this IQuerySession session, string about, bool retired,
        CancellationToken cancellation) =>
        [.. (await session.Query<ReasonTemplate>().Where(x => x.About == about).ToListAsync(cancellation))
            .Where(x => retired || !x.Retired)
            .OrderBy(x => x.Retired).ThenBy(x => x.Place).ThenBy(x => x.Id, StringComparer.Ordinal)];
}
