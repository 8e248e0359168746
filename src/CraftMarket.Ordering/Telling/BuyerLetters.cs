namespace CraftMarket.Ordering;

/// <summary>A mail to a buyer, before it is addressed.</summary>
internal sealed record Letter(string Subject, string Text);

/// <summary>What buyers are written: Indonesian, and English below it for who ordered in English. No name and no address, only what the order's page says.</summary>
internal static class BuyerLetters
{
    public static Letter Confirmed(Order order, string link, string language)
    {
        var goods = Goods(order.Lines);
        var cash = order.Method == PaymentMethod.CashOnDelivery;
        return Of(language, $"Pesanan {order.Number} di CraftMarket", $"Order {order.Number} at CraftMarket",
            $"""
            Terima kasih! Pesanan Anda sudah pasti. Nomornya {order.Number}, jumlahnya {order.Total}{(cash ? ", dibayar tunai saat barang sampai" : "")}.

            {goods}

            Ikuti pesanan Anda di sini:
            {link}

            Jangan bagikan alamat ini: siapa pun yang memilikinya bisa membuka pesanan Anda.
            """,
            $"""
            Thank you! Your order is certain. Its number is {order.Number}, its total {order.Total}{(cash ? ", paid in cash when the goods arrive" : "")}.

            {goods}

            Follow your order here:
            {link}

            Do not share this address: whoever has it can open your order.
            """);
    }

    public static Letter Shipped(Order order, SellerOrder part, string link, string language)
    {
        var (goods, maker) = (Goods(part.Lines), order.BrandOf(part.ArtisanId)?.Name);
        var tracked = string.IsNullOrWhiteSpace(part.TrackingNumber) ? null : part.TrackingNumber;
        return Of(language, $"Sudah dikirim: {Named(order, "id")}", $"On its way: {Named(order, "en")}",
            $"""
            {maker ?? "Perajin"} sudah mengirim barang Anda lewat {part.Courier}{(tracked is null ? "" : $", nomor resi {tracked}")}.

            {goods}

            Ikuti pesanan Anda, dan beri tahu kalau barangnya sampai, di sini:
            {link}
            """,
            $"""
            {maker ?? "The maker"} has sent your goods with {part.Courier}{(tracked is null ? "" : $", tracking number {tracked}")}.

            {goods}

            Follow your order, and say when it has arrived, here:
            {link}
            """);
    }

    public static Letter Refused(Order order, SellerOrder part, string link, string language)
    {
        var (goods, maker) = (Goods(part.Lines), order.BrandOf(part.ArtisanId)?.Name);
        var unanswered = part.RefusalCode == LapseOrderHandler.NotAnsweredCode;
        var back = part.Refunded > Rupiah.Zero;
        return Of(language, $"Tidak bisa dipenuhi: {Named(order, "id")}", $"Cannot be filled: {Named(order, "en")}",
            $"""
            Maaf, {(maker is null ? "perajin" : maker)} {(unanswered ? "tidak menjawab dalam waktu yang ditentukan" : "tidak bisa memenuhi pesanan ini")}:

            {goods}
            {(unanswered ? "" : $"\nAlasannya: {part.RefusalReason}\n")}{(back ? $"\nUang Anda, {part.Refunded}, dikembalikan.\n" : "")}
            Keadaan pesanan Anda ada di sini:
            {link}
            """,
            $"""
            Sorry, {(maker is null ? "the maker" : maker)} {(unanswered ? "did not answer in time" : "cannot fill this order")}:

            {goods}
            {(unanswered ? "" : $"\nThe reason: {part.RefusalReason}\n")}{(back ? $"\nYour money, {part.Refunded}, goes back to you.\n" : "")}
            How your order stands is here:
            {link}
            """);
    }

    private static Letter Of(string language, string subject, string inEnglish, string indonesian, string english) => language == "en"
        ? new($"{subject} / {inEnglish}", $"{indonesian}\n\n— English —\n\n{english}\n")
        : new(subject, $"{indonesian}\n");

    /// <summary>By its number, which an order paid in cash has only once a part of it was taken on.</summary>
    private static string Named(Order order, string language) => order.Number is { } number
        ? language == "en" ? $"order {number}" : $"pesanan {number}"
        : language == "en" ? "your order at CraftMarket" : "pesanan Anda di CraftMarket";

    private static string Goods(IEnumerable<OrderLine> lines) => string.Join('\n', lines.Select(x => $"{x.Quantity} × {x.Title}"));
}
