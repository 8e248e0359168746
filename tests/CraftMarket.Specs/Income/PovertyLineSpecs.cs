using CraftMarket.Income.Lines;
using CraftMarket.Kernel;

namespace CraftMarket.Specs.Income;

public sealed class PovertyLineSpecs
{
    private static readonly RegionCode Mataram = RegionCode.Parse("52.71.01.1001");

    public static TheoryData<string> HouseholdLines =>
        [.. PublishedLines.All.Where(x => x.HouseholdLine is not null).Select(x => x.Id)];

    [Theory]
    [MemberData(nameof(HouseholdLines))]
    public void every_published_household_line_is_the_line_times_the_household(string id)
    {
        var line = PublishedLines.All.Single(x => x.Id == id);
        Assert.Equal(line.HouseholdLine, line.ForHousehold(line.HouseholdSize!.Value));
    }

    [Fact]
    public void six_household_lines_are_published() => Assert.Equal(6, HouseholdLines.Count);

    [Fact]
    public void a_regency_with_lines_of_its_own_uses_the_latest_of_them() =>
        Assert.Equal(568_910, PublishedLines.All.Official(Regions.Semoyang, new(2026, 11))?.Amount);

    [Fact]
    public void a_regency_without_lines_uses_the_province() =>
        Assert.Equal(575_856, PublishedLines.All.Official(Mataram, new(2026, 11))?.Amount);

    [Theory]
    [InlineData(2025, 8, 556_846)]
    [InlineData(2025, 9, 575_856)]
    [InlineData(2023, 2, 489_954)]
    public void a_line_counts_from_its_month_on(int year, int month, int amount) =>
        Assert.Equal(amount, PublishedLines.All.Official(Mataram, new(year, month))?.Amount);

    [Fact]
    public void before_the_first_line_there_is_none() => Assert.Null(PublishedLines.All.Official(Mataram, new(2022, 8)));

    [Fact]
    public void extreme_poverty_has_a_line_of_its_own()
    {
        Assert.Equal(351_957.4m, PublishedLines.All.Lowest(new(2024, 12))?.Amount);
        Assert.Equal(391_000m, PublishedLines.All.Lowest(new(2025, 1))?.Amount);
    }

    [Fact]
    public void exactly_on_the_line_has_reached_it()
    {
        var line = PublishedLines.All.Official(Mataram, new(2026, 11))!;
        Assert.True(line.IsReachedBy(4 * 575_856m, 4));
        Assert.False(line.IsReachedBy(4 * 575_856m - 1, 4));
    }
}
