using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using JasperFx.Events;

namespace CraftMarket.Specs.Ordering;

public sealed class BrandAtSaleSpecs
{
    private static readonly ArtisanId Sahnun = new(Guid.Parse("01900000-0000-7000-8000-0000000000a1"));

    [Fact]
    public void an_order_keeps_the_brand_of_its_day_and_one_from_before_has_none()
    {
        var sold = new MakerBrand(Sahnun, 1, "Sahnun Anyam", "#8a5a2b", "/media/a.webp").AtSale;
        Assert.Equal(sold, Taken([sold]).BrandOf(Sahnun));
        Assert.Null(Taken([sold]).BrandOf(new(Guid.NewGuid())));
        Assert.Null(Taken(null).BrandOf(Sahnun));
    }

    [Fact]
    public void a_groups_brand_stands_beside_the_sellers_own()
    {
        var group = new GroupId(Guid.Parse("01900000-0000-7000-8000-0000000000c1"));
        var own = new MakerBrand(Sahnun, 1, "Sahnun Anyam", "#8a5a2b", null).AtSale;
        var sold = new GroupBrand(group, 3, "Penenun Pemban Aji", "#5b2a1f", "/media/b.webp").AtSale(Sahnun);
        Assert.Equal(own, Taken([sold, own]).BrandOf(Sahnun));
        Assert.Equal([sold], Taken([sold, own]).GroupBrandsOf(Sahnun));
        Assert.Empty(Taken([sold, own]).GroupBrandsOf(new(Guid.NewGuid())));
    }

    private static Order Taken(IReadOnlyList<BrandAtSale>? brands) =>
        Order.Create(new Event<OrderTaken>(new(PaymentMethod.Transfer, "", [], [], default, brands)));
}
