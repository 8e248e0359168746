using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Search;

namespace CraftMarket.Specs.Search;

public sealed class FairOrderSpecs
{
    private const int Page = 24;
    private static readonly DateOnly FirstDay = new(2026, 11, 23);

    [Fact]
    public void every_maker_shows_one_good_before_anyone_shows_a_second()
    {
        // Maker 0 has fifty goods and maker 1 has one, the oldest of all.
        int[] makerOf = [.. Enumerable.Repeat(0, 50), 1];
        foreach (var day in Days(10))
        {
            var order = Arrange(makerOf, 2, day, 0, makerOf.Length);
            Assert.Contains(50, order[..2]);
            Assert.Equal(51, order.Distinct().Count());
        }
    }

    [Fact]
    public void each_makers_newest_comes_first()
    {
        int[] makerOf = [0, 1, 0, 1, 2, 0];
        var order = Arrange(makerOf, 3, FirstDay, 0, 6);
        Assert.Equal([0, 2, 5], order.Where(x => makerOf[x] == 0));
        Assert.Equal([0, 1, 4], order[..3].Order());
    }

    [Fact]
    public void pages_fit_together_without_a_gap_or_a_good_twice()
    {
        var makerOf = Uneven(97, 1_000);
        var whole = Arrange(makerOf, 97, FirstDay, 0, 1_000);
        Assert.Equal(Enumerable.Range(0, 1_000), whole.Order());
        for (var skip = 0; skip < 1_000; skip += Page)
            Assert.Equal(whole.Skip(skip).Take(Page), Arrange(makerOf, 97, FirstDay, skip, Page));
        Assert.Empty(Arrange(makerOf, 97, FirstDay, 1_000, Page));
        Assert.Empty(Arrange([], 0, FirstDay, 0, Page));
    }

    [Theory]
    [InlineData(30, 100)]
    [InlineData(97, 100)]
    [InlineData(500, 200)]
    public void over_the_days_every_maker_is_on_the_first_page_about_equally_often(int makers, int days)
    {
        var makerOf = Uneven(makers, 4 * makers);
        var shown = new int[makers];
        foreach (var day in Days(days))
            foreach (var product in Arrange(makerOf, makers, day, 0, Page)) shown[makerOf[product]]++;
        var due = days * Page / (double)makers;
        Assert.All(shown, x => Assert.InRange(x, due - 3, due + 3));
        Assert.All(shown, x => Assert.True(x > 0));
    }

    [Fact]
    public void with_few_makers_each_is_the_very_first_about_equally_often()
    {
        var first = new int[7];
        foreach (var day in Days(70)) first[Arrange([0, 1, 2, 3, 4, 5, 6], 7, day, 0, 1)[0]]++;
        Assert.All(first, x => Assert.InRange(x, 8, 12));
    }

    [Fact]
    public void makers_who_have_nothing_in_the_list_take_nobodys_turn()
    {
        // Of a hundred makers only these three sell what is looked for.
        int[] makerOf = [3, 4, 99];
        var first = new Dictionary<int, int>();
        foreach (var day in Days(90))
        {
            var maker = makerOf[Arrange(makerOf, 100, day, 0, 1)[0]];
            first[maker] = first.GetValueOrDefault(maker) + 1;
        }

        Assert.All(first.Values, x => Assert.InRange(x, 27, 33));
        Assert.Equal(3, first.Count);
    }

    [Fact]
    public void a_new_maker_moves_the_others_by_one_place_at_most()
    {
        foreach (var day in Days(50))
        {
            var before = FairOrder.FirstOf(100, day);
            Assert.InRange(FairOrder.FirstOf(101, day) - before, 0, 1);
        }
    }

    private static int[] Arrange(int[] makerOf, int makers, DateOnly day, int skip, int take) =>
        FairOrder.Arrange([.. Enumerable.Range(0, makerOf.Length)], makerOf, makers, day, skip, take);

    /// <summary>Everyone has something; the first few have a great deal.</summary>
    private static int[] Uneven(int makers, int goods) =>
        [.. Enumerable.Range(0, goods).Select(x => x < makers ? x : x % 3 == 0 ? x % 5 : x % makers)];

    private static IEnumerable<DateOnly> Days(int count) => Enumerable.Range(0, count).Select(FirstDay.AddDays);
}
