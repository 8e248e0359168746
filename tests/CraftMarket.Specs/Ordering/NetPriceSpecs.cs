using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using CraftMarket.Payments;

namespace CraftMarket.Specs.Ordering;

/// <summary>What an artisan is told before the sale is what the ledger says after it.</summary>
public sealed class NetPriceSpecs
{
    private static readonly ArtisanId Sahnun = ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    [InlineData(52020620)]
    public void the_amount_told_is_the_amount_booked(int seed)
    {
        var chance = new Random(seed);
        for (var run = 0; run < 2_000; run++)
        {
            var exceptions = chance.Next(4) == 0 ? new Dictionary<ArtisanId, int> { [Sahnun] = chance.Next(0, 3_000) } : [];
            var rule = new FeeRule(FeeRule.Current, chance.Next(0, 3_000), exceptions);
            Rupiah price = new(chance.NextInt64(1, 1_000_000_001)), shipping = new(chance.Next(0, 60_000));
            var (pieces, method) =
                (chance.Next(1, 5), chance.Next(2) == 0 ? PaymentMethod.Transfer : PaymentMethod.CashOnDelivery);
            var told = NetPrice.Of(rule, Sahnun, price, Making.Unsaid, pieces);
            var fact = new PartDelivered(new(Guid.NewGuid()), new(Guid.NewGuid()), Sahnun, method, price * pieces, shipping,
                rule.For(Sahnun, price * pieces), [], null, new(2026, 11, 23));
            var entry = Bookings.Settled(fact).Entry;
            // What is owed to the artisan and what is in their hand already.
            var booked = entry.Change(Account.Cash) - entry.Change(Account.Payable);
            Assert.True(told.Receives + shipping == booked,
                $"seed {seed}, run {run}: told {told.Receives} of {pieces} × {price} by {method}, booked {booked} with "
                + $"shipping {shipping}");
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(52020620)]
    public void the_lowest_price_pays_for_material_and_work_and_a_thousand_less_does_not(int seed)
    {
        var chance = new Random(seed);
        for (var run = 0; run < 2_000; run++)
        {
            var rule = new FeeRule(FeeRule.Current, chance.Next(0, 5_000), new Dictionary<ArtisanId, int>());
            var making = new Making(new(chance.Next(0, 500_000)), chance.Next(1, 80) / 2m, new(chance.Next(1_000, 40_000)));
            var least = NetPrice.Of(rule, Sahnun, Rupiah.Zero, making).LeastPrice!.Value;
            Assert.True(NetPrice.Of(rule, Sahnun, least, making).Left >= Rupiah.Zero, $"seed {seed}, run {run}: {least}");
            Assert.True(NetPrice.Of(rule, Sahnun, least - new Rupiah(1_001), making).Left < Rupiah.Zero,
                $"seed {seed}, run {run}: {least}");
        }
    }

    [Fact]
    public void a_bag_of_40000_and_two_and_a_half_hours()
    {
        var rule = new FeeRule(FeeRule.Current, 500, new Dictionary<ArtisanId, int>());
        var net = NetPrice.Of(rule, Sahnun, new(100_000), new(new(40_000), 2.5m, new(15_000)));
        Assert.Equal((5_000, 95_000, 37_500, 17_500, 82_000L),
            (net.Fee.Amount, net.Receives.Amount, net.Work.Amount, net.Left.Amount, net.LeastPrice!.Value.Amount));
        Assert.Null(NetPrice.Of(rule, Sahnun, new(100_000), Making.Unsaid).LeastPrice);
    }

    [Fact]
    public void where_the_fee_takes_all_no_price_is_enough() =>
        Assert.Null(new FeeRule(FeeRule.Current, 10_000, new Dictionary<ArtisanId, int>()).LeastPrice(Sahnun, new(1)));
}
