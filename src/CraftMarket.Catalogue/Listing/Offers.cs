using CraftMarket.Kernel.Facts;

namespace CraftMarket.Catalogue;

/// <summary>Says what buyers may order, whenever that changed.</summary>
internal static class Offers
{
    /// <summary>What is said after a change; nothing of a product that never was in the shop, and nothing twice.</summary>
    public static IEnumerable<object> Changed(Product before, Product after) =>
        Of(after) is { } now && !Same(Of(before), now) ? [now] : [];

    /// <summary>The product's offer as it stands; null for one that never was in the shop.</summary>
    public static ProductOffered? Of(Product product) => product.Village is not { } village ? null
        : new(product.Id, product.ArtisanId, product.Details.Name, product.Slug, product.Price, product.Details.WeightGrams,
            village, product.Status == ProductStatus.Published,
            product.Variants.Count == 0 ? null
                : [.. product.Variants.Select(x => new OfferedVariant(x.Id, x.Variant.Name, x.OwnPrice ?? product.Price))],
            product.Group?.Id);

    private static bool Same(ProductOffered? before, ProductOffered now) =>
        before is not null && before with { Variants = null } == now with { Variants = null }
        && (before.Variants ?? []).SequenceEqual(now.Variants ?? []);
}
