using CraftMarket.Catalogue;
using CraftMarket.Search;

namespace CraftMarket.Specs.Catalogue;

/// <summary>Which goods are shown as alike.</summary>
public sealed class RelatedSpecs
{
    private static readonly ProductCard Bag = Card("Tas saya", "tas", "pandan", "katun");

    [Fact]
    public async Task the_likest_is_found_though_its_kind_and_its_material_each_fill_a_page_with_others()
    {
        ProductCard[] window = [.. Enumerable.Range(0, 30).Select(x => Card($"Tas {x}", "tas", "bambu")),
            .. Enumerable.Range(0, 30).Select(x => Card($"Bingkai {x}", "bingkai", "pandan")),
            Card("Tas pandan", "tas", "pandan")];
        Assert.Equal("Tas pandan", (await Alike(window))[0].Name);
    }

    [Fact]
    public async Task too_few_alike_are_filled_up_with_the_kind_and_then_with_the_material()
    {
        ProductCard[] window = [Card("Bingkai pandan", "bingkai", "pandan"), Card("Tas bambu", "tas", "bambu"),
            Card("Tas pandan", "tas", "pandan")];
        Assert.Equal(["Tas pandan", "Tas bambu", "Bingkai pandan"], (await Alike(window)).Select(x => x.Name));
    }

    [Fact]
    public async Task enough_alike_ask_no_further_and_show_one_of_each_maker_and_none_of_the_makers_own()
    {
        var other = Card("Tas pandan 1", "tas", "pandan");
        ProductCard[] window =
            [Bag, Bag with { Id = Guid.NewGuid() }, other, other with { Id = Guid.NewGuid(), Name = "Tas pandan 2" },
            .. Enumerable.Range(3, 3).Select(x => Card($"Tas pandan {x}", "tas", "pandan")), Card("Tas bambu", "tas", "bambu")];
        var parsed = new List<SearchQuery>();
        Assert.Equal(["Tas pandan 1", "Tas pandan 3", "Tas pandan 4", "Tas pandan 5"], (await Alike(window, parsed))
            .Select(x => x.Name));
        Assert.All(parsed, x => Assert.True(x is { Category: "tas", Material: not null }));
    }

    private static Task<IReadOnlyList<ProductCard>> Alike(ProductCard[] window, List<SearchQuery>? parsed = null) =>
        RelatedGoods.Choose(Bag, 4, query =>
    {
        parsed?.Add(query);
        return Task.FromResult<IReadOnlyList<ProductCard>>([.. window.Where(x => query.Category is null
            || x.Category == query.Category)
            .Where(x => query.Material is null || x.Materials.Contains(query.Material)).Take(SearchQuery.PageSize)]);
    });

    private static ProductCard Card(string name, string category, params string[] materials) =>
        new(Guid.NewGuid(), name, name, 1_000, 5, null,
        new(Guid.NewGuid(), "Perajin"), null, null, category, materials, ProductCard.OnSale, DateTimeOffset.UnixEpoch);
}
