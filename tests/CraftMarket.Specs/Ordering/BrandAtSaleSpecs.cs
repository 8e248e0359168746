using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Ordering;
using JasperFx.Events;
using Wolverine.Marten;

namespace CraftMarket.Specs.Ordering;

public sealed class BrandAtSaleSpecs
{
    private static readonly ArtisanId Sahnun = new(Guid.Parse("01900000-0000-7000-8000-0000000000a1"));
    private static readonly BrandShown Second = new(Sahnun, 2, "Rumah Sahnun", "#112233", null);

    [Theory]
    [InlineData(1, null, true)]
    [InlineData(2, null, false)]
    [InlineData(3, null, false)]
    public void a_brand_told_late_or_twice_changes_nothing(int known, string? logo, bool isNews) =>
        Assert.Equal(isNews, KeepBrandHandler.Handle(Second, new(Sahnun, known, "Sahnun Anyam", null, logo))
            .GetType() != MartenOps.Nothing().GetType());

    [Fact]
    public void a_logo_that_became_ready_is_news_of_the_same_version()
    {
        Assert.True(new MakerBrand(Sahnun, 2, "Rumah Sahnun", "#112233", null)
            .IsOlderThan(Second with { Logo = "/media/a.webp" }));
        Assert.False(new MakerBrand(Sahnun, 2, "Rumah Sahnun", "#112233", "/media/a.webp").IsOlderThan(Second));
    }

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

    [Theory]
    [InlineData(2, null, false)]
    [InlineData(3, null, false)]
    [InlineData(1, null, true)]
    public void a_groups_brand_told_late_or_twice_changes_nothing(int known, string? logo, bool isNews)
    {
        var fact = new GroupBrandShown(new(Guid.NewGuid()), 2, "Penenun Pemban Aji", "#5b2a1f", null);
        Assert.Equal(isNews, new GroupBrand(fact.GroupId, known, "Penenun", null, logo).IsOlderThan(fact));
        Assert.True(new GroupBrand(fact.GroupId, 2, "Penenun", null, null).IsOlderThan(fact with { Logo = "/media/b.webp" }));
    }

    private static Order Taken(IReadOnlyList<BrandAtSale>? brands) =>
        Order.Create(new Event<OrderTaken>(new(PaymentMethod.Transfer, "", [], [], default, brands)));
}
