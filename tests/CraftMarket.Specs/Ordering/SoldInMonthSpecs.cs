using CraftMarket.Kernel;
using CraftMarket.Ordering;

namespace CraftMarket.Specs.Ordering;

public sealed class SoldInMonthSpecs
{
    private static readonly ArtisanId Sahnun = ArtisanId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));

    [Fact]
    public void a_month_brings_what_the_artisan_gets_of_every_part_and_counts_its_pieces() =>
        Assert.Equal(new SoldInMonth(new(152_500 + 152_500), 5, 0),
            SoldInMonth.From([Received(2, PaymentMethod.Card), Received(3, PaymentMethod.CashOnDelivery)]));

    [Fact]
    public void what_went_back_whole_is_no_sale_and_its_fee_is_the_artisans() =>
        Assert.Equal(new SoldInMonth(new(-7_500), 0, 2), SoldInMonth.From([Received(2, PaymentMethod.Card, back: 160_000)]));

    [Fact]
    public void what_went_back_in_part_was_sold() =>
        Assert.Equal(new SoldInMonth(new(142_500), 2, 0), SoldInMonth.From([Received(2, PaymentMethod.Card, back: 10_000)]));

    [Fact]
    public void nothing_received_brings_nothing() => Assert.Equal(SoldInMonth.Nothing, SoldInMonth.From([]));

    private static SellerOrder Received(int pieces, PaymentMethod method, long back = 0)
    {
        var id = SellerOrderId.From(Guid.NewGuid());
        var line = new OrderLine(id, new(Guid.NewGuid()), "Tas daun tembakau", pieces, new(150_000 / pieces));
        return new(id, OrderId.From(Guid.NewGuid()), Sahnun, method, new(150_000), new(10_000), new(7_500), [line], default,
            SellerOrderStatus.Delivered, null, "JNE", null, new(2026, 11, 23),
            back == 0 ? [] : [new(RefundId.From(Guid.NewGuid()), new(back), "Rusak")])
        {
            FeeTaken = new(7_500),
        };
    }
}
