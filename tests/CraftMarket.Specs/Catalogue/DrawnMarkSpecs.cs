using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using static CraftMarket.Specs.Catalogue.AProduct;
using static CraftMarket.Specs.Catalogue.AVillage;

namespace CraftMarket.Specs.Catalogue;

/// <summary>A picture is shown only with the mark that is held now.</summary>
public sealed class DrawnMarkSpecs
{
    private static readonly MarkUse Withdrawn = Given.Apply(new MarkWithdrawn("Barangnya dibuat di desa lain.", Now));

    [Fact]
    public void a_picture_with_a_mark_is_shown_while_that_mark_is_held()
    {
        Assert.True(DrawnMark.Fits(DrawnMark.Of(Regions.Semoyang), Regions.Semoyang, Given.Status));
        Assert.False(DrawnMark.Fits(DrawnMark.Of(Regions.Semoyang), null, Withdrawn.Status));
        Assert.False(DrawnMark.Fits(DrawnMark.Of(Regions.Semoyang), RegionCode.Parse("52.02.06.2002"), Given.Status));
    }

    [Fact]
    public void a_picture_without_a_mark_is_shown_while_none_is_held()
    {
        Assert.True(DrawnMark.Fits(DrawnMark.Of(null), null, Withdrawn.Status));
        Assert.False(DrawnMark.Fits(DrawnMark.Of(null), Regions.Semoyang, Given.Status));
    }

    [Fact]
    public void an_older_picture_is_shown_unless_it_may_bear_a_mark_that_is_lost()
    {
        Assert.True(DrawnMark.Fits(null, null, null));
        Assert.True(DrawnMark.Fits(null, null, Waiting.Status));
        Assert.True(DrawnMark.Fits(null, Regions.Semoyang, Given.Status));
        Assert.False(DrawnMark.Fits(null, null, Given.Status));
        Assert.False(DrawnMark.Fits(null, null, Withdrawn.Status));
    }

    [Fact]
    public void what_a_picture_shows_is_kept_with_the_product() =>
        Assert.Equal(Regions.Semoyang.Value,
            OnSale.Apply(new ProductShareCardDrawn("/media/a.jpg", "/media/b.jpg", DrawnMark.Of(Regions.Semoyang))).ShareMark);
}
