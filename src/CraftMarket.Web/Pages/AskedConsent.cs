using CraftMarket.Kernel.Facts;
using CraftMarket.People.Joining;

namespace CraftMarket.Web.Pages;

/// <summary>A consent as a page asks for it, in words that can be read out, and the answer that stands.</summary>
/// <param name="Unasked">What holds while nobody answered.</param>
/// <param name="Answer">Yes, no, or null when nobody answered.</param>
public sealed record AskedConsent(string Purpose, Wording Title, Wording Meaning, Wording Unasked, bool? Answer)
{
    private static readonly Wording NotAnswered = new("Belum dijawab: tidak dilakukan.", "Not answered: it is not done.");

    /// <summary>All four, each with what the person answered last.</summary>
    /// <param name="training">The training that would be named; null when none is finished yet.</param>
    public static IReadOnlyList<AskedConsent> Of(ConsentRegister register, string? training) =>
    [
        new(ConsentPurpose.Income, new("Saya dihitung dalam laporan program", "I am counted in the programme's report"),
            new("Kantor menghitung penghasilan sebelum pelatihan dan penjualan saya bersama orang lain, untuk melihat apakah pelatihan menolong. Angka saya sendiri tidak ditampilkan. Jawaban saya hanya untuk laporan dan tidak pernah dipakai untuk menghentikan bantuan apa pun.",
                "The office adds my income before the training and my sales to those of others, to see whether the training helped. My own figures are not shown. My answers are for reports only and never end any aid."),
            NotAnswered, register.Answer(ConsentPurpose.Income)),
        new(ConsentPurpose.Shop, new("Barang saya tampil di toko", "My goods are shown in the shop"),
            new("Pembeli melihat merek, desa, dan barang yang saya kirim ke toko. Kalau ditarik, toko saya tutup sementara: barang tidak terlihat dan tidak bisa dibeli. Pesanan yang sudah ada tetap jalan. Kalau setuju lagi, toko buka seperti semula.",
                "Buyers see the brand, the village and the goods that I send to the shop. Taken back, my shop closes for the time being: goods are neither seen nor sold. Orders already made go on. When I agree again, it opens as it was."),
            new("Belum dijawab: barang tampil bila dikirim ke toko.", "Not answered: goods are shown when they are sent to the shop."), register.Answer(ConsentPurpose.Shop)),
        new(ConsentPurpose.Training, new("Pelatihan saya tertulis di samping barang", "My training is named beside my goods"),
            training is null
                ? new("Pembeli boleh membaca pelatihan saya. Belum ada pelatihan yang bisa ditampilkan.",
                    "Buyers may read about my training. There is none yet that can be shown.")
                : new($"Pembeli boleh membaca: Pelatihan: {training}. Nama program bantuan dan daftar penerimanya tidak pernah ditulis di toko.",
                    $"Buyers may read: Training: {training}. The shop never names an aid programme or who is on its lists."),
            NotAnswered, register.Answer(ConsentPurpose.Training)),
        new(ConsentPurpose.Contact, new("Pembeli boleh punya nomor WhatsApp saya", "Buyers may have my WhatsApp number"),
            new("Pembeli yang ingin bertanya mendapat nomor saya. Kalau ditarik, nomor itu langsung dihapus dari toko. Kabar tentang pesanan saya sendiri tetap saya terima.",
                "Buyers who want to ask are given my number. Taken back, it is deleted from the shop at once. I am still told about my own orders."),
            NotAnswered, register.Answer(ConsentPurpose.Contact)),
    ];

    /// <summary>The answer that stands, in a few words.</summary>
    public Wording Standing => Answer switch
    {
        true => new("Setuju", "Agreed"),
        false => new("Tidak setuju", "Not agreed"),
        null => Unasked,
    };
}
