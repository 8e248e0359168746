namespace CraftMarket.Catalogue;

/// <summary>A maker with goods in the window.</summary>
/// <param name="Photo">Of the newest good that has one.</param>
public sealed record WindowMaker(CardArtisan Artisan, CardVillage Village, int Goods, CardPhoto? Photo);

/// <summary>What the shop greets with.</summary>
/// <param name="InTurn">The first goods of today's fair order, one of each maker.</param>
/// <param name="Newest">The latest goods, at most one of each maker.</param>
/// <param name="Makers">The makers whose turn comes first today.</param>
public sealed record ShopHome(int Total, int MakersInAll, IReadOnlyList<ProductCard> InTurn, IReadOnlyList<ProductCard> Newest,
    IReadOnlyList<WindowMaker> Makers, ShopFacets Facets)
{
    private const int Shown = 8, NewestShown = 4, MakersShown = 6;

    internal static ShopHome Of(Shelf shelf, DateOnly day)
    {
        var order = shelf.InFairOrder(day);
        var makers = order.Take(shelf.Makers.Length).Take(MakersShown).Select(x => shelf.Maker[x]).ToArray();
        return new(shelf.Goods.Length, shelf.Makers.Length, Cards(shelf, order.Take(Shown)),
            Cards(shelf, shelf.NewestFirst.DistinctBy(x => shelf.Maker[x]).Take(NewestShown)),
            [.. makers.Select(x => MakerOf(shelf, x))], shelf.Facets.Value);
    }

    private static IReadOnlyList<ProductCard> Cards(Shelf shelf, IEnumerable<int> slots) =>
        [.. slots.Select(x => shelf.Goods[x].Shown())];

    private static WindowMaker MakerOf(Shelf shelf, int maker)
    {
        var goods = shelf.Goods.Where((_, slot) => shelf.Maker[slot] == maker).ToArray();
        return new(goods[0].Card.Artisan, goods[0].Card.Village!, goods.Length, goods.Select(x => x.Shown().Photo)
            .FirstOrDefault(x => x is not null));
    }
}
