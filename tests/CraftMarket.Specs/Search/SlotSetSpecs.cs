using CraftMarket.Search;

namespace CraftMarket.Specs.Search;

/// <summary>Sets of bits are sets.</summary>
public sealed class SlotSetSpecs
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1_000)]
    public void joined_sets_hold_what_sets_of_numbers_hold(int size)
    {
        var chance = new Random(size);
        for (var run = 0; run < 50; run++)
        {
            var (some, others) = (Some(), Some());
            var (a, b) = (SlotSet.Of(size, some), SlotSet.Of(size, others));
            Assert.Equal(some.Order(), a.Slots());
            Assert.Equal(some.Intersect(others).Order(), a.And(b).Slots());
            Assert.Equal(some.Union(others).Order(), a.Or(b).Slots());
            Assert.Equal(some.Count, a.Count());
            Assert.All(Enumerable.Range(0, size), x => Assert.Equal(some.Contains(x), a.Holds(x)));
        }

        HashSet<int> Some() => [.. Enumerable.Range(0, size).Where(_ => chance.Next(3) == 0)];
    }

    [Fact]
    public void numbers_between_two_are_those_at_the_ends_too() =>
        Assert.Equal([0, 2, 3], SlotSet.Between([10, 9, 20, 15, 21], 10, 20).Slots());

    [Fact]
    public void each_value_has_the_products_that_have_it() =>
        Assert.Equal<IEnumerable<int>>([[0, 2], [], [0]], SlotSet.Each(3, [[0, 2], [], [0]]).Select(x => x.Slots()));
}
