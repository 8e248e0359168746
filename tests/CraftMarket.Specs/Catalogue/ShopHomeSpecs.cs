using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Search;

namespace CraftMarket.Specs.Catalogue;

/// <summary>What the shop greets with.</summary>
public sealed class ShopHomeSpecs
{
    [Fact]
    public void what_came_in_last_is_one_good_of_each_maker()
    {
        var home = HomeOf("Rajab", "Seman", "Rajab", "Sahnun", "Sahnun", "Sahnun", "Sahnun", "Sahnun");
        Assert.Equal(["Sahnun", "Rajab", "Seman"], home.Newest.Select(x => x.Artisan.Name));
    }

    [Fact]
    public void each_maker_whose_turn_it_is_is_shown_once_with_all_that_is_on_sale()
    {
        var home = HomeOf("Rajab", "Seman", "Rajab", "Sahnun", "Sahnun");
        Assert.Equal((5, 3), (home.Total, home.MakersInAll));
        Assert.Equal([("Rajab", 2), ("Sahnun", 2), ("Seman", 1)],
            home.Makers.Select(x => (x.Artisan.Name, x.Goods)).OrderBy(x => x.Name, StringComparer.Ordinal));
        Assert.Equal(5, home.InTurn.Count);
        Assert.Equal(3, home.InTurn.Take(3).DistinctBy(x => x.Artisan.Id).Count());
    }

    /// <summary>Bags of these makers, the last one the newest.</summary>
    private static ShopHome HomeOf(params string[] makers) => ShopHome.Of(SearchIndex.Of(makers.Select((maker, n) =>
        new ShownCard(new ProductCard(NewId.For("good", $"{n}"), $"tas-{n}", $"Tas {n}",
            100_000, 5, null, new(NewId.For("maker", maker), maker), new("52.02.06.2003"), null, "tas",
            ["pandan"], ProductCard.OnSale, DateTimeOffset.UnixEpoch.AddDays(n)),
            new(null, null, null, Rating.None)).Index("", "")!), SynonymTable.Empty),
        new(2026, 11, 23));
}
