namespace CraftMarket.Catalogue;

/// <summary>How a product's sizes and colours follow from its events.</summary>
internal static class VariantFold
{
    /// <summary>Those that are named now: the known ones keep price and count, of new ones nothing is free until Ordering has told.</summary>
    public static IReadOnlyList<ProductVariant> Renamed(this IReadOnlyList<ProductVariant> variants, IReadOnlyList<Variant>? named, bool madeToOrder) =>
        [.. (named ?? []).Select(x => variants.FirstOrDefault(y => y.Id == x.Id) is { } known ? known with { Variant = x } : new(x, null, madeToOrder ? null : 0, 0))];

    public static IReadOnlyList<ProductVariant> Priced(this IReadOnlyList<ProductVariant> variants, IReadOnlyDictionary<VariantId, Rupiah>? own) =>
        [.. variants.Select(x => x with { OwnPrice = own is not null && own.TryGetValue(x.Id, out var price) ? price : null })];

    public static IReadOnlyList<ProductVariant> Counted(this IReadOnlyList<ProductVariant> variants, VariantId id, int? available, long revision) =>
        [.. variants.Select(x => x.Id == id ? x with { Available = available, StockRevision = revision } : x)];

    /// <summary>Free pieces of all together; null when made to order.</summary>
    public static int? Free(this IReadOnlyList<ProductVariant> variants) =>
        variants.Any(x => x.Available is null) ? null : variants.Sum(x => x.Available);

    /// <summary>From the cheapest to the dearest.</summary>
    public static (Rupiah Lowest, Rupiah Highest) Prices(this IReadOnlyList<ProductVariant> variants, Rupiah price) => variants.Count == 0
        ? (price, price)
        : (new(variants.Min(x => (x.OwnPrice ?? price).Amount)), new(variants.Max(x => (x.OwnPrice ?? price).Amount)));
}
