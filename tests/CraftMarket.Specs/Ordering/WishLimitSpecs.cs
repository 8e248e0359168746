using CraftMarket.Kernel;
using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

public sealed class WishLimitSpecs
{
    [Theory]
    [InlineData(0, 1, "no_lines")]
    [InlineData(50, 99, null)]
    [InlineData(51, 1, "too_many_lines")]
    [InlineData(1, 0, "bad_quantity")]
    [InlineData(1, 100, "bad_quantity")]
    [InlineData(1, int.MaxValue, "bad_quantity")]
    public void a_cart_and_an_order_hold_as_much(int lines, int quantity, string? code) =>
        Assert.Equal(code, WishLimits.Check([.. Enumerable.Range(0, lines)
            .Select(_ => new Wish(new(Guid.NewGuid()), quantity))])?.Code);

    [Fact]
    public void pieces_of_one_article_count_together()
    {
        var article = new ProductId(Guid.NewGuid());
        Assert.Equal("bad_quantity", WishLimits.Check([new(article, 60), new(article, 40)])?.Code);
    }

    [Fact]
    public void the_numbers_stand_in_one_place() => Assert.Equal(["src/CraftMarket.Ordering/Placing/WishLimits.cs"],
        House.Repository.Files("src").Where(x => x.Text.Contains("const int MostLines", StringComparison.Ordinal)
            || (x.Path.Contains("Cart", StringComparison.Ordinal) && x.Text.Contains("const int Most", StringComparison.Ordinal)))
                .Select(x => x.Path));
}
