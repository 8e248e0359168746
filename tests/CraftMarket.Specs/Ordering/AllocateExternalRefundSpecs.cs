using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using JasperFx.Events;

namespace CraftMarket.Specs.Ordering;

public sealed class AllocateExternalRefundSpecs
{
    private static readonly OneOrder Order = new(OrderStatus.Confirmed, free: 0);
    private static readonly MoneyTakenBack Fact = new(Order.Payment.OrderId, "pi_1 up to 100000", new(100_000), "pi_1", default);

    [Fact]
    public void a_part_of_exactly_that_amount_bears_it_alone() =>
        Assert.Equal([0, 50_000, 0], Shares(50_000, 70_000, 50_000, 30_000));

    [Fact]
    public void otherwise_every_part_bears_its_share() =>
        Assert.Equal([46_666, 33_334, 20_000], Shares(100_000, 70_000, 50_000, 30_000));

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
        var (decided, told) = AllocateExternalRefundHandler.Handle(Fact, new([part], NoStock));
        OneOrder.Do(decided);
        var granted = Assert.IsType<RefundGranted>(Assert.Single(part.Appended));
        Assert.Equal(new Rupiah(100_000), granted.Amount);
        var asked = Assert.IsType<RefundAsked>(Assert.Single(told));
        Assert.Equal((granted.RefundId, "pi_1", true), (asked.RefundId, asked.Reference, asked.Settled));
        var again = new Written<SellerOrder>(Part() with { Refunds = [granted] });
        var (nothing, silence) = AllocateExternalRefundHandler.Handle(Fact, new([again], NoStock));
        Assert.Empty(nothing);
        Assert.Empty(silence);
    }

    [Fact]
    public void of_a_delivered_part_it_is_said_that_it_went_back_whole()
    {
        Assert.Equal(23, Assert.Single(Said(Part(), 315_000).OfType<PartGivenBack>()).DeliveredOn.Day);
        Assert.Empty(Said(Part(), 314_999).OfType<PartGivenBack>());
        Assert.Empty(Said(Part() with { Status = SellerOrderStatus.Shipped, DeliveredOn = null }, 315_000)
            .OfType<PartGivenBack>());

        static List<object> Said(SellerOrder part, long amount)
        {
            var stream = new Written<SellerOrder>(part);
            Appending.Do(AllocateExternalRefundHandler.Handle(Fact with { Amount = new(amount) }, new([stream], NoStock)).Item1);
            return stream.Appended;
        }
    }

    [Fact]
    public void of_two_parts_given_back_whole_only_the_one_that_has_not_left_ends_and_frees_its_pieces()
    {
        var bags = new StockItem(StockItemId.Of(OneOrder.Bag), OneOrder.Bag, ArtisanId.From(Guid.NewGuid()), 10, null, 2);
        var part = Part() with { DeliveredOn = null, Lines = Order.Stream.Aggregate!.Lines };
        var stock = new Written<StockItem>(bags);
        var unsent = new Written<SellerOrder>(part with { Status = SellerOrderStatus.Accepted });
        var sent = new Written<SellerOrder>(part with { Status = SellerOrderStatus.Shipped });

        var (decided, _) = AllocateExternalRefundHandler.Handle(Fact with { Amount = new(630_000) },
            new([unsent, sent], new Dictionary<Article, IEventStream<StockItem>> { [OneOrder.Bag] = stock }));
        OneOrder.Do(decided);

        Assert.Equal([typeof(RefundGranted), typeof(SellerOrderGivenBack)], unsent.Appended.Select(x => x.GetType()));
        Assert.Equal([typeof(RefundGranted)], sent.Appended.Select(x => x.GetType()));
        Assert.Equal(new StockReleased(Order.Payment.OrderId, 2), Assert.Single(stock.Appended));
    }

    private static readonly Dictionary<Article, IEventStream<StockItem>> NoStock = [];

    private static SellerOrder Part() =>
        new(Order.Stream.Aggregate!.Parts[0].SellerOrderId, Order.Payment.OrderId, ArtisanId.From(Guid.NewGuid()),
        PaymentMethod.Card,
        new(300_000), new(15_000), new(15_000), [], default, SellerOrderStatus.Delivered, null, "JNE", "1",
        new(2026, 11, 23), []);

    private static long[] Shares(long amount, params long[] left) =>
        [.. AllocateExternalRefundHandler.Shares(new(amount), [.. left.Select(x => new Rupiah(x))]).Select(x => x.Amount)];
}
