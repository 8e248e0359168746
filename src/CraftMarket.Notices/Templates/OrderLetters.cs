namespace CraftMarket.Notices;

/// <summary>The one letter to an address that was only typed: its reader may have nothing to do with the order.</summary>
public sealed record AddressTyped(IReadOnlyList<OrderedGoods> Goods, string Link) : OrderTemplate(
    new("Pesanan Anda di CraftMarket: buka tautan ini", "Your order at CraftMarket: open this link"), new(
    $"""
    Seseorang memesan di CraftMarket dan menulis alamat e-mail ini:

    {List(Goods)}

    Kalau itu Anda, buka tautan ini. Di situ Anda mengikuti pesanan, dan sesudah itu kami mengabari Anda lewat e-mail:
    {Link}

    {KeepIt.Indonesian}

    Kalau bukan Anda, abaikan surat ini. Kami tidak akan menulis lagi tentang pesanan ini.
    """,
    $"""
    Somebody ordered at CraftMarket and gave this e-mail address:

    {List(Goods)}

    If it was you, open this link. There you follow the order, and from then on we tell you by e-mail:
    {Link}

    {KeepIt.English}

    If it was not you, ignore this letter. We will not write again about this order.
    """));

/// <summary>For who lost the link and asked for it.</summary>
public sealed record OrderLinkAgain(string? Number, string Link) : OrderTemplate(Named(Number, "Tautan", "Link"), new(
    $"""
    Seseorang meminta tautan pesanan ini sekali lagi. Ini tautannya:
    {Link}

    {KeepIt.Indonesian}
    Kalau bukan Anda yang meminta, abaikan surat ini.
    """,
    $"""
    Somebody asked for this order's link once more. Here it is:
    {Link}

    {KeepIt.English} If you did not ask for it, ignore this letter.
    """));

/// <summary>All that is to be told of an order in one letter, under the subject of the first.</summary>
/// <param name="Pieces">At least one.</param>
public sealed record OrderTold(IReadOnlyList<OrderTemplate> Pieces, string Link) : OrderTemplate(Pieces[0].Subject, new(
    $"""
    {string.Join("\n\n", Pieces.Select(x => x.Text.Indonesian))}

    Ikuti pesanan Anda di sini:
    {Link}

    {KeepIt.Indonesian}
    """,
    $"""
    {string.Join("\n\n", Pieces.Select(x => x.Text.English))}

    Follow your order here:
    {Link}

    {KeepIt.English}
    """));
