using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Media;
using CraftMarket.Specs.Ordering;
using Wolverine.Marten;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>What was painted while nothing was locked, when it is to be kept.</summary>
public sealed class PictureSpecs
{
    private static readonly ProductShareCardDrawn Drawn = new("/media/a.jpg", "/media/b.jpg", "");
    private static readonly Guid Shop = Guid.Parse("01900000-0000-7000-8000-0000000000d1");
    private static readonly ShopPictures Earlier = new(Shop, "/media/1.jpg", "/media/2.jpg", "/media/3.jpg", "before", "",
        ["/media/0.jpg"]);

    [Fact]
    public void a_card_that_looks_as_before_is_no_news()
    {
        Assert.Equal([Drawn], Kept(OnSale, "shown").Events);
        Assert.Equal([Drawn], Kept(OnSale.Apply(new ProductShareCardDrawn("/media/a.jpg")), "shown").Events);
        Assert.Equal([Drawn], Kept(OnSale.Apply(new ProductShareCardDrawn("/media/a.jpg", "/media/b.jpg")), "shown").Events);
        Assert.Empty(Kept(OnSale.Apply(Drawn), "shown").Events);
        Assert.Empty(Kept(OnSale, "shown").Work);
    }

    [Fact]
    public void a_card_painted_while_the_product_changed_is_noted_and_painted_again()
    {
        var (events, work) = Kept(OnSale, "newer");
        Assert.Equal([Drawn], events);
        Assert.Equal([new DrawShareCard(Id)], work);
    }

    [Fact]
    public void a_card_painted_while_the_product_left_the_window_is_noted_and_stays_for_its_return()
    {
        var (events, work) = Kept(OnSale.Apply(new ProductWithdrawn(Now)), null);
        Assert.Equal([Drawn], events);
        Assert.Empty(work);
    }

    [Fact]
    public void a_card_painted_while_its_shop_closed_for_good_goes()
    {
        var (events, work) = Kept(OnSale, "shown", closed: true);
        Assert.Empty(events);
        Assert.Equal(["/media/a.jpg", "/media/b.jpg"], Assert.IsType<DropPictures>(Assert.Single(work)).Addresses);
    }

    [Theory]
    [InlineData("shown", false)]
    [InlineData("newer", true)]
    [InlineData(null, false)]
    public void pictures_of_a_shop_are_kept_with_all_before_them_and_painted_again_if_it_changed(string? due, bool again)
    {
        var (op, work) = KeptOf(new(Over: false, due, new DrawShop(Sahnun), Earlier));
        var kept = (ShopPictures)Assert.IsType<StoreDoc<ShopPictures>>(op).Document;
        Assert.Equal(("/media/4.jpg", "/media/5.jpg", "/media/6.jpg", "shown", Regions.Semoyang.Value),
            (kept.Banner, kept.Card, kept.Square, kept.Shows, kept.Mark));
        Assert.Equal(Enumerable.Range(0, 7).Select(x => $"/media/{x}.jpg"), kept.Addresses.Order());
        Assert.Equal(again ? [new DrawShop(Sahnun)] : [], work);
    }

    [Fact]
    public void pictures_painted_while_the_shop_closed_or_the_group_ended_go()
    {
        var (op, work) = KeptOf(new(Over: true, null, new DrawShop(Sahnun), null));
        Assert.IsNotType<StoreDoc<ShopPictures>>(op);
        Assert.Equal(["/media/4.jpg", "/media/5.jpg", "/media/6.jpg"],
            Assert.IsType<DropPictures>(Assert.Single(work)).Addresses);
    }

    private static (IMartenOp, List<object>) KeptOf(ShopNowDue due)
    {
        var (op, work) = KeepShopPicturesHandler.Handle(
            new(Shop, new("/media/4.jpg", "/media/5.jpg", "/media/6.jpg"), "shown", Regions.Semoyang.Value), due);
        return (op, [.. work]);
    }

    private static (List<object> Events, List<object> Work) Kept(Product product, string? due, bool closed = false)
    {
        var stream = new Written<Product>(product);
        var (ops, work) = KeepShareCardHandler.Handle(new(Id, new("/media/a.jpg", "/media/b.jpg"), "shown", ""),
            new(stream, due, closed));
        Appending.Do(ops);
        return (stream.Appended, [.. work]);
    }
}
