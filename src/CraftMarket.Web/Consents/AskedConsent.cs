using CraftMarket.Kernel.Facts;
using CraftMarket.People.Joining;

namespace CraftMarket.Web.Consents;

/// <summary>A consent as a page asks for it, in words that can be read out, and the answer that stands. Other words are another
/// <see cref="Purposes.CurrentVersion"/>.</summary>
/// <param name="Unasked">What holds while nobody answered.</param>
/// <param name="Answer">Yes, no, or null when nobody answered.</param>
public sealed record AskedConsent(string Purpose, Wording Title, Wording Meaning, Wording Unasked, bool? Answer)
{
    /// <summary>What a buyer sees of a maker, and how it ends.</summary>
    public static Wording ShownInShop { get; } = new(
        "Yang dilihat pembeli: foto barang, merek, dan nama desa Anda. Nama Anda tidak terlihat, kecuali Anda memakainya sebagai "
            + "merek. Mau berhenti? Tarik barang dari toko kapan saja.",
        "What buyers see: photos of your goods, your brand, and your village's name. Your own name is not seen, unless you use "
        + "it "
            + "as your brand. Want to stop? Take your goods out of the shop at any time.");

    private static readonly Wording NotAnswered = new("Belum dijawab: tidak dilakukan.", "Not answered: it is not done.");

    /// <summary>What else to know before answering; no part of what is agreed to.</summary>
    public Wording? Note { get; private init; }

    /// <summary>All four, each with what the person answered last.</summary>
    /// <param name="training">The training that would be named; null when none is finished yet.</param>
    public static IReadOnlyList<AskedConsent> Of(ConsentRegister register, string? training) =>
    [
        new(ConsentPurpose.Income, new("Saya dihitung dalam laporan program", "I am counted in the programme's report"),
            new("Kantor menjumlahkan penghasilan dan penjualan Anda dengan milik orang lain, untuk melihat apakah pelatihan "
                    + "menolong. Angka Anda sendiri tidak ditampilkan, dan tidak pernah dipakai untuk menghentikan bantuan.",
                "The office adds your income and your sales to those of others, to see whether the training helped. "
                    + "Your own figures are not shown, and never end any aid."),
            NotAnswered, register.Answer(ConsentPurpose.Income)),
        new(ConsentPurpose.Shop, new("Barang saya tampil di toko", "My goods are shown in the shop"), ShownInShop,
            new("Belum dijawab: barang tampil bila dikirim ke toko.",
                "Not answered: goods are shown when they are sent to the shop."),
            register.Answer(ConsentPurpose.Shop))
        {
            Note = new("Kalau tidak setuju, seluruh toko Anda tutup sementara. Pesanan yang sudah ada tetap jalan.",
                "If you do not agree, all of your shop closes for the time being. Orders already made go on."),
        },
        new(ConsentPurpose.Training, new("Pelatihan saya tertulis di samping barang", "My training is named beside my goods"),
            training is null
                ? new("Pembeli boleh membaca pelatihan apa yang Anda ikuti. Nama program bantuan tidak pernah ditulis di toko.",
                    "Buyers may read which training you had. The shop never names an aid programme.")
                : new($"Pembeli boleh membaca: «Pelatihan: {training}». Nama program bantuan dan penerimanya tidak pernah "
                    + $"ditulis "
                        + "di toko.",
                    $"Buyers may read: “Training: {training}”. The shop never names an aid programme or who receives its aid."),
            NotAnswered, register.Answer(ConsentPurpose.Training))
        {
            Note = training is not null ? null
                : new("Belum ada pelatihan yang bisa ditampilkan.", "There is no training yet that can be shown."),
        },
        new(ConsentPurpose.Contact, new("Pembeli boleh punya nomor WhatsApp saya", "Buyers may have my WhatsApp number"),
            new("Pembeli yang ingin bertanya mendapat nomor Anda. Kalau ditarik, nomor itu langsung hilang dari toko; "
                    + "kabar tentang pesanan tetap sampai kepada Anda.",
                "Buyers who want to ask are given your number. Taken back, it is gone from the shop at once; "
                    + "news about your orders still reaches you."),
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
