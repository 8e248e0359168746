using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using JasperFx.Events;

namespace CraftMarket.Specs.Ordering;

/// <summary>What is not sent yet ends when its buyer says so.</summary>
public sealed class CancelOrderSpecs
{
    private const string Key = "kunci";
    private static readonly OrderId Id = OrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000010"));
    private static readonly ArtisanId Sahnun = ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly CancelOrder Cancel = new(Id, Key);

    private readonly Written<StockItem> _stock =
        new(new StockItem(StockItemId.Of(OneOrder.Bag), OneOrder.Bag, Sahnun, 0, null, 0));

    [Fact]
    public void an_unpaid_order_ends_and_its_stock_is_free()
    {
        var order = Order(OrderStatus.Placed, PaymentMethod.Transfer);
        var (_, decided, told) = CancelOrderHandler.Handle(Cancel, Found(order), Now);
        Appending.Do(decided);
        Assert.Equal([new OrderCancelled()], order.Appended);
        Assert.Equal([new StockReleased(Id, 2)], _stock.Appended);
        Assert.IsType<OrderLapsed>(Assert.Single(told));
    }

    [Theory]
    [InlineData(SellerOrderStatus.Received)]
    [InlineData(SellerOrderStatus.Accepted)]
    public void a_paid_part_that_is_not_sent_ends_and_all_its_money_goes_back(SellerOrderStatus status)
    {
        var (order, part) = (Order(OrderStatus.Confirmed, PaymentMethod.Card), Part(PaymentMethod.Card, status));
        var (_, decided, told) = CancelOrderHandler.Handle(Cancel, Found(order, part), Now);
        Appending.Do(decided);
        Assert.Empty(order.Appended);
        Assert.Equal([new StockReleased(Id, 2)], _stock.Appended);
        Assert.Equal(CancelOrderHandler.Cancelled, Assert.IsType<SellerOrderRefused>(part.Appended[0]).Reason);
        Assert.Equal(new Rupiah(315_000), Assert.IsType<RefundGranted>(part.Appended[1]).Amount);
        Assert.Equal(new Rupiah(315_000), Assert.IsType<RefundAsked>(Assert.Single(told)).Amount);
    }

    [Fact]
    public void a_cash_order_that_nobody_answered_ends_without_money()
    {
        var (order, part) = (Order(OrderStatus.Placed, PaymentMethod.CashOnDelivery),
            Part(PaymentMethod.CashOnDelivery, SellerOrderStatus.Received));
        var (_, decided, told) = CancelOrderHandler.Handle(Cancel, Found(order, part), Now);
        Appending.Do(decided);
        Assert.Equal([new OrderCancelled()], order.Appended);
        Assert.Single(part.Appended);
        Assert.Equal([new StockReleased(Id, 2)], _stock.Appended);
        Assert.IsType<OrderLapsed>(Assert.Single(told));
    }

    [Theory]
    [InlineData(SellerOrderStatus.Shipped)]
    [InlineData(SellerOrderStatus.Delivered)]
    [InlineData(SellerOrderStatus.GivenBack)]
    public void what_is_sent_or_over_cannot_be_cancelled(SellerOrderStatus status) => Assert.Equal("wrong_state",
        CancelOrderHandler.Validate(Cancel,
            Found(Order(OrderStatus.Confirmed, PaymentMethod.Card), Part(PaymentMethod.Card, status)))?.Code);

    [Fact]
    public void what_was_sent_goes_on_while_the_rest_ends()
    {
        var (order, sent, waiting) =
            (Order(OrderStatus.Confirmed, PaymentMethod.Card), Part(PaymentMethod.Card, SellerOrderStatus.Shipped),
            Part(PaymentMethod.Card, SellerOrderStatus.Received));
        Appending.Do(CancelOrderHandler.Handle(Cancel, Found(order, sent, waiting), Now).Item2);
        Assert.Equal((0, 2), (sent.Appended.Count, waiting.Appended.Count));
    }

    [Fact]
    public void cancelled_twice_it_is_cancelled_once_and_without_the_key_it_is_not_known()
    {
        var part = Part(PaymentMethod.Card, SellerOrderStatus.Refused, CancelOrderHandler.Cancelled);
        var again = Found(Order(OrderStatus.Confirmed, PaymentMethod.Card), part);
        Assert.Null(CancelOrderHandler.Validate(Cancel, again));
        Assert.Empty(CancelOrderHandler.Handle(Cancel, again, Now).Item2);
        Assert.Equal("not_found", CancelOrderHandler.Validate(Cancel with { Key = "lain" }, again)?.Code);
        Assert.Equal("wrong_state",
            CancelOrderHandler.Validate(Cancel, Found(Order(OrderStatus.Lapsed, PaymentMethod.Card)))?.Code);
    }

    [Fact]
    public void money_that_comes_for_a_cancelled_order_goes_back_though_the_stock_is_there()
    {
        var lapsed = new OneOrder(OrderStatus.Placed, free: 10);
        var cancelled = new Written<Order>(lapsed.Stream.Aggregate!.Apply(new OrderCancelled()));
        var (decided, told) = ConfirmOrderHandler.Handle(lapsed.Payment, lapsed.Paid with { Stream = cancelled });
        OneOrder.Do(decided);
        Assert.IsType<LatePaymentReturned>(Assert.Single(cancelled.Appended));
        Assert.IsType<RefundAsked>(Assert.Single(told));
    }

    private LockedOrder Found(Written<Order> order, params Written<SellerOrder>[] parts) =>
        new(order, parts, [.. parts.Where(x => x.Aggregate!.IsUnsent)],
            new Dictionary<Article, IEventStream<StockItem>> { [OneOrder.Bag] = _stock });

    private static Written<Order> Order(OrderStatus status, PaymentMethod method)
    {
        var part = SellerOrderId.From(Guid.Parse("00000000-0000-7000-8000-000000000011"));
        return new(new Order(Id, method, AccessKey.HashOf(Key), [new(part, OneOrder.Bag, "Tas daun tembakau", 2, new(150_000))],
            [new(part, Sahnun, new(300_000), new(15_000), new(15_000))], default, default, status, null, null));
    }

    private static Written<SellerOrder> Part(PaymentMethod method, SellerOrderStatus status, string? reason = null)
    {
        var part = SellerOrderId.From(Guid.NewGuid());
        return new(new SellerOrder(part, Id, Sahnun, method, new(300_000), new(15_000), new(15_000),
            [new(part, OneOrder.Bag, "Tas daun tembakau", 2, new(150_000))], Now, status, reason, null, null, null, []));
    }
}
