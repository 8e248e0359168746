using CraftMarket.Kernel;

namespace CraftMarket.Specs;

public sealed class StreamIdSpecs
{
    [Fact]
    public void one_cause_leads_to_one_stream() => Assert.Equal(StreamId.For("payment", "a"), StreamId.For("payment", "a"));

    [Fact]
    public void other_causes_lead_to_other_streams() =>
        Assert.Equal(3,
            new[] { StreamId.For("payment", "a"), StreamId.For("payment", "b"), StreamId.For("entry", "a") }.Distinct().Count());

    [Fact]
    public void who_knows_the_order_cannot_name_its_payment()
    {
        var order = new OrderId(Guid.CreateVersion7());
        Assert.NotEqual(NewId.For("payment", order.Value.ToString()), PaymentId.Of(order).Value);
        Assert.NotEqual(NewId.For("village", "52.02.06.2009"), VillageId.Of(RegionCode.Parse("52.02.06.2009")).Value);
    }

    [Fact]
    public void a_stream_from_before_the_secret_keeps_its_id()
    {
        var old = NewId.For("payment", "an order of last year");
        StreamId.Learn([.. Enumerable.Range(0, 32).Select(x => (byte)x)], [old]);
        Assert.Equal(old, StreamId.For("payment", "an order of last year"));
    }

    [Fact]
    public void a_second_secret_is_refused() => Assert.Throws<InvalidOperationException>(() => StreamId.Learn(new byte[32], []));
}
