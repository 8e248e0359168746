using CraftMarket.Kernel;
using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

public sealed class RenewOrderKeySpecs
{
    private static readonly MasterKey Master = new(new byte[32]);
    private readonly OneOrder _order = new(OrderStatus.Placed, free: 0);

    [Fact]
    public void the_new_key_opens_the_order_and_no_event_holds_it()
    {
        Appending.Do(RenewOrderKeyHandler.Handle(new(_order.Lapse.OrderId, "baru"), Kept(null), Master).Item2);
        var renewed = Assert.IsType<OrderKeyRenewed>(Assert.Single(_order.Stream.Appended));
        Assert.DoesNotContain("baru", renewed.ToString(), StringComparison.Ordinal);
        var after = _order.Stream.Aggregate!.Apply(renewed);
        Assert.True(after.Opens("baru"));
    }

    [Fact]
    public void who_was_erased_is_given_no_link() => Assert.Equal("not_found",
        RenewOrderKeyHandler.Validate(new(_order.Lapse.OrderId, "baru"), new(_order.Stream, null, null, null))?.Code);

    [Fact]
    public void letters_carry_the_new_key_from_then_on()
    {
        var kept = Kept(new("lalu@example.com", "lama", "id"));
        Assert.Null(RenewOrderKeyHandler.Validate(new(_order.Lapse.OrderId, "baru"), kept));
        Assert.Equal(3, RenewOrderKeyHandler.Handle(new(_order.Lapse.OrderId, "baru"), kept, Master).Item2.Count());
    }

    private KeptKey Kept(ReplyTo? reply)
    {
        var key = new SubjectKey(_order.Lapse.OrderId.Value, Master.NewKey());
        var buyer = new Recipient("Lalu Fictif", "+6281234567890", null, "Jalan 1", Regions.Semoyang);
        return new(_order.Stream, DeliveryDetails.Seal(_order.Lapse.OrderId, buyer, Master, key, reply), reply, key);
    }
}
