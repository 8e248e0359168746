using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

/// <summary>How large it is and how to keep it: facts that a buyer looks for, in words of their own.</summary>
public sealed class SizeAndCareSpecs
{
    private static readonly ReviseProduct Told = new(Id, Sahnun, null, null, null, null, null, null, null, null, null,
        Size: " 30 × 22 cm ", Care: "Lap dengan kain kering.");

    [Fact]
    public void they_are_kept_trimmed_and_stay_until_they_are_taken_back()
    {
        var details = Changed(Told, Draft);
        Assert.Equal(("30 × 22 cm", "Lap dengan kain kering."), (details.Size, details.Care));
        var after = Draft.Apply(new ProductDetailsChanged(details, Now));
        Assert.Empty(Revising.Handle(Told, after, Facts(), Now).Item2);
        Assert.Empty(Revising.Handle(Told with { Size = null, Care = null }, after, Facts(), Now).Item2);
        Assert.Null(Changed(Told with { Size = "", Care = null }, after).Size);
    }

    [Fact]
    public void they_are_judged_like_the_rest_and_the_curator_sees_them_change()
    {
        var refused = ProductRevision.Validate(Told with { Care = "Rokok kretek isi 12" }, Draft, Facts());
        Assert.Equal(("smoking_goods", "care"), (refused?.Code, refused?.Field));
        Assert.True(Changed(Told with { Size = "muat kotak rokok" }, Draft).Flagged);
        Assert.Equal([new("care", null, "Jangan direndam.")],
            ContentDifference.Between(new(Bag, new(1), null), new(Bag with { Care = "Jangan direndam." }, new(1), null)).Fields);
    }

    [Theory]
    [InlineData(81, 10, "size_length")]
    [InlineData(80, 301, "care_length")]
    [InlineData(80, 300, null)]
    public void they_are_short(int size, int care, string? code) => Assert.Equal(code,
        ProductRevision.Validate(Told with { Size = new('a', size), Care = new('a', care) }, Draft, Facts())?.Code);

    private static ProductDetails Changed(ReviseProduct command, Product product) =>
        Assert.IsType<ProductDetailsChanged>(Revising.Handle(command, product, Facts(), Now).Item2[0]).Details;
}
