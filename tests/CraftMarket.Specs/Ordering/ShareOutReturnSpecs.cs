using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

public sealed class ShareOutReturnSpecs
{
    private static readonly OneOrder Order = new(OrderStatus.Confirmed, free: 0);
    private static readonly MoneyTakenBack Fact = new(Order.Payment.OrderId, "pi_1 up to 100000", new(100_000), "pi_1", default);

    [Fact]
    public void a_part_of_exactly_that_amount_bears_it_alone() =>
        Assert.Equal([0, 50_000, 0], Shares(50_000, 70_000, 50_000, 30_000));

    [Fact]
    public void otherwise_every_part_bears_its_share() => Assert.Equal([46_666, 33_334, 20_000], Shares(100_000, 70_000, 50_000, 30_000));

    [Fact]
    public void nobody_bears_more_than_is_left() => Assert.Equal([70_000, 0], Shares(90_000, 70_000, 0));

    [Fact]
    public void shares_sum_to_the_rupiah_and_fit()
    {
        const int seed = 52020620;
        var random = new Random(seed);
        for (var run = 0; run < 500; run++)
        {
            long[] left = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.NextInt64(0, 10_000_000_000))];
            var amount = random.NextInt64(1, left.Sum() + 2);
            var shares = Shares(amount, left);
            Assert.True(shares.Sum() == Math.Min(amount, left.Sum()), $"seed {seed}, run {run}");
            Assert.True(shares.Zip(left).All(x => x.First >= 0 && x.First <= x.Second), $"seed {seed}, run {run}");
        }
    }

    [Fact]
    public void it_is_granted_once_and_asked_as_gone_already()
    {
        var part = new Written<SellerOrder>(Part());
        var (decided, told) = ShareOutReturnHandler.Handle(Fact, new(Order.Stream.Aggregate, [part]));
        OneOrder.Do(decided);
        var granted = Assert.IsType<RefundGranted>(Assert.Single(part.Appended));
        Assert.Equal(new Rupiah(100_000), granted.Amount);
        var asked = Assert.IsType<RefundAsked>(Assert.Single(told));
        Assert.Equal((granted.RefundId, "pi_1", true), (asked.RefundId, asked.Reference, asked.Settled));
        var again = new Written<SellerOrder>(Part() with { Refunds = [granted] });
        var (nothing, silence) = ShareOutReturnHandler.Handle(Fact, new(Order.Stream.Aggregate, [again]));
        Assert.Empty(nothing);
        Assert.Empty(silence);
    }

    [Fact]
    public void a_delivered_part_that_went_back_whole_is_told_of()
    {
        Assert.Contains(Told(Part(), 315_000), x => x is PartGivenBack { DeliveredOn: { Day: 23 } });
        Assert.DoesNotContain(Told(Part(), 314_999), x => x is PartGivenBack);
        Assert.DoesNotContain(Told(Part() with { Status = SellerOrderStatus.Shipped, DeliveredOn = null }, 315_000), x => x is PartGivenBack);

        static IEnumerable<object> Told(SellerOrder part, long amount) => ShareOutReturnHandler.Handle(Fact with { Amount = new(amount) },
            new(Order.Stream.Aggregate, [new Written<SellerOrder>(part)])).Item2;
    }

    [Theory]
    [InlineData(OrderStatus.Placed, 1)]
    [InlineData(OrderStatus.Lapsed, 1)]
    [InlineData(OrderStatus.Returned, 0)]
    public void before_the_order_knows_of_its_payment_it_looks_again_later(OrderStatus status, int later)
    {
        var (decided, told) = ShareOutReturnHandler.Handle(Fact, new(new OneOrder(status, free: 0).Stream.Aggregate, []));
        Assert.Empty(decided);
        Assert.Equal(later, told.Count);
    }

    private static SellerOrder Part() => new(Order.Stream.Aggregate!.Parts[0].SellerOrderId, Order.Payment.OrderId, ArtisanId.From(Guid.NewGuid()), PaymentMethod.Card,
        new(300_000), new(15_000), new(15_000), [], default, SellerOrderStatus.Delivered, null, "JNE", "1", new(2026, 11, 23), []);

    private static long[] Shares(long amount, params long[] left) =>
        [.. ShareOutReturnHandler.Shares(new(amount), [.. left.Select(x => new Rupiah(x))]).Select(x => x.Amount)];
}
