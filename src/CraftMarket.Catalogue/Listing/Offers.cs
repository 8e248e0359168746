using CraftMarket.Kernel.Facts;

namespace CraftMarket.Catalogue;

/// <summary>Tells other rooms what buyers may order.</summary>
internal static class Offers
{
    /// <summary>The product's offer as it stands now; nothing for a product that never was in the window.</summary>
    public static IEnumerable<object> Of(Product product)
    {
        if (product.Village is not { } village) yield break;
        yield return new ProductOffered(product.Id, product.ArtisanId, product.Details.Name, product.Slug, product.Price,
            product.Details.WeightGrams, village, product.Status == ProductStatus.Published, product.Edition,
            product.Variants.Count == 0 ? null
                : [.. product.Variants.Select(x => new OfferedVariant(x.Id, x.Variant.Name, x.OwnPrice ?? product.Price))],
            product.Group?.Id);
    }
}
