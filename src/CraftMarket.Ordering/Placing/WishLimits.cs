namespace CraftMarket.Ordering;

/// <summary>How much one cart, and so one order, may hold: the same on the page, in a form and by HTTP.</summary>
public static class WishLimits
{
    /// <summary>Different articles.</summary>
    public const int MostLines = 50;

    /// <summary>Pieces of one article.</summary>
    public const int MostPieces = 99;

    public static Refusal? Check(IReadOnlyList<Wish> wishes)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        if (wishes.Count == 0)
            return Refusal.Invalid("no_lines", "Keranjang masih kosong.", "The cart is empty.", "lines");
        if (wishes.DistinctBy(x => x.Article).Count() > MostLines)
            return Refusal.Invalid("too_many_lines", $"Paling banyak {MostLines} produk dalam satu pesanan.",
                $"At most {MostLines} products in one order.", "lines");
        if (wishes.Any(x => x.Quantity is < 1 or > MostPieces)
            || wishes.GroupBy(x => x.Article).Any(x => x.Sum(wish => wish.Quantity) > MostPieces))
            return Refusal.Invalid("bad_quantity", $"Jumlah harus antara 1 dan {MostPieces}.",
                $"The quantity must be between 1 and {MostPieces}.", "lines");
        return null;
    }
}
