using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using JasperFx.Events;

namespace CraftMarket.Specs.Ordering;

public sealed class SellerOrderSpecs
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public void a_delivered_part_settles_for_what_was_paid() =>
        Assert.Equal((new Rupiah(150_000), new Rupiah(10_000), new Rupiah(7_500)),
            Amounts(Delivery.Of(Part(), null, Day)!));

    [Fact]
    public void a_refund_before_delivery_takes_from_the_goods_first_and_leaves_the_fee() =>
        Assert.Equal((new Rupiah(100_000), new Rupiah(10_000), new Rupiah(7_500)),
            Amounts(Delivery.Of(Part(refunded: 50_000), null, Day)!));

    [Fact]
    public void the_fee_never_exceeds_what_is_left() =>
        Assert.Equal((Rupiah.Zero, new Rupiah(5_000), new Rupiah(5_000)),
            Amounts(Delivery.Of(Part(refunded: 155_000), null, Day)!));

    [Theory]
    [InlineData(0, 152_500)]
    [InlineData(50_000, 102_500)]
    [InlineData(155_000, 0)]
    [InlineData(160_000, 0)]
    public void what_the_artisan_reads_to_get_is_what_will_be_booked(long refunded, long net)
    {
        var part = Part(refunded);
        Assert.Equal(new Rupiah(net), part.Net);
        var settled = Delivery.Of(part, null, Day)!;
        Assert.Equal(settled.Goods + settled.Shipping - settled.Fee, part.Net);
        Assert.Equal(part.Net, part.Apply(settled).Net);
        // As earlier versions wrote it.
        Assert.Equal(part.Net, part.Apply(new SellerOrderDelivered(Day)).Net);
    }

    [Theory]
    [InlineData(0, 160_000, -7_500)]
    [InlineData(155_000, 2_000, -2_000)]
    public void after_delivery_the_fee_stays_as_it_was_taken(long before, long after, long net) =>
        Assert.Equal(new Rupiah(net), Part(before).Apply(new SellerOrderDelivered(Day))
            .Apply(new RefundGranted(RefundId.From(Guid.NewGuid()), new(after), "Rusak")).Net);

    [Fact]
    public void a_wholly_refunded_part_settles_for_nothing() =>
        Assert.Equal((Rupiah.Zero, Rupiah.Zero, Rupiah.Zero),
            Amounts(Delivery.Of(Part(refunded: 160_000), null, Day)!));

    [Fact]
    public void who_got_all_the_money_back_has_bought_nothing()
    {
        Assert.True(Delivery.Of(Part(refunded: 159_999), null, Day)!.IsSale);
        Assert.False(Delivery.Of(Part(refunded: 160_000), null, Day)!.IsSale);
        Assert.Equal([typeof(RefundGranted)], Refunded(Part(refunded: 100_000), 59_999));
        Assert.Equal([typeof(RefundGranted), typeof(PartGivenBack)], Refunded(Part(refunded: 100_000), 60_000));

        IEnumerable<Type> Refunded(SellerOrder part, long amount)
        {
            var stream = new Written<SellerOrder>(part.Apply(Delivery.Of(part, null, Day)!));
            Appending.Do(RefundSellerOrderHandler.Handle(new(part.Id, RefundId.From(Guid.NewGuid()), null, new(amount), "Rusak"),
                new(stream, null, null, new Dictionary<Article, IEventStream<StockItem>>()), default).Item2);
            return stream.Appended.Select(x => x.GetType());
        }
    }

    [Fact]
    public void a_part_is_delivered_once() =>
        Assert.Null(Delivery.Of(Part().Apply(Delivery.Of(Part(), null, Day)!), null, Day.AddDays(1)));

    [Theory]
    [InlineData(SellerOrderStatus.Received, 160_000, true)]
    [InlineData(SellerOrderStatus.Accepted, 160_000, true)]
    [InlineData(SellerOrderStatus.Accepted, 159_999, false)]
    [InlineData(SellerOrderStatus.Shipped, 160_000, false)]
    [InlineData(SellerOrderStatus.Delivered, 160_000, false)]
    [InlineData(SellerOrderStatus.Refused, 160_000, false)]
    public void only_what_has_not_left_ends_with_the_last_of_its_money(SellerOrderStatus status, long refunded, bool ends) =>
        Assert.Equal(ends, (Part(refunded) with { Status = status }).EndsGivenBack());

    [Fact]
    public void what_ended_can_be_neither_accepted_nor_refused_nor_sent_nor_delivered()
    {
        var part = Part(refunded: 160_000) with { Status = SellerOrderStatus.GivenBack };
        var locked = new LockedSellerOrder(new Written<SellerOrder>(part), null, null,
            new Dictionary<Article, IEventStream<StockItem>>());
        var order = new OneOrder(OrderStatus.Confirmed, free: 0).Stream.Aggregate;
        Refusal?[] refused =
        [
            AcceptSellerOrderHandler.Validate(new(part.Id, part.ArtisanId), locked),
            RefuseSellerOrderHandler.Validate(new(part.Id, part.ArtisanId, "Habis"), locked),
            ShipSellerOrderHandler.Validate(new(part.Id, part.ArtisanId, "JNE", "1"), locked),
            Delivery.Problem(new(locked, order, null), null, byStaff: true),
        ];
        Assert.All(refused, x => Assert.Equal("wrong_state", x?.Code));
    }

    [Theory]
    [InlineData(CancelOrderHandler.Cancelled, true)]
    [InlineData(FreeHoldHandler.Freed, true)]
    [InlineData(ExpireOrderHandler.NotAnswered, true)]
    [InlineData("Daun tembakau sedang habis.", false)]
    public void what_ended_without_its_artisan_keeps_when_that_was(string reason, bool withoutHer)
    {
        var now = new DateTimeOffset(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
        var part = Part().Apply(new Event<SellerOrderRefused>(new(reason)) { Timestamp = now });
        Assert.Equal((SellerOrderStatus.Refused, reason), (part.Status, part.RefusalReason));
        Assert.Equal(withoutHer ? now : null, part.EndedAt);
    }

    /// <summary>A buyer who reads that the order was cancelled by its buyer, or by the office, knows that it was.</summary>
    [Theory]
    [InlineData(CancelOrderHandler.Cancelled)]
    [InlineData(FreeHoldHandler.Freed)]
    [InlineData(ExpireOrderHandler.NotAnswered)]
    public void an_artisan_refuses_in_words_of_her_own(string reason)
    {
        var part = Part() with { Status = SellerOrderStatus.Received };
        var locked = new LockedSellerOrder(new Written<SellerOrder>(part), null, null,
            new Dictionary<Article, IEventStream<StockItem>>());
        Assert.Equal("reason_taken", RefuseSellerOrderHandler.Validate(new(part.Id, part.ArtisanId, reason), locked)?.Code);
    }

    [Fact]
    public void cash_that_was_never_handed_over_cannot_be_refunded() =>
        Assert.Equal(Rupiah.Zero, (Part() with { Method = PaymentMethod.CashOnDelivery }).Refundable);

    [Theory]
    [InlineData(PaymentMethod.Card, SellerOrderStatus.Received, true)]
    [InlineData(PaymentMethod.CashOnDelivery, SellerOrderStatus.Received, false)]
    [InlineData(PaymentMethod.CashOnDelivery, SellerOrderStatus.Accepted, true)]
    [InlineData(PaymentMethod.Card, SellerOrderStatus.Refused, false)]
    [InlineData(PaymentMethod.Card, SellerOrderStatus.GivenBack, false)]
    public void an_artisan_sees_the_recipient_when_there_is_something_to_send(PaymentMethod method, SellerOrderStatus status,
        bool sees) =>
        Assert.Equal(sees, (Part() with { Method = method, Status = status }).ShowsRecipient);

    private static (Rupiah, Rupiah, Rupiah) Amounts(PartDelivered fact) => (fact.Goods, fact.Shipping, fact.Fee);

    private static SellerOrder Part(long refunded = 0) => new(SellerOrderId.From(Guid.NewGuid()), OrderId.From(Guid.NewGuid()),
        ArtisanId.From(Guid.NewGuid()), PaymentMethod.Card, new(150_000), new(10_000), new(7_500), [], default,
        SellerOrderStatus.Shipped, null, "JNE", "1",
        null, refunded == 0 ? [] : [new(RefundId.From(Guid.NewGuid()), new(refunded), "Rusak")]);
}
