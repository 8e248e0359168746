using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class CurationSpecs
{
    private static readonly CurateProduct Approve = new(Id, CurationDecision.Approve, null);
    private static readonly CurateProduct Return = new(Id, CurationDecision.Return, "Foto gelap.");

    [Fact]
    public void a_product_needs_a_photo_that_is_not_broken_to_be_submitted()
    {
        var submit = new SubmitProduct(Id, Sahnun);
        Assert.Null(SubmitProductHandler.Validate(submit, Draft, Photos()));
        Assert.Null(SubmitProductHandler.Validate(submit, Draft, Photos(PhotoStatus.Processing)));
        Assert.Equal("photo_missing", SubmitProductHandler.Validate(submit, Draft, Photos(PhotoStatus.Failed))?.Code);
        Assert.Equal("wrong_state", SubmitProductHandler.Validate(submit, OnSale, Photos())?.Code);
        Assert.Equal("not_found", SubmitProductHandler.Validate(submit with { ArtisanId = Rajab }, Draft, Photos())?.Code);
    }

    [Fact]
    public void submitting_twice_is_submitting_once()
    {
        Assert.Equal([new ProductSubmitted(Now)], SubmitProductHandler.Handle(new(Id, Sahnun), Draft, Now).Item2);
        Assert.Empty(SubmitProductHandler.Handle(new(Id, Sahnun), Submitted, Now).Item2);
    }

    [Fact]
    public void an_approved_product_is_offered_with_village_and_brand()
    {
        var (_, events, messages) = CurateProductHandler.Handle(Approve, Submitted, SahnunAnyam, Now);
        Assert.Equal([new ProductPublished(Regions.Semoyang, "Sahnun Anyam", Now)], events);
        Assert.Contains(new ProductOffered(Id, Sahnun, "Tas daun tembakau", Draft.Slug, new(150_000), 400, Regions.Semoyang, true, 3), messages);
    }

    [Fact]
    public void a_returned_product_is_no_longer_offered()
    {
        var recheck = OnSale.Apply(new ProductDetailsChanged(Bag with { Name = "Tas baru" }, Now));
        var (_, events, messages) = CurateProductHandler.Handle(Return, recheck, SahnunAnyam, Now);
        Assert.Equal([new ProductReturned("Foto gelap.", Now)], events);
        Assert.False(Assert.IsType<ProductOffered>(Assert.Single(messages)).OnSale);
    }

    [Fact]
    public void a_second_look_in_order_changes_nothing_for_buyers()
    {
        var recheck = OnSale.Apply(new ProductDetailsChanged(Bag with { Name = "Tas baru" }, Now));
        var (_, events, messages) = CurateProductHandler.Handle(Approve, recheck, SahnunAnyam, Now);
        Assert.Equal([new ProductRechecked(Now)], events);
        Assert.Empty(messages);
    }

    [Fact]
    public void a_curator_is_refused_without_reason_state_or_village()
    {
        Assert.Equal("reason_missing", CurateProductHandler.Validate(Return with { Reason = " " }, Submitted, SahnunAnyam)?.Code);
        Assert.Equal("wrong_state", CurateProductHandler.Validate(Approve, Draft, SahnunAnyam)?.Code);
        Assert.Equal("wrong_state", CurateProductHandler.Validate(Return, OnSale, SahnunAnyam)?.Code);
        Assert.Equal("maker_unknown", CurateProductHandler.Validate(Approve, Submitted, SahnunAnyam with { Village = null })?.Code);
        Assert.Null(CurateProductHandler.Validate(Approve, Submitted, SahnunAnyam));
    }

    [Fact]
    public void deciding_the_same_twice_is_deciding_once()
    {
        var returned = Submitted.Apply(new ProductReturned("Foto gelap.", Now));
        foreach (var (again, product) in new[] { (Approve, OnSale), (Return, returned) })
        {
            Assert.Null(CurateProductHandler.Validate(again, product, SahnunAnyam));
            var (answer, events, messages) = CurateProductHandler.Handle(again, product, SahnunAnyam, Now);
            Assert.Equal(Done.Instance, answer);
            Assert.Empty(events);
            Assert.Empty(messages);
        }

        Assert.Equal("wrong_state", CurateProductHandler.Validate(Return with { Reason = "Terlalu kecil." }, returned, SahnunAnyam)?.Code);
        Assert.Equal("wrong_state", CurateProductHandler.Validate(Approve, returned, SahnunAnyam)?.Code);
    }

    [Fact]
    public void only_what_was_offered_is_withdrawn()
    {
        Assert.Equal([new ProductWithdrawn(Now)], WithdrawProductHandler.Handle(new(Id, Sahnun), OnSale, Now).Item2);
        Assert.Empty(WithdrawProductHandler.Handle(new(Id, Sahnun), Draft, Now).Item2);
        Assert.Equal("not_found", WithdrawProductHandler.Validate(new(Id, Rajab), OnSale)?.Code);
    }
}
