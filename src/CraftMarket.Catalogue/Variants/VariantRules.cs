namespace CraftMarket.Catalogue;

/// <summary>What sizes and colours must be, and how those that are wanted meet those that are there.</summary>
internal static class VariantRules
{
    public static readonly Refusal StockMissing = Refusal.Invalid("variant_stock_missing", "Isi stok setiap pilihan.",
        "Give the stock of each size and colour.", "variants");

    /// <param name="wanted">Null when nothing is said of them.</param>
    /// <param name="madeToOrder">Whether the product is made when ordered, so that nothing is counted.</param>
    /// <param name="known">Those there already whose count may stay as it is.</param>
    public static Refusal? Problem(IReadOnlyList<WantedVariant>? wanted, bool madeToOrder, IReadOnlyList<ProductVariant> known)
    {
        if (wanted is null or []) return null;
        if (wanted.Count > ListingLimits.MostVariants)
            return Refusal.Invalid("too_many_variants", $"Paling banyak {ListingLimits.MostVariants} pilihan.",
                $"At most {ListingLimits.MostVariants} sizes and colours.", "variants");
        if (wanted.Any(x => x.Name.Length == 0 || x.Size is { Length: 0 or > ListingLimits.LongestVariant }
            || x.Colour is { Length: 0 or > ListingLimits.LongestVariant }))
            return Refusal.Invalid("variant_name",
                $"Setiap pilihan butuh ukuran atau warna, paling panjang {ListingLimits.LongestVariant} huruf.",
                $"Each needs a size or a colour of at most {ListingLimits.LongestVariant} letters.", "variants");
        if (wanted.DistinctBy(x => x.Name, StringComparer.OrdinalIgnoreCase).Count() < wanted.Count)
            return Refusal.Invalid("variant_twice", "Ada pilihan yang ditulis dua kali.", "One of them stands there twice.",
                "variants");
        if (wanted.Any(x => x.Price is { } own && !ListingLimits.IsPrice(own))) return ListingLimits.PriceOutOfRange("variants");
        if (wanted.Any(x => x.Stock is < 0 or > ListingLimits.LargestStock)) return ListingLimits.StockOutOfRange("variants");
        return madeToOrder || wanted.All(x => x.Stock is not null || known.Any(y => y.Variant.Is(x))) ? null : StockMissing;
    }

    /// <summary>The wanted ones, each under the id it has already or a new one; null when there are none. A size that was taken
    /// out and comes back is a new one: orders may still hold pieces of the old.</summary>
    /// <param name="edition">The edition of the product that this makes.</param>
    public static IReadOnlyList<Variant>? Named(ProductId product, int edition, IReadOnlyList<ProductVariant> known,
        IReadOnlyList<WantedVariant> wanted) =>
        wanted.Count == 0 ? null : [.. wanted.Select(x => new Variant(
            known.FirstOrDefault(y => y.Variant.Is(x))?.Id
                ?? new(NewId.For("variant", product.Value.ToString(), $"{edition}", x.Name.ToUpperInvariant())),
            x.Size, x.Colour))];

    /// <summary>Prices of those that do not cost what the product costs; null when there are none.</summary>
    public static IReadOnlyDictionary<VariantId, Rupiah>? Prices(IReadOnlyList<Variant>? named,
        IReadOnlyList<WantedVariant> wanted)
    {
        var own = (named ?? []).Zip(wanted).Where(x => x.Second.Price is not null)
            .ToDictionary(x => x.First.Id, x => x.Second.Price!.Value);
        return own.Count == 0 ? null : own;
    }

    /// <summary>The pieces of all of the product from now on, those that are new among it.</summary>
    /// <param name="wanted">With the counts of sizes and colours, where it is sold from stock.</param>
    public static IReadOnlyList<WantedStock> All(Product product, IReadOnlyList<WantedVariant> wanted)
    {
        var counted = product.LeadTimeDays is null;
        return
        [
            new(null, counted ? product.ListedStock ?? 0 : null),
            .. product.Variants.Select(x =>
                new WantedStock(x.Id, counted ? wanted.FirstOrDefault(x.Variant.Is)?.Stock ?? 0 : null)),
        ];
    }

    /// <summary>The first pieces of those that are new.</summary>
    public static IEnumerable<WantedStock> Added(IReadOnlyList<ProductVariant> known, IReadOnlyList<Variant>? named,
        IReadOnlyList<WantedVariant> wanted, bool madeToOrder) =>
        from pair in (named ?? []).Zip(wanted)
        where known.All(x => x.Id != pair.First.Id)
        select new WantedStock(pair.First.Id, madeToOrder ? null : pair.Second.Stock);
}
