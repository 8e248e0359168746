using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using Wolverine.Marten;

namespace CraftMarket.Specs.Ordering;

public sealed class OrderSpecs
{
    [Fact]
    public void a_paid_order_is_numbered_and_its_parts_start()
    {
        var order = new OneOrder(OrderStatus.Placed, free: 0);
        var (decided, told) = ConfirmOrderHandler.Handle(order.Payment, order.Paid);
        OneOrder.Do(decided);
        Assert.Equal([new OrderPaid(default), new OrderNumbered("CM-000123")], order.Stream.Appended);
        Assert.Single(order.Book.Appended);
        Assert.Single(decided.OfType<IStartStream>());
        Assert.Empty(told);
    }

    [Theory]
    [InlineData(OrderStatus.Confirmed)]
    [InlineData(OrderStatus.Returned)]
    public void a_payment_told_again_changes_nothing(OrderStatus status)
    {
        var order = new OneOrder(status, free: 9);
        var (decided, told) = ConfirmOrderHandler.Handle(order.Payment, order.Paid);
        Assert.Empty(decided);
        Assert.Empty(told);
    }

    [Fact]
    public void a_late_payment_takes_the_stock_again_while_it_is_there()
    {
        var order = new OneOrder(OrderStatus.Lapsed, free: 2);
        OneOrder.Do(ConfirmOrderHandler.Handle(order.Payment, order.Paid).Item1);
        Assert.Equal([new StockReserved(order.Payment.OrderId, 2)], order.Stock.Appended);
        Assert.Equal([new OrderPaid(default), new OrderNumbered("CM-000123")], order.Stream.Appended);
    }

    [Fact]
    public void a_late_payment_goes_back_whole_when_the_stock_is_gone()
    {
        var order = new OneOrder(OrderStatus.Lapsed, free: 1);
        var (decided, told) = ConfirmOrderHandler.Handle(order.Payment, order.Paid);
        OneOrder.Do(decided);
        Assert.Equal([new LatePaymentReturned(default)], order.Stream.Appended);
        Assert.Empty(order.Stock.Appended);
        Assert.Empty(order.Book.Appended);
        var refund = Assert.IsType<RefundAsked>(Assert.Single(told));
        Assert.Equal(new Rupiah(315_000), refund.Amount);
        Assert.False(refund.Settled);
    }

    [Fact]
    public void an_unpaid_order_lapses_and_frees_its_stock()
    {
        var order = new OneOrder(OrderStatus.Placed, free: 0);
        var (decided, told) = ExpireOrderHandler.Handle(order.Lapse, order.Held, default);
        OneOrder.Do(decided);
        Assert.Equal([new OrderHoldEnded()], order.Stream.Appended);
        Assert.Equal([new StockReleased(order.Lapse.OrderId, 2)], order.Stock.Appended);
        Assert.IsType<OrderLapsed>(Assert.Single(told));
    }

    [Theory]
    [InlineData(OrderStatus.Confirmed)]
    [InlineData(OrderStatus.Lapsed)]
    [InlineData(OrderStatus.Returned)]
    public void the_end_of_a_hold_that_is_over_changes_nothing(OrderStatus status)
    {
        var order = new OneOrder(status, free: 0);
        var (decided, told) = ExpireOrderHandler.Handle(order.Lapse, order.Held, default);
        Assert.Empty(decided);
        Assert.Empty(told);
    }
}
