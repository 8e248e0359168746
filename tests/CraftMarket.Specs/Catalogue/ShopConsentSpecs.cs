using CraftMarket.Catalogue;
using CraftMarket.Kernel.Facts;
using CraftMarket.Specs.Ordering;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class ShopConsentSpecs
{
    private static readonly Maker Closed = SahnunAnyam.Apply(new ShopPaused(Now));

    [Fact]
    public void a_no_closes_a_shop_once_and_a_yes_opens_it_again()
    {
        Assert.Equal([new ShopPaused(Now)], Follow(SahnunAnyam, OnSale, refused: true).Shop);
        Assert.Empty(Follow(Closed, OnSale, refused: true).Shop);
        Assert.Equal([new ShopReopened(Now)], Follow(Closed, OnSale, refused: false).Shop);
        Assert.Empty(Follow(SahnunAnyam, OnSale, refused: false).Shop);
    }

    [Fact]
    public void a_shop_that_was_closed_for_good_stays_closed() =>
        Assert.Empty(Follow(SahnunAnyam with { Closed = true, Paused = true }, OnSale, refused: false).Shop);

    [Fact]
    public void goods_in_the_window_leave_it_with_the_shop_and_come_back_with_it_and_no_curator_is_asked_twice()
    {
        var gone = Follow(SahnunAnyam, OnSale, refused: true).Product;
        Assert.Equal(new ProductPaused(Now), gone[0]);
        Assert.False(Assert.IsType<ProductOffered>(Assert.Single(gone.Skip(1))).OnSale);
        var paused = OnSale.Apply(new ProductPaused(Now));
        var back = Follow(Closed, paused, refused: false).Product;
        Assert.Equal(new ProductResumed(Now), back[0]);
        Assert.True(Assert.IsType<ProductOffered>(Assert.Single(back.Skip(1))).OnSale);
        Assert.Empty(Follow(Closed, paused.Apply(new ProductResumed(Now)), refused: false).Product);
    }

    [Fact]
    public void what_was_waiting_or_changed_meanwhile_goes_to_the_curator()
    {
        foreach (var product in new[] { Submitted.Apply(new ProductPaused(Now)), OnSale.Apply(new ProductPaused(Now))
            .Apply(new ProductPriceChanged(new(1_000))) })
            Assert.Equal(new ProductSubmitted(Now), Follow(Closed, product, refused: false).Product[0]);
    }

    [Fact]
    public void what_the_artisan_took_out_before_stays_out()
    {
        var withdrawn = OnSale.Apply(new ProductWithdrawn(Now));
        Assert.Empty(Follow(SahnunAnyam, withdrawn, refused: true).Product);
        Assert.Empty(Follow(Closed, withdrawn, refused: false).Product);
    }

    [Fact]
    public void what_comes_back_gets_a_card_that_shows_it_as_it_is_now()
    {
        var paused = OnSale.Apply(new ProductPaused(Now));
        Assert.Equal([new LookAtPhotos(Id), new DrawShareCard(Id), new DrawShop(Sahnun)],
            Follow(Closed, paused, refused: false).Work);
        Assert.Equal([new DrawShop(Sahnun)], Follow(SahnunAnyam, OnSale, refused: true).Work);
    }

    private static (List<object> Shop, List<object> Product, List<object> Work) Follow(Maker maker, Product product, bool refused)
    {
        var (shop, goods) = (new Written<Maker>(maker), new Written<Product>(product));
        var (ops, work) = new OwnShop(shop, [goods]).Follow(refused, Now);
        Appending.Do(ops);
        return (shop.Appended, goods.Appended, [.. work]);
    }
}
