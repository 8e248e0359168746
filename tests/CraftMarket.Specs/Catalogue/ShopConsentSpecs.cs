using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class ShopConsentSpecs
{
    private static readonly PersonId Person = new(Guid.Parse("0193a000-0000-7000-8000-000000000101"));
    private static readonly Maker Closed = SahnunAnyam.Apply(new ShopPaused(Now));

    [Fact]
    public void only_a_no_closes_a_shop_and_an_older_word_is_ignored()
    {
        MakerPerson[] makers = [new(Sahnun.Value, Person)];
        var (_, never) = ShopConsentHandler.Handle(new(Person, ["account"], 1), null, makers);
        Assert.Equal([new KeepShop(Sahnun, Person)], never);
        var stored = ShopConsentHandler.Handle(new(Person, [], 3, ["shop"]), new(Person.Value, false, 2), makers).Item1;
        Assert.True(((ShopConsent)((Wolverine.Marten.StoreDoc<ShopConsent>)Assert.Single(stored)).Document).Refused);
        Assert.Empty(ShopConsentHandler.Handle(new(Person, ["shop"], 2), new(Person.Value, true, 3), makers).Item1);
    }

    [Fact]
    public void goods_in_the_window_leave_it_with_the_shop_and_come_back_with_it_and_no_curator_is_asked_twice()
    {
        var (gone, offers) = FollowShopHandler.Handle(new(Id), OnSale, Closed, Now);
        Assert.Equal([new ProductPaused(Now)], gone);
        Assert.False(Assert.IsType<ProductOffered>(Assert.Single(offers)).OnSale);
        var paused = OnSale.Apply(new ProductPaused(Now));
        Assert.Empty(FollowShopHandler.Handle(new(Id), paused, Closed, Now).Item1);
        var (back, shown) = FollowShopHandler.Handle(new(Id), paused, SahnunAnyam, Now);
        Assert.Equal([new ProductResumed(Now)], back);
        Assert.True(shown.OfType<ProductOffered>().Single().OnSale);
        Assert.Empty(FollowShopHandler.Handle(new(Id), paused.Apply(new ProductResumed(Now)), SahnunAnyam, Now).Item1);
    }

    [Fact]
    public void what_was_waiting_or_changed_meanwhile_goes_to_the_curator()
    {
        foreach (var product in new[] { Submitted.Apply(new ProductPaused(Now)), OnSale.Apply(new ProductPaused(Now))
            .Apply(new ProductPriceChanged(new(1_000))) })
            Assert.Equal([new ProductSubmitted(Now)], FollowShopHandler.Handle(new(Id), product, SahnunAnyam, Now).Item1);
    }

    [Fact]
    public void what_the_artisan_took_out_before_stays_out()
    {
        var withdrawn = OnSale.Apply(new ProductWithdrawn(Now));
        Assert.Empty(FollowShopHandler.Handle(new(Id), withdrawn, Closed, Now).Item1);
        Assert.Empty(FollowShopHandler.Handle(new(Id), withdrawn, SahnunAnyam, Now).Item1);
    }
}
