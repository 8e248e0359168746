using CraftMarket.Kernel;
using CraftMarket.Tests.Catalogue;

namespace CraftMarket.Tests;

/// <summary>What a new artisan finds at home.</summary>
public sealed class ArtisanHomeTests(RunningMarket market)
{
    [Fact]
    public async Task a_new_artisan_sees_the_way_to_the_shop_and_where_she_is_on_it()
    {
        using var workshop = await Workshop.Open(market);
        using var home = new Reader(market, "artisan", ("artisan", workshop.Id.Value.ToString()));
        Assert.Equal((0, 4), await Way(home));
        await workshop.Brand("Sahnun Baru", "#8a5a2b");
        Assert.Equal((1, 4), await Way(home));
        var bag = (await workshop.Listed(await workshop.Bag())).GetProperty("id").GetGuid();
        Assert.Equal((2, 4), await Way(home));
        await workshop.Submit(bag);
        Assert.Equal((3, 4), await Way(home));
        Assert.Contains("1 produk sedang diperiksa", home.Find("waiting-for-curator").TextContent, StringComparison.Ordinal);
        await workshop.Decide(bag, "approve");
        await home.Open("/perajin");
        Assert.Null(home.Page.QuerySelector("[data-test=way]"));
    }

    /// <summary>How many steps are done, and of how many; exactly the next one is pointed at.</summary>
    private static async Task<(int Done, int All)> Way(Reader home)
    {
        await home.Open("/perajin");
        var way = home.Find("way");
        var done = way.QuerySelectorAll(".done").Length;
        Assert.Equal("now", way.Children[done].ClassName);
        Assert.Single(way.QuerySelectorAll(".now"));
        return (done, way.Children.Length);
    }
}
