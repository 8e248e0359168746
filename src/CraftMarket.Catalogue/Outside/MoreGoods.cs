using Marten;

namespace CraftMarket.Catalogue;

/// <summary>What a product's page goes on with: other goods under the brand that it is sold under, or, where there are none,
/// goods of its village.</summary>
/// <param name="OfBrand">All under one brand: the group's, where the product is sold under a group's, else the maker's
/// own.</param>
/// <param name="OfVillage">By others of the village; none while the brand has more.</param>
public sealed record MoreGoods(IReadOnlyList<ProductCard> OfBrand, IReadOnlyList<ProductCard> OfVillage)
{
    public static readonly MoreGoods None = new([], []);

    /// <param name="but">Shown elsewhere on the page.</param>
    public static async Task<MoreGoods> Of(ShopMoment shop, ProductCard card, IReadOnlyList<ProductCard> but, int most,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(card);
        if (shop.OthersOfItsBrand(card, most) is { Count: > 0 } more) return new(more, []);
        return card.Village is { } village
            ? new([], [.. (await shop.OfVillage(RegionCode.Parse(village.Code), cancellation)).Cards()
                .ExceptBy(but.Select(x => x.Id).Append(card.Id), x => x.Id).Take(most)])
            : None;
    }
}
