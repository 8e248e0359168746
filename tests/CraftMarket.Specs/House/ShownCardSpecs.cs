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

    /// <summary>Supply, mark and stars are joined to a card in one place, by one rule each.</summary>
    [Theory]
    [InlineData(@"\bCardMarkUse\.Sql\b")]
    [InlineData(@"(?<!\bthis ProductCard card, [^)]*)\.Supplied\(")]
    [InlineData(@"\bRating\.Sql\b", "src/CraftMarket.Catalogue/Reviews/ShownReviews.cs")]
    public void what_a_card_shows_is_joined_in_one_place(string joined, params string[] also) =>
        Assert.Equal([.. also, "src/CraftMarket.Catalogue/Shop/CardNow.cs"], Repository.Files("src")
            .Where(x => Regex.IsMatch(x.Text, joined)).Select(x => x.Path).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\b(Query|QueryAsync|LoadAsync|LoadManyAsync)<ProductCard>")]
    private static partial Regex CardQuery();
}
