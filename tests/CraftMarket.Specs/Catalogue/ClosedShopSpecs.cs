using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using CraftMarket.Specs.Ordering;
using Wolverine.Marten;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>The shop of somebody who was erased.</summary>
public sealed class ClosedShopSpecs
{
    private static readonly Maker Known =
        SahnunAnyam.Apply(new BrandChanged(Sahnun, "Sahnun Anyam", "Tiga generasi.", "#8a5a2b", Front, "Three generations.",
        null, "Anyaman keluarga", "Lap kering."));

    [Fact]
    public void a_closed_shop_shows_nothing_that_its_maker_wrote_and_takes_every_product_down()
    {
        var (events, told) = Close(Known);
        Assert.Equal([new ShopClosed(Now),
            new BrandShown(Sahnun, Known.BrandVersion + 1, "Sahnun Anyam", "#8a5a2b", null, Closed: true)], events);
        Assert.Equal([new TakeDown(Id), new ErasePhoto(Front), new DropUploadsOf(Sahnun)], told);
        var after = Known.Apply(new ShopClosed(Now));
        Assert.True(after.Closed);
        Assert.Equal((null, null, null, null, null),
            (after.Story, after.StoryEnglish, after.Tagline, after.CareNote, after.Logo));
    }

    [Fact]
    public void closing_twice_closes_once_and_takes_down_what_was_left()
    {
        var (events, told) = Close(Known.Apply(new ShopClosed(Now)));
        Assert.Empty(events);
        Assert.Equal([new TakeDown(Id), new ErasePhoto(Front), new DropUploadsOf(Sahnun)], told);
    }

    [Fact]
    public void what_is_taken_down_leaves_window_and_queue_and_is_offered_no_more()
    {
        var (events, told) = TakeDownHandler.Handle(new(Id), OnSale, new(["/media/alt.jpg"]), Now);
        Assert.Equal(new ProductWithdrawn(Now), events[0]);
        Assert.False(Assert.IsType<ProductOffered>(Assert.Single(events.Skip(1))).OnSale);
        Assert.Contains("/media/alt.jpg", Assert.Single(told.OfType<DropPictures>()).Addresses);
        Assert.Equal([new ProductWithdrawn(Now)], TakeDownHandler.Handle(new(Id), Submitted, new([]), Now).Item1);
        Assert.Empty(TakeDownHandler.Handle(new(Id), Draft, new([]), Now).Item1);
    }

    private static (List<object> Events, List<object> Told) Close(Maker maker)
    {
        var stream = new Written<Maker>(maker);
        var (decided, told) = CloseShopHandler.Handle(new(Sahnun), new(stream, [Id], null, [Front]), Now);
        Appending.Do(decided);
        return (stream.Appended, [.. told]);
    }
}
