using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class RupiahSpecs
{
    [Theory]
    [InlineData("150000", 150_000)]
    [InlineData("150.000", 150_000)]
    [InlineData(" Rp 150.000,- ", 150_000)]
    [InlineData("rp1.250.000", 1_250_000)]
    [InlineData("1 250 000", 1_250_000)]
    [InlineData("0", 0)]
    public void an_amount_is_read_as_people_write_it(string written, long amount) =>
        Assert.Equal(new Rupiah(amount), Rupiah.Read(written));

    [Theory]
    [InlineData("150000.00")]
    [InlineData("150.00")]
    [InlineData("15.0000")]
    [InlineData("1.50.000")]
    [InlineData("150,000")]
    [InlineData("-150000")]
    [InlineData("99999999999999999999")]
    [InlineData("١٥٠")]
    [InlineData("")]
    [InlineData(null)]
    public void what_is_no_whole_amount_becomes_none(string? written) => Assert.Null(Rupiah.Read(written));

    [Fact]
    public void an_amount_is_shown_with_dots_and_without_a_space() =>
        Assert.Equal("Rp1.250.000", new Rupiah(1_250_000).ToString());

    [Fact]
    public void a_debt_is_shown_with_a_minus_in_front() => Assert.Equal("-Rp5.000", new Rupiah(-5_000).ToString());

    [Theory]
    [InlineData(10_010, 500, 501)]
    [InlineData(10_009, 500, 500)]
    [InlineData(-10_010, 500, -501)]
    public void a_share_is_rounded_half_away_from_zero(long amount, int basisPoints, long share) =>
        Assert.Equal(new Rupiah(share), new Rupiah(amount).Share(basisPoints));
}
