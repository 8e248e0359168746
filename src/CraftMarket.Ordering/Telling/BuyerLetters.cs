using CraftMarket.Kernel.Facts;

namespace CraftMarket.Ordering;

/// <summary>A mail to a buyer, before it is addressed.</summary>
internal sealed record Letter(string Subject, string Text);

/// <summary>What buyers are written: Indonesian, and English below it for who ordered in English. No name and no address, only
/// what the order's page says.</summary>
internal static class BuyerLetters
{
    /// <summary>One thing that happened, as a piece of a letter.</summary>
    private sealed record Piece(Wording Subject, Wording Text);

    /// <summary>The one letter to an address that was only typed: its reader may have nothing to do with the order.</summary>
    public static Letter First(Order order, string link, string language)
    {
        var goods = Goods(order.Lines);
        return Of(language, new("Pesanan Anda di CraftMarket: buka tautan ini", "Your order at CraftMarket: open this link"), new(
            $"""
            Seseorang memesan di CraftMarket dan menulis alamat e-mail ini:

            {goods}

            Kalau itu Anda, buka tautan ini. Di situ Anda mengikuti pesanan, dan sesudah itu kami mengabari Anda lewat e-mail:
            {link}

            Jangan bagikan tautan ini: siapa pun yang memilikinya bisa membuka pesanan Anda.

            Kalau bukan Anda, abaikan surat ini. Kami tidak akan menulis lagi tentang pesanan ini.
            """,
            $"""
            Somebody ordered at CraftMarket and gave this e-mail address:

            {goods}

            If it was you, open this link. There you follow the order, and from then on we tell you by e-mail:
            {link}

            Do not share this link: whoever has it can open your order.

            If it was not you, ignore this letter. We will not write again about this order.
            """));
    }

    /// <summary>For who lost the link and asked for it.</summary>
    public static Letter LinkAgain(Order order, string link, string language) => Of(language, Named(order, "Tautan", "Link"), new(
        $"""
        Seseorang meminta tautan pesanan ini sekali lagi. Ini tautannya:
        {link}

        Jangan bagikan tautan ini: siapa pun yang memilikinya bisa membuka pesanan Anda.
        Kalau bukan Anda yang meminta, abaikan surat ini.
        """,
        $"""
        Somebody asked for this order's link once more. Here it is:
        {link}

        Do not share this link: whoever has it can open your order. If you did not ask for it, ignore this letter.
        """));

    /// <summary>All that is to be told of an order in one letter.</summary>
    public static Letter Of(Order order, IReadOnlyList<PieceOfNews> news, string link, string language)
    {
        List<Piece> pieces = [.. news.Select(x => PieceOf(order, x.Part, x.Event))];
        return Of(language, pieces[0].Subject, new(
            $"""
            {string.Join("\n\n", pieces.Select(x => x.Text.Indonesian))}

            Ikuti pesanan Anda di sini:
            {link}

            Jangan bagikan tautan ini: siapa pun yang memilikinya bisa membuka pesanan Anda.
            """,
            $"""
            {string.Join("\n\n", pieces.Select(x => x.Text.English))}

            Follow your order here:
            {link}

            Do not share this link: whoever has it can open your order.
            """));
    }

    private static Piece PieceOf(Order order, SellerOrder? part, object happened) => (happened, part) switch
    {
        (OrderNumbered, _) => Confirmed(order),
        (SellerOrderShipped, { } sent) => Shipped(order, sent),
        (SellerOrderRefused, { RefusalCode: FreeHoldHandler.FreedCode } freed) => Freed(order, freed.Lines),
        (SellerOrderRefused, { RefusalCode: CancelOrderHandler.CancelledCode } cancelled) => Cancelled(order, cancelled),
        (SellerOrderRefused, { } refused) => Refused(order, refused),
        (OrderHoldFreed, _) => Freed(order, order.Lines),
        (SellerOrderGivenBack, { } ended) => GivenBack(order, ended),
        _ => throw new ArgumentException($"Nobody is told of {happened.GetType().Name}.", nameof(happened)),
    };

    private static Piece Confirmed(Order order)
    {
        var goods = Goods(order.Lines);
        var paid = order.Method.IsPaidAtDoor()
            ? new Wording(", dibayar tunai saat barang sampai", ", paid in cash when the goods arrive")
            : Wording.Nothing;
        return new(new($"Pesanan {order.Number} di CraftMarket", $"Order {order.Number} at CraftMarket"), new(
            $"""
            Terima kasih! Pesanan Anda sudah pasti. Nomornya {order.Number}, jumlahnya {order.Total}{paid.Indonesian}.

            {goods}
            """,
            $"""
            Thank you! Your order is certain. Its number is {order.Number}, its total {order.Total}{paid.English}.

            {goods}
            """));
    }

    private static Piece Shipped(Order order, SellerOrder part)
    {
        var (goods, maker) = (Goods(part.Lines), Maker(order, part));
        var tracked = string.IsNullOrWhiteSpace(part.TrackingNumber) ? Wording.Nothing
            : new($", nomor resi {part.TrackingNumber}", $", tracking number {part.TrackingNumber}");
        return new(Named(order, "Sudah dikirim", "On its way"), new(
            $"""
            {maker?.Name ?? "Perajin"} sudah mengirim barang Anda lewat {part.Courier}{tracked.Indonesian}.

            {goods}

            Beri tahu di halaman pesanan kalau barangnya sampai.
            """,
            $"""
            {maker?.Name ?? "The maker"} has sent your goods with {part.Courier}{tracked.English}.

            {goods}

            Say on the order's page when it has arrived.
            """));
    }

    private static Piece Refused(Order order, SellerOrder part)
    {
        var (goods, maker) = (Goods(part.Lines), Maker(order, part));
        var (what, why) = part.RefusalCode == ExpireOrderHandler.NotAnsweredCode
            ? (new Wording("tidak menjawab dalam waktu yang ditentukan", "did not answer in time"), Wording.Nothing)
            : (new("tidak bisa memenuhi pesanan ini", "cannot fill this order"),
                new($"\n\nAlasannya: {part.RefusalReason}", $"\n\nThe reason: {part.RefusalReason}"));
        var back = part.Refunded == Rupiah.Zero ? Wording.Nothing
            : new($"\n\nUang Anda, {part.Refunded}, dikembalikan.", $"\n\nYour money, {part.Refunded}, goes back to you.");
        return new(Named(order, "Tidak bisa dipenuhi", "Cannot be filled"), new(
            $"""
            Maaf, {maker?.Name ?? "perajin"} {what.Indonesian}:

            {goods}{why.Indonesian}{back.Indonesian}
            """,
            $"""
            Sorry, {maker?.Name ?? "the maker"} {what.English}:

            {goods}{why.English}{back.English}
            """));
    }

    private static Piece Freed(Order order, IReadOnlyList<OrderLine> lines) => new(Named(order, "Dibatalkan", "Ended"), new(
        $"""
        Maaf, kantor CraftMarket membatalkan pesanan ini sebelum dibayar atau dijawab perajin:

        {Goods(lines)}

        Barangnya tidak ditahan lagi. Kalau Anda masih mau, silakan pesan lagi.
        """,
        $"""
        Sorry, the CraftMarket office ended this order before it was paid or answered:

        {Goods(lines)}

        The goods are no longer kept for you. If you still want them, please order again.
        """));

    private static Piece Cancelled(Order order, SellerOrder part)
    {
        var back = part.Refunded == Rupiah.Zero ? Wording.Nothing
            : new($"\n\nUang Anda, {part.Refunded}, dikembalikan.", $"\n\nYour money, {part.Refunded}, goes back to you.");
        return new(Named(order, "Batal", "Cancelled"), new(
            $"""
            Barang ini batal, seperti yang Anda minta:

            {Goods(part.Lines)}{back.Indonesian}
            """,
            $"""
            These goods are cancelled, as you asked:

            {Goods(part.Lines)}{back.English}
            """));
    }

    private static Piece GivenBack(Order order, SellerOrder part) => new(
        Named(order, "Batal, uang kembali", "Cancelled, your money goes back"), new(
        $"""
        Barang ini batal dan tidak akan dikirim, karena semua uangnya dikembalikan kepada Anda:

        {Goods(part.Lines)}

        Uang Anda, {part.Refunded}, dikembalikan.
        """,
        $"""
        These goods are cancelled and will not be sent, because all their money goes back to you:

        {Goods(part.Lines)}

        Your money, {part.Refunded}, goes back to you.
        """));

    private static BrandAtSale? Maker(Order order, SellerOrder part) => order.BrandOf(part.ArtisanId);

    private static Letter Of(string language, Wording subject, Wording text) => language == "en"
        ? new($"{subject.Indonesian} / {subject.English}", $"{text.Indonesian}\n\n— English —\n\n{text.English}\n")
        : new(subject.Indonesian, $"{text.Indonesian}\n");

    /// <summary>By the order's number, which one paid in cash has only once a part of it was taken on.</summary>
    private static Wording Named(Order order, string indonesian, string english) => order.Number is { } number
        ? new($"{indonesian}: pesanan {number}", $"{english}: order {number}")
        : new($"{indonesian}: pesanan Anda di CraftMarket", $"{english}: your order at CraftMarket");

    private static string Goods(IEnumerable<OrderLine> lines) =>
        string.Join('\n', lines.Select(x => $"{x.Quantity} × {x.Title}"));
}
