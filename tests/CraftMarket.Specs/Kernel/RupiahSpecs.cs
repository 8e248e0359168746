using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class RupiahSpecs
{
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
