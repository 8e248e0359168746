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
        var (_, events, _) = Revising.Handle(Described, Draft, Facts(), Now);
        var changed = Assert.IsType<ProductDetailsChanged>(Assert.Single(events)).Details;
        Assert.Equal("Dari depan", changed.DescriptionOf(Front));
        Assert.Single(changed.PhotoDescriptions!);
    }

    [Fact]
    public void saying_it_again_or_not_at_all_changes_nothing()
    {
        var details = Bag with { PhotoDescriptions = new Dictionary<PhotoId, string> { [Front] = "Dari depan" } };
        var after = Draft.Apply(new ProductDetailsChanged(details, Now));
        Assert.Empty(Revising.Handle(Described, after, Facts(), Now).Item2);
        Assert.Empty(Revising.Handle(Described with { PhotoDescriptions = null }, after, Facts(), Now).Item2);
        Assert.Single(Revising.Handle(Described with { PhotoDescriptions = new Dictionary<PhotoId, string>() }, after,
            Facts(), Now).Item2);
    }

    [Fact]
    public void what_stands_under_a_photo_is_judged_like_the_rest()
    {
        ReviseProduct Told(string words) =>
            Described with { PhotoDescriptions = new Dictionary<PhotoId, string> { [Front] = words } };
        var refused = ProductRevision.Validate(Told("Rokok kretek isi 12"), Draft, Facts());
        Assert.Equal(("smoking_goods", "photoIds"), (refused?.Code, refused?.Field));
        Assert.Null(ProductRevision.Validate(Told("Tampak depan"), Draft, Facts()));
        var (_, events, _) = Revising.Handle(Told("Kotak rokok"), OnSale, Facts(), Now);
        Assert.True(((ProductDetailsChanged)events[0]).Details.Flagged);
        Assert.IsType<ProductSubmitted>(events[1]);
    }

    [Fact]
    public void the_curator_sees_what_changed_under_a_photo()
    {
        SeenContent Told(string? words) =>
            new(Bag with { PhotoDescriptions = words is null ? null : new Dictionary<PhotoId, string> { [Front] = words } },
            new(1), null);
        Assert.Equal([new("photoDescription", "Dari depan", "Dari samping", Front)],
            ContentDifference.Between(Told("Dari depan"), Told("Dari samping")).Fields);
        Assert.Equal([new("photoDescription", null, "Dari depan", Front)],
            ContentDifference.Between(Told(null), Told("Dari depan")).Fields);
        Assert.True(ContentDifference.Between(Told("Dari depan"), Told("Dari depan")).IsEmpty);
    }

    [Fact]
    public void a_photo_needs_no_novel() => Assert.Equal("photo_description_length", ProductRevision.Validate(
        Described with { PhotoDescriptions = new Dictionary<PhotoId, string> { [Front] = new('a', 201) } }, Draft,
        Facts())?.Code);
}
