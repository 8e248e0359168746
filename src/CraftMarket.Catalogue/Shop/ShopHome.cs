using CraftMarket.Search;

namespace CraftMarket.Catalogue;

/// <summary>A maker with goods in the storefront.</summary>
/// <param name="Photo">Of the newest product that has one.</param>
public sealed record StorefrontMaker(CardArtisan Artisan, CardVillage Village, int Goods, CardPhoto? Photo);

/// <summary>What the shop greets with.</summary>
/// <param name="InTurn">The first goods of today's fair order, one of each maker.</param>
/// <param name="Newest">The latest goods, at most one of each maker.</param>
/// <param name="Makers">The makers whose turn comes first today.</param>
public sealed record ShopHome(int Total, int MakersInAll, IReadOnlyList<ProductCard> InTurn, IReadOnlyList<ProductCard> Newest,
    IReadOnlyList<StorefrontMaker> Makers, SearchFacets Facets)
{
    private const int Shown = 8, NewestShown = 4, MakersShown = 6;

    internal static ShopHome Of(SearchIndex index, DateOnly day)
    {
        var first = index.InFairOrder(day).Take(Math.Max(Shown, MakersShown)).ToArray();
        return new(index.All.Count, index.MakerCount, Cards(first.Take(Shown)),
            Cards(index.All.DistinctBy(x => x.Maker).Take(NewestShown)),
            [.. first.Take(index.MakerCount).Take(MakersShown).Select(x => MakerOf(index.OfMaker(x.Maker)))], index.Facets);
    }

    private static IReadOnlyList<ProductCard> Cards(IEnumerable<IndexedProduct> products) =>
        [.. products.Select(x => ShownCard.Of(x).Card)];

    private static StorefrontMaker MakerOf(IReadOnlyList<IndexedProduct> products)
    {
        var newest = ShownCard.Of(products[0]).Card;
        return new(newest.Artisan, newest.Village!, products.Count,
            products.Select(x => ShownCard.Of(x).Card.Photo).FirstOrDefault(x => x is not null));
    }
}
