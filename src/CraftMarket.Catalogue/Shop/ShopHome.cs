namespace CraftMarket.Catalogue;

/// <summary>A maker with goods in the storefront.</summary>
/// <param name="Photo">Of the newest product that has one.</param>
public sealed record StorefrontMaker(CardArtisan Artisan, CardVillage Village, int Goods, CardPhoto? Photo);

/// <summary>What the shop greets with.</summary>
/// <param name="InTurn">The first goods of today's fair order, one of each maker.</param>
/// <param name="Newest">The latest goods, at most one of each maker.</param>
/// <param name="Makers">The makers whose turn comes first today.</param>
public sealed record ShopHome(int Total, int MakersInAll, IReadOnlyList<ProductCard> InTurn, IReadOnlyList<ProductCard> Newest,
    IReadOnlyList<StorefrontMaker> Makers, ShopFacets Facets)
{
    private const int Shown = 8, NewestShown = 4, MakersShown = 6;

    internal static ShopHome Of(SearchIndex index, DateOnly day)
    {
        var order = index.InFairOrder(day);
        var makers = order.Take(index.Makers.Length).Take(MakersShown).Select(x => index.Maker[x]).ToArray();
        return new(index.Products.Length, index.Makers.Length, Cards(index, order.Take(Shown)),
            Cards(index, index.NewestFirst.DistinctBy(x => index.Maker[x]).Take(NewestShown)),
            [.. makers.Select(x => MakerOf(index, x))], index.Facets.Value);
    }

    private static IReadOnlyList<ProductCard> Cards(SearchIndex index, IEnumerable<int> slots) =>
        [.. slots.Select(x => index.Products[x].Shown())];

    private static StorefrontMaker MakerOf(SearchIndex index, int maker)
    {
        var goods = index.Products.Where((_, slot) => index.Maker[slot] == maker).ToArray();
        return new(goods[0].Card.Artisan, goods[0].Card.Village!, goods.Length, goods.Select(x => x.Shown().Photo)
            .FirstOrDefault(x => x is not null));
    }
}
