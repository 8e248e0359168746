using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

public sealed class OrderNumberSpecs
{
    [Theory]
    [InlineData("CM-000123", 123)]
    [InlineData(" cm 123 ", 123)]
    [InlineData("123", 123)]
    [InlineData("CM-000000", null)]
    [InlineData("CM-1234567890", null)]
    [InlineData("-5", 5)]
    [InlineData("seratus", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void a_number_is_read_however_a_buyer_types_it(string? typed, int? line) =>
        Assert.Equal(line, OrderBook.LineOf(typed));

    [Fact]
    public void the_line_is_that_of_the_book()
    {
        var book = new OrderBook(Guid.Empty, 41);
        Assert.Equal(book.Lines + 1, OrderBook.LineOf(book.NextNumber));
    }
}
