using CraftMarket.Catalogue;

namespace CraftMarket.Web.Pages;

/// <summary>Goods as a page shows them side by side.</summary>
/// <param name="Eager">How many of them are seen at once; the photos of the others wait until they are near.</param>
public sealed record ShownGoods(IReadOnlyList<ProductCard> Cards, int Eager = 0);

/// <summary>The heart at a product.</summary>
/// <param name="Kept">The visitor has it among the favourites.</param>
public sealed record ShownHeart(ProductCard Product, bool Kept);
