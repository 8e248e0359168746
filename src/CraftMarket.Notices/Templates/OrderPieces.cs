namespace CraftMarket.Notices;

/// <summary>The order is certain and has its number.</summary>
public sealed record OrderCertain(string? Number, Rupiah Total, bool InCash, IReadOnlyList<OrderedGoods> Goods) : OrderPiece(
    new($"Pesanan {Number} di CraftMarket", $"Order {Number} at CraftMarket"), new(
        "Terima kasih! Pesanan Anda sudah pasti. "
        + $"Nomornya {Number}, jumlahnya {Total}{(InCash ? ", dibayar tunai saat barang sampai" : "")}.",
        "Thank you! Your order is certain. "
        + $"Its number is {Number}, its total {Total}{(InCash ? ", paid in cash when the goods arrive" : "")}."), Goods);

/// <summary>A part is on its way.</summary>
/// <param name="Maker">The brand it was sold under; null in orders from before brands were kept.</param>
/// <param name="TrackingNumber">Empty when its maker brings it.</param>
public sealed record PartSent(string? Number, string? Maker, string? Courier, string? TrackingNumber,
    IReadOnlyList<OrderedGoods> Goods) : OrderPiece(Named(Number, "Sudah dikirim", "On its way"), new(
        $"{Maker ?? "Perajin"} sudah mengirim barang Anda lewat {Courier}{Tracked(", nomor resi ", TrackingNumber)}.",
        $"{Maker ?? "The maker"} has sent your goods with {Courier}{Tracked(", tracking number ", TrackingNumber)}."), Goods,
        new Wording("Beri tahu di halaman pesanan kalau barangnya sampai.", "Say on the order's page when it has arrived."))
{
    private static string Tracked(string words, string? number) => string.IsNullOrWhiteSpace(number) ? "" : words + number;
}

/// <summary>A part will not come.</summary>
/// <param name="Reason">The artisan's; null when nobody answered in time.</param>
/// <param name="Refunded">What was paid of it and goes back.</param>
public sealed record PartRefused(string? Number, string? Maker, string? Reason, Rupiah Refunded,
    IReadOnlyList<OrderedGoods> Goods) : OrderPiece(Named(Number, "Tidak bisa dipenuhi", "Cannot be filled"), Reason is null
        ? new($"Maaf, {Maker ?? "perajin"} tidak menjawab dalam waktu yang ditentukan:",
            $"Sorry, {Maker ?? "the maker"} did not answer in time:")
        : new($"Maaf, {Maker ?? "perajin"} tidak bisa memenuhi pesanan ini:",
            $"Sorry, {Maker ?? "the maker"} cannot fill this order:"), Goods,
        Reason is null ? Wording.Nothing : new($"Alasannya: {Reason}", $"The reason: {Reason}"), Back(Refunded));

/// <summary>The office ended the hold; its reason is its own.</summary>
public sealed record HoldFreed(string? Number, IReadOnlyList<OrderedGoods> Goods) : OrderPiece(
    Named(Number, "Dibatalkan", "Ended"), new(
        "Maaf, kantor CraftMarket membatalkan pesanan ini sebelum dibayar atau dijawab perajin:",
        "Sorry, the CraftMarket office ended this order before it was paid or answered:"), Goods, new Wording(
        "Barangnya tidak ditahan lagi. Kalau Anda masih mau, silakan pesan lagi.",
        "The goods are no longer kept for you. If you still want them, please order again."));

/// <summary>The buyer cancelled it.</summary>
public sealed record PartCancelled(string? Number, Rupiah Refunded, IReadOnlyList<OrderedGoods> Goods) : OrderPiece(
    Named(Number, "Batal", "Cancelled"),
    new("Barang ini batal, seperti yang Anda minta:", "These goods are cancelled, as you asked:"), Goods, Back(Refunded));

/// <summary>A part ended because all its money goes back.</summary>
public sealed record PartMoneyBack(string? Number, Rupiah Refunded, IReadOnlyList<OrderedGoods> Goods) : OrderPiece(
    Named(Number, "Batal, uang kembali", "Cancelled, your money goes back"), new(
        "Barang ini batal dan tidak akan dikirim, karena semua uangnya dikembalikan kepada Anda:",
        "These goods are cancelled and will not be sent, because all their money goes back to you:"), Goods, Back(Refunded));
