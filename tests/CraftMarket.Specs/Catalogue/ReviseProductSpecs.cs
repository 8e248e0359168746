using CraftMarket.Catalogue;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using CraftMarket.Specs.Ordering;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class ReviseProductSpecs
{
    private static readonly ReviseProduct Nothing = new(Id, Sahnun, null, null, null, null, null, null, null, null, null);

    [Fact]
    public void a_price_change_is_offered_at_once_and_needs_no_curator()
    {
        var (_, events, messages) = Revising.Handle(Nothing with { Price = new(175_000) }, OnSale, Facts(), Now);
        Assert.Equal([new ProductPriceChanged(new(175_000))], events);
        Assert.Contains(messages, x => x is ProductOffered { OnSale: true, Price.Amount: 175_000 });
    }

    [Fact]
    public void changed_words_of_a_product_on_sale_wait_for_a_second_look()
    {
        var (_, events, _) = Revising.Handle(Nothing with { Description = "Dengan furing." }, OnSale, Facts(), Now);
        var changed = Assert.IsType<ProductDetailsChanged>(Assert.Single(events));
        var after = OnSale.Apply(changed);
        Assert.Equal((ProductStatus.Published, true, Now), (after.Status, after.Recheck, after.WaitingSince));
        Assert.False(Draft.Apply(changed).Recheck);
    }

    [Fact]
    public void words_about_smoking_take_a_product_out_of_the_window_until_a_curator_has_seen_them()
    {
        foreach (var before in new[] { OnSale,
            OnSale.Apply(new ProductDetailsChanged(Bag with { Description = "Furing." }, Now.AddDays(-1))) })
        {
            var (revised, events, messages) = Revising.Handle(Nothing with { Name = "Kotak rokok anyaman" }, before,
                Facts(), Now);
            Assert.Equal(new ProductSubmitted(Now), events[^1]);
            Assert.Equal(ProductStatus.Submitted, revised.Product.Status);
            Assert.False(messages.OfType<ProductOffered>().Single().OnSale);
            Assert.Contains(messages, x => x is DrawShop);
            var waiting = before.Apply((ProductDetailsChanged)events[0]).Apply((ProductSubmitted)events[1]);
            Assert.Equal((false, before.WaitingSince ?? Now, revised.Product.Edition),
                (waiting.Recheck, waiting.WaitingSince, waiting.Edition));
            Assert.IsType<ProductPublished>(CurateProductHandler.Handle(new(Id, CurationDecision.Approve, null), waiting,
                new(SahnunAnyam, []), Now).Item2[0]);
        }
    }

    [Fact]
    public void a_flagged_product_that_a_curator_approved_keeps_its_place_when_only_the_price_changes()
    {
        var approved = OnSale with { Details = Bag with { Name = "Kotak rokok anyaman", Flagged = true } };
        Assert.Equal([new ProductPriceChanged(new(175_000))],
            Revising.Handle(Nothing with { Price = new(175_000) }, approved, Facts(), Now).Item2);
    }

    [Fact]
    public void what_moves_to_a_class_that_is_always_seen_leaves_the_window_and_what_stays_in_it_does_not()
    {
        var seen = GoodsClass.Initial.Single(x => x.Id == GoodsClass.ByProduct);
        var facts = Facts("briket") with
        {
            Class = seen,
            Trust = new(CurationRules.Initial, SahnunAnyam with { Trusted = true }, 0, seen)
        };
        var (_, events, _) = Revising.Handle(Nothing with { Category = "briket" }, OnSale, facts, Now);
        Assert.Equal(new ProductSubmitted(Now), events[^1]);
        var briquette = OnSale with { Details = Bag with { Category = "briket" } };
        Assert.Single(Revising.Handle(Nothing with { Description = "Isi 20." }, briquette, facts, Now).Item2);
    }

    [Fact]
    public void saying_the_same_again_changes_nothing()
    {
        var (_, events, messages) =
            Revising.Handle(Nothing with { Name = Bag.Name, Price = OnSale.Price, Materials = ["daun tembakau"] },
            OnSale, Facts(), Now);
        Assert.Empty(events);
        Assert.Empty(messages);
    }

    [Fact]
    public void an_edit_of_an_older_version_is_stale_and_one_without_version_is_taken()
    {
        Assert.Equal("stale", ProductRevision.Validate(Nothing with { Seen = 2 }, OnSale, Facts())?.Code);
        Assert.Null(ProductRevision.Validate(Nothing with { Seen = 3 }, OnSale, Facts()));
        Assert.Null(ProductRevision.Validate(Nothing, OnSale, Facts()));
    }

    [Fact]
    public void pictures_and_the_brands_name_do_not_move_the_version() =>
        Assert.Equal(OnSale.Edition, OnSale.Apply(new ProductPicturesReady([]))
            .Apply(new ProductMakerRenamed("Lain")).Apply(new ProductShareCardDrawn("/media/x.jpg")).Edition);

    [Fact]
    public void an_edit_is_checked_like_a_new_listing()
    {
        Assert.Equal("smoking_goods",
            ProductRevision.Validate(Nothing with { Name = "Rokok kretek" }, OnSale, Facts())?.Code);
        Assert.Equal("lead_time_out_of_range",
            ProductRevision.Validate(Nothing with { LeadTimeDays = 400 }, OnSale, Facts())?.Code);
        Assert.Equal("not_found", ProductRevision.Validate(Nothing with { ArtisanId = Rajab }, OnSale, Facts())?.Code);
    }

    [Fact]
    public void an_ashtray_is_flagged_for_the_curator()
    {
        var (_, events, _) = Revising.Handle(Nothing with { Name = "Asbak rokok batang tembakau" }, Draft,
            Facts(), Now);
        Assert.True(Assert.IsType<ProductDetailsChanged>(Assert.Single(events)).Details.Flagged);
    }

    [Fact]
    public void pictures_follow_the_artisans_order_and_are_taken_over_once()
    {
        var (events, _) = LookAtPhotosHandler.Handle(new(Id), Draft, Photos());
        var ready = Assert.IsType<ProductPicturesReady>(Assert.Single(events));
        Assert.Empty(LookAtPhotosHandler.Handle(new(Id), Draft.Apply(ready), Photos()).Item1);
        Assert.Empty(LookAtPhotosHandler.Handle(new(Id), Draft, Photos(PhotoStatus.Processing)).Item1);
    }
}
