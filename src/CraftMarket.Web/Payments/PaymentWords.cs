using CraftMarket.Web.Pages;

namespace CraftMarket.Web.Payments;

/// <summary>What pages say of a way to pay: one row for each (decision 0042).</summary>
internal sealed record PaymentWords(PaymentMethod Method, Wording Name)
{
    /// <summary>What choosing it means.</summary>
    public required Wording Choice { get; init; }

    /// <summary>How one pays by it, told how many hours an order waits where little is left.</summary>
    public required Func<int, Wording> Guide { get; init; }

    /// <summary>Which way its money goes back.</summary>
    public required Wording Back { get; init; }

    /// <summary>What who asks for it is told while it is closed.</summary>
    public required Refusal Closed { get; init; }

    public static IReadOnlyList<PaymentWords> All { get; } =
    [
        new(PaymentMethod.Card, new("Kartu", "Card"))
        {
            Choice = new("Bayar sekarang di halaman bayar yang aman.", "Pay now on a secure page."),
            Guide = _ => new(
                "Kartu: Anda membayar di halaman Stripe. Barang kami tahan sampai waktu yang tertulis di halaman pesanan.",
                "Card: you pay on Stripe's page. We keep the goods until the time that stands on the order's page."),
            Back = new("ke kartu yang sama, lewat Stripe", "to the same card, by Stripe"),
            Closed = Refusal.Conflict("card_unavailable",
                "Pembayaran kartu sedang tidak tersedia. Pilih transfer atau bayar di tempat.",
                "Card payment is not available. Choose transfer or cash on delivery."),
        },
        new(PaymentMethod.Transfer, new("Transfer bank", "Bank transfer"))
        {
            Choice = new($"Bayar dalam {ToPay} jam. Barang kami tahan untuk Anda.",
                $"Pay within {Many.Of(ToPay, "hour")}. We keep the goods for you."),
            Guide = _ => new(
                $"Transfer bank: bayar dalam {ToPay} jam, dengan jumlah yang persis sama. Kantor memeriksa uangnya masuk.",
                $"Bank transfer: pay within {Many.Of(ToPay, "hour")}, exactly the amount. The office looks that it has come."),
            Back = new("kantor mentransfer ke rekening Anda; kantor menanyakan nomornya",
                "the office transfers it to your account; it asks you for the number"),
            Closed = Refusal.Conflict("transfer_unavailable",
                "Transfer bank sedang tidak tersedia. Pilih kartu atau bayar di tempat.",
                "Bank transfer is not available. Choose card or cash on delivery."),
        },
        new(PaymentMethod.CashOnDelivery, new("Bayar di tempat", "Cash on delivery"))
        {
            Choice = new("Bayar tunai saat barang sampai. Perajin menjawab dulu.",
                "Pay cash when it arrives. The maker answers first."),
            Guide = hours => new(
                $"Bayar di tempat: perajin menjawab dulu, paling lama {ToAnswer} hari, dan {hours} jam kalau barangnya tinggal "
                + "sedikit. Anda membayar tunai saat barang sampai.",
                $"Cash on delivery: the maker answers first, within {Many.Of(ToAnswer, "day")}, or {Many.Of(hours, "hour")} when "
                + "little is left. You pay cash when the goods arrive."),
            Back = new("perajin menyerahkan uangnya", "the maker hands the money over"),
            Closed = Refusal.Conflict("cod_unavailable",
                "Bayar di tempat sedang tidak tersedia. Pilih kartu atau transfer.",
                "Cash on delivery is not available. Choose card or transfer."),
        },
    ];

    /// <summary>What who asks for a way that there is not is told.</summary>
    public static readonly Refusal Unknown = Refusal.Invalid("unknown_payment_method",
        $"Pilih cara bayar: {Listed(All.Select(x => x.Asked), ", atau ")}.",
        $"Choose how to pay: {Listed(All.Select(x => x.Method.Terms().Code), " or ")}.", "payment");

    private static long ToPay => (long)PaymentMethod.Transfer.Terms().Hold.TotalHours;

    private static int ToAnswer => PaymentMethod.CashOnDelivery.Terms().Hold.Days;

    /// <summary>Its name, with the word to ask for it by where that is another.</summary>
    private string Asked => Name.Indonesian.Contains(Method.Terms().Code, StringComparison.OrdinalIgnoreCase)
        ? Method.Terms().Code
        : $"{Name.Indonesian.ToLowerInvariant()} ({Method.Terms().Code})";

    private static string Listed(IEnumerable<string> words, string last) =>
        string.Join(", ", words.SkipLast(1)) + last + words.Last();
}

internal static class PaymentWordsOfMethod
{
    public static PaymentWords Words(this PaymentMethod method) => PaymentWords.All.First(x => x.Method == method);
}
