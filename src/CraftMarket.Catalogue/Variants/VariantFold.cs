namespace CraftMarket.Catalogue;

/// <summary>How a product's sizes and colours follow from its events.</summary>
internal static class VariantFold
{
    /// <summary>Those that are named now; the known ones keep their price.</summary>
    public static IReadOnlyList<ProductVariant> Renamed(this IReadOnlyList<ProductVariant> variants,
        IReadOnlyList<Variant>? named) =>
        [.. (named ?? [])
            .Select(x => variants.FirstOrDefault(y => y.Id == x.Id) is { } known ? known with { Variant = x } : new(x, null))];

    public static IReadOnlyList<ProductVariant> Priced(this IReadOnlyList<ProductVariant> variants,
        IReadOnlyDictionary<VariantId, Rupiah>? own) =>
        [.. variants.Select(x => x with { OwnPrice = own is not null && own.TryGetValue(x.Id, out var price) ? price : null })];

    /// <summary>From the cheapest to the dearest.</summary>
    public static (Rupiah Lowest, Rupiah Highest) Prices(this IReadOnlyList<ProductVariant> variants, Rupiah price) =>
        variants.Count == 0
        ? (price, price)
        : (new(variants.Min(x => (x.OwnPrice ?? price).Amount)), new(variants.Max(x => (x.OwnPrice ?? price).Amount)));
}
