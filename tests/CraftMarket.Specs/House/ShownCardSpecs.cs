using System.Text.RegularExpressions;

namespace CraftMarket.Specs.House;

/// <summary>A card by itself says what was there when it was listed (decision 0020), so cards are read in one place, which adds
/// what is free.</summary>
public sealed partial class ShownCardSpecs
{
    private const string Place = "src/CraftMarket.Catalogue/Shop/FindCards.cs";

    /// <summary>These look who sells what and show no card.</summary>
    private static readonly string[] Counting = ["src/CraftMarket.Catalogue/Marks/VillageMarkNews.cs",
        "src/CraftMarket.Catalogue/Villages/VillagePage.cs"];

    [Fact]
    public void cards_are_read_where_what_is_free_is_added() =>
        Assert.Equal([Place], Repository.Files("src").Where(x => CardQuery().IsMatch(x.Text)).Select(x => x.Path).Except(Counting)
            .Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\b(Query|QueryAsync|LoadAsync|LoadManyAsync)<ProductCard>")]
    private static partial Regex CardQuery();
}
