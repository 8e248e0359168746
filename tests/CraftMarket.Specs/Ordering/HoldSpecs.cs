using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

/// <summary>What the office frees ends like what nobody paid.</summary>
public sealed class HoldSpecs
{
    private static readonly MasterKey Master = new(new byte[32]);

    [Fact]
    public void an_unpaid_order_that_the_office_frees_ends_and_its_stock_is_free()
    {
        var order = new OneOrder(OrderStatus.Placed, free: 0);
        var (answer, decided, told) = FreeHoldHandler.Handle(new(order.Lapse.OrderId, "Nomornya palsu."), order.Held,
            new(null, null), Master, default);
        OneOrder.Do(decided);
        Assert.IsType<Done>(answer);
        Assert.Equal([new OrderHoldFreed()], order.Stream.Appended);
        Assert.Equal([new StockReleased(order.Lapse.OrderId, 2)], order.Stock.Appended);
        Assert.IsType<OrderLapsed>(Assert.Single(told));
    }

    [Theory]
    [InlineData(OrderStatus.Confirmed)]
    [InlineData(OrderStatus.Lapsed)]
    [InlineData(OrderStatus.Returned)]
    public void what_is_paid_or_over_holds_nothing_to_free(OrderStatus status)
    {
        var order = new OneOrder(status, free: 0);
        Assert.Equal("wrong_state", FreeHoldHandler.Validate(new(order.Lapse.OrderId, "Salah pencet."), order.Held)?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void a_reason_is_asked_for(string reason)
    {
        var order = new OneOrder(OrderStatus.Placed, free: 0);
        Assert.Equal("reason_missing", FreeHoldHandler.Validate(new(order.Lapse.OrderId, reason), order.Held)?.Code);
    }

    [Fact]
    public void the_offices_reason_lies_sealed_with_the_address_and_nowhere_else()
    {
        var order = new OneOrder(OrderStatus.Placed, free: 0);
        var key = new SubjectKey(order.Lapse.OrderId.Value, Master.NewKey());
        var buyer = new Recipient("Lalu Fictif", "+6281234567890", null, "Jalan 1", Regions.Semoyang);
        var details = DeliveryDetails.Seal(order.Lapse.OrderId, buyer, Master, key).WithReason("Nomornya palsu.", Master, key);
        Assert.Equal("Nomornya palsu.", Master.Open<string>(key.Wrapped!, details.Reason!));
        Assert.DoesNotContain(typeof(OrderHoldFreed).GetProperties(), x => x.PropertyType == typeof(string));
    }
}
