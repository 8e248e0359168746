using CraftMarket.Kernel;
using CraftMarket.Ordering;
using JasperFx.Events;

namespace CraftMarket.Specs.Ordering;

public sealed class ShippingSpecs
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly RegionCode Mataram = RegionCode.Parse("52.71"), Bima = RegionCode.Parse("52.72"),
        JakartaSelatan = RegionCode.Parse("31.74");

    /// <summary>As a fresh house has them, on one day.</summary>
    public static ShippingRates First { get; } = new(OrderingReferenceData.FirstRates.ToDictionary(x => x.Zone, x => x.Rate!));

    [Fact]
    public void every_regency_of_the_country_can_be_reached_from_semoyang()
    {
        Assert.Equal((38, 514), (Regions.Provinces.Count(), Regions.Regencies.Count()));
        Assert.All(Regions.Regencies, x => Assert.NotNull(First.Quote(Regions.Semoyang, x.Code, 300)));
        Assert.All(Regions.Regencies, x => Assert.Contains(ZoneCode.Between(Regions.Semoyang, x.Code)[0],
            ZoneCode.Towards(x.Code)));
    }

    [Theory]
    [InlineData(1, 15_000)]
    [InlineData(1_000, 15_000)]
    [InlineData(1_001, 22_500)]
    [InlineData(3_000, 30_000)]
    public void a_parcel_costs_by_the_kilogram_begun(int grams, long fee) =>
        Assert.Equal(new Rupiah(fee), First.Quote(Regions.Semoyang, Mataram, grams)?.Fee);

    [Fact]
    public void it_costs_more_the_farther_it_goes()
    {
        Rupiah?[] fees = [.. new[] { RegionCode.Parse("52.02"), Mataram, Bima, JakartaSelatan,
            RegionCode.Parse("95.01") }.Select(x => First.Quote(Regions.Semoyang, x, 300)?.Fee)];
        Assert.Equal(fees.Order(), fees);
        Assert.Equal(5, fees.Distinct().Count());
    }

    [Fact]
    public void a_regency_with_a_rate_of_its_own_does_not_have_that_of_its_province() =>
        Assert.True(First.Quote(Regions.Semoyang, RegionCode.Parse("31.01"), 300)?.Fee > First.Quote(Regions.Semoyang,
            JakartaSelatan, 300)?.Fee);

    [Theory]
    [InlineData("52")]
    [InlineData("31")]
    [InlineData("31.99")]
    [InlineData("52.09")]
    [InlineData("99.01")]
    public void a_place_that_is_unknown_or_too_wide_has_no_fee(string place) =>
        Assert.Null(First.Quote(Regions.Semoyang, RegionCode.Parse(place), 300));

    [Fact]
    public void nothing_is_sent_from_outside_ntb() => Assert.Null(First.Quote(JakartaSelatan, Mataram, 300));

    [Fact]
    public void a_new_rate_leaves_the_days_before_it_as_they_were()
    {
        var (old, next) = (new ShippingRate(new(30_000), new(20_000), 3, 5), new ShippingRate(new(35_000), new(20_000), 3, 5));
        var zone = Zone("31", (Today.AddDays(-30), old), (Today, next), (Today.AddDays(10), null));
        Assert.Equal([null, old, old, next, next, null],
            new[] { -31, -30, -1, 0, 9, 10 }.Select(x => zone.On(Today.AddDays(x))));
        Assert.Equal(next, Zone("31", (Today, old), (Today, next)).On(Today));
    }

    [Fact]
    public void a_house_of_earlier_versions_keeps_its_own_rates_of_ntb()
    {
        var rates = new Dictionary<ShippingZone, UndatedRate> { [ShippingZone.SameIsland] = new(new(99_000), new(1)) };
        var old = new ShippingTable(ShippingTable.Current, rates);
        Assert.Equal(new ShippingRate(new(99_000), new(1), 1, 3), old.For("same_island", First.Zones["same_island"]));
        Assert.Null(old.For("other_island", First.Zones["other_island"]));
        Assert.Null(old.For("31", First.Zones["31"]));
    }

    [Fact]
    public void a_trainee_may_pay_no_fee()
    {
        ArtisanId trainee = ArtisanId.From(Guid.NewGuid()), other = ArtisanId.From(Guid.NewGuid());
        var rule = new FeeRule(FeeRule.Current, 500, new Dictionary<ArtisanId, int> { [trainee] = 0 });
        Assert.Equal(Rupiah.Zero, rule.For(trainee, new(150_000)));
        Assert.Equal(new Rupiah(7_500), rule.For(other, new(150_000)));
    }

    public static ZoneRates Zone(string code, params (DateOnly From, ShippingRate? Rate)[] rates)
    {
        var first = new ShippingRateSet(code, rates[0].From, rates[0].Rate);
        return rates.Skip(1)
            .Aggregate(ZoneRates.Create(new Event<ShippingRateSet>(first) { StreamId = ZoneRates.StreamOf(code) }),
            (zone, x) => zone.Apply(new(code, x.From, x.Rate)));
    }
}
