using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class PhotoDescriptionSpecs
{
    private static readonly ReviseProduct Described = new(Id, Sahnun, null, null, null, null, null, null, null, null, null,
        PhotoDescriptions: new Dictionary<PhotoId, string> { [Front] = " Dari depan ", [new(Guid.NewGuid())] = "Foto lain" });

    [Fact]
    public void what_a_photo_shows_is_kept_for_photos_of_the_product_only()
    {
        var (_, events, _) = ReviseProductHandler.Handle(Described, Draft, Facts(), Now);
        var changed = Assert.IsType<ProductDetailsChanged>(Assert.Single(events)).Details;
        Assert.Equal("Dari depan", changed.DescriptionOf(Front));
        Assert.Single(changed.PhotoDescriptions!);
    }

    [Fact]
    public void saying_it_again_or_not_at_all_changes_nothing()
    {
        var details = Bag with { PhotoDescriptions = new Dictionary<PhotoId, string> { [Front] = "Dari depan" } };
        var after = Draft.Apply(new ProductDetailsChanged(details, Now));
        Assert.Empty(ReviseProductHandler.Handle(Described, after, Facts(), Now).Item2);
        Assert.Empty(ReviseProductHandler.Handle(Described with { PhotoDescriptions = null }, after, Facts(), Now).Item2);
        Assert.Single(ReviseProductHandler.Handle(Described with { PhotoDescriptions = new Dictionary<PhotoId, string>() }, after, Facts(), Now).Item2);
    }

    [Fact]
    public void a_photo_needs_no_novel() => Assert.Equal("photo_description_length", ReviseProductHandler.Validate(
        Described with { PhotoDescriptions = new Dictionary<PhotoId, string> { [Front] = new('a', 201) } }, Draft, Facts())?.Code);
}
