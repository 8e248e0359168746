using CraftMarket.Kernel;
using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

public sealed class PriceShareSpecs
{
    private static readonly ArtisanId Sahnun = new(Guid.CreateVersion7()), Trainee = new(Guid.CreateVersion7());
    private static readonly FeeRule Rule = new(FeeRule.Current, 500, new Dictionary<ArtisanId, int> { [Trainee] = 0 });
    private static readonly ShippingRates Rates = ShippingSpecs.First;

    [Fact]
    public void the_makers_and_the_markets_part_are_the_price_to_the_rupiah_whatever_it_is()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var rule = Rule with { BasisPoints = random.Next(0, 10_001) };
            var share = PriceShare.Of(rule, Rates, Sahnun, new(random.NextInt64(1, 1_000_000_000)), Regions.Semoyang, 500);
            Assert.True(share.Maker + share.Fee == share.Price, $"seed {seed}: {share}");
            Assert.True(share.MakerHundredths * share.Price.Amount <= share.Maker.Amount * 100, $"seed {seed}: {share}");
        }
    }

    [Fact]
    public void the_fee_is_the_one_that_is_taken_at_the_sale()
    {
        var share = Of(10_010, 500);
        Assert.Equal((new Rupiah(501), new Rupiah(9_509), 94), (share.Fee, share.Maker, share.MakerHundredths));
        Assert.Equal(Rule.For(Sahnun, new(10_010)), share.Fee);
        Assert.Equal(Rupiah.Zero, PriceShare.Of(Rule, Rates, Trainee, new(10_010), Regions.Semoyang, 500).Fee);
    }

    [Fact]
    public void shipping_begins_with_the_nearest_zone_by_weight()
    {
        Assert.Equal(new ParcelPrice(ShippingZone.SameRegency, new(10_000)), Of(150_000, 900).From);
        Assert.Equal(new ParcelPrice(ShippingZone.SameRegency, new(20_000)), Of(150_000, 2_400).From);
        Assert.Equal([ShippingZone.SameRegency, ShippingZone.SameIsland, ShippingZone.OtherIsland], Of(150_000, 900)
            .Parcels.Select(x => x.Zone));
    }

    [Fact]
    public void nothing_is_promised_from_where_nothing_is_sent() =>
        Assert.Null(PriceShare.Of(Rule, Rates, Sahnun, new(150_000), RegionCode.Parse("31.71.01.1001"), 500).From);

    [Fact]
    public void where_the_buyer_wants_it_is_priced_like_the_order()
    {
        var to = RegionCode.Parse("31.74");
        Assert.Equal(Rates.Quote(Regions.Semoyang, to, 900),
            PriceShare.Of(Rule, Rates, Sahnun, new(150_000), Regions.Semoyang, 900, to).ToBuyer);
        Assert.Null(Of(150_000, 900).ToBuyer);
    }

    private static PriceShare Of(long price, int grams) => PriceShare.Of(Rule, Rates, Sahnun, new(price), Regions.Semoyang,
        grams);
}
