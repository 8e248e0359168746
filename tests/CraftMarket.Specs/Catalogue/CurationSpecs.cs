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

    private static SubmissionFacts Asked(PhotoStatus photo = PhotoStatus.Ready) => new(Photos(photo), TrustFacts.Nobody);

    private static CurationFacts Facts(params string[] codes) =>
        new(SahnunAnyam, [.. ReasonTemplate.Initial.Where(x => codes.Contains(x.Id))]);

    [Fact]
    public void a_product_needs_a_photo_that_is_not_broken_to_be_submitted()
    {
        var submit = new SubmitProduct(Id, Sahnun);
        Assert.Null(SubmitProductHandler.Validate(submit, Draft, Asked()));
        Assert.Null(SubmitProductHandler.Validate(submit, Draft, Asked(PhotoStatus.Processing)));
        Assert.Equal("photo_missing",
            SubmitProductHandler.Validate(submit, Draft, Asked(PhotoStatus.Failed))?.Code);
        Assert.Equal("not_found", SubmitProductHandler.Validate(submit with { ArtisanId = Rajab }, Draft, Asked())?.Code);
    }

    [Fact]
    public void submitting_twice_is_submitting_once()
    {
        Assert.Equal([new ProductSubmitted(Now)], SubmitProductHandler.Handle(new(Id, Sahnun), Draft, Asked(), Now)
            .Item2);
        Assert.Empty(SubmitProductHandler.Handle(new(Id, Sahnun), Submitted, Asked(), Now).Item2);
    }

    [Fact]
    public void a_submission_tried_again_after_the_approval_does_no_harm()
    {
        Assert.Null(SubmitProductHandler.Validate(new(Id, Sahnun), OnSale, Asked()));
        var (answer, events, messages) = SubmitProductHandler.Handle(new(Id, Sahnun), OnSale, Asked(), Now);
        Assert.Empty(messages);
        Assert.Equal(new ProductWritten(Id, OnSale.Slug, ProductStatus.Published, OnSale.Edition), answer);
        Assert.Empty(events);
    }

    [Fact]
    public void an_approved_product_is_offered_with_village_and_brand()
    {
        var (_, events, _, _) = CurateProductHandler.Handle(Approve, Submitted, Facts(), Now);
        Assert.Equal([new ProductPublished(Regions.Semoyang, "Sahnun Anyam", Now),
            new ProductOffered(Id, Sahnun, "Tas daun tembakau", Draft.Slug, new(150_000), 400, Regions.Semoyang, true)], events);
    }

    [Fact]
    public void words_about_smoking_are_approved_only_with_a_reason_which_the_event_does_not_hold()
    {
        var flagged = Submitted with { Details = Bag with { Name = "Kotak rokok anyaman", Flagged = true } };
        Assert.Equal("reason_missing", CurateProductHandler.Validate(Approve, flagged, Facts())?.Code);
        Assert.Equal("reason_missing", CurateProductHandler.Validate(Approve with { Reason = " " }, flagged, Facts())?.Code);
        var command = Approve with { Reason = "Kotak kosong.", Curator = "curator-1" };
        Assert.Null(CurateProductHandler.Validate(command, flagged, Facts()));
        var key = new SubjectKey(Sahnun.Value, Master.NewKey());
        var facts = Facts() with
        {
            Override = OverrideReason.Write(flagged, "curator-1", "Kotak kosong.", ["rokok"], key, Master),
            Key = key
        };
        var (_, events, _, stored) = CurateProductHandler.Handle(command, flagged, facts, Now);
        Assert.Equal(new ProductPublished(Regions.Semoyang, "Sahnun Anyam", Now, Override: OverrideReason.Smoking), events[0]);
        var kept = (OverrideReason)Assert.Single(stored.OfType<Wolverine.Marten.StoreDoc<OverrideReason>>()).Document;
        Assert.Equal((Id, "curator-1", OverrideReason.Smoking, Now), (kept.ProductId, kept.Curator, kept.Code, kept.At));
        var text = kept.Read(LoadedKeys.Of(Master, key))!;
        Assert.Equal(("Kotak rokok anyaman", "rokok", "Kotak kosong."), (text.Product, Assert.Single(text.Words), text.Reason));
        Assert.Empty(CurateProductHandler.Handle(Approve, Submitted, Facts(), Now).Item4);
    }

    private static readonly MasterKey Master = new(new byte[32]);

    [Fact]
    public void a_returned_product_is_no_longer_offered()
    {
        var recheck = OnSale.Apply(new ProductDetailsChanged(Bag with { Name = "Tas baru" }, Now));
        var (_, events, messages, _) = CurateProductHandler.Handle(Return, recheck, Facts(), Now);
        Assert.Equal(new ProductReturned("Foto gelap.", Now), events[0]);
        Assert.False(Assert.IsType<ProductOffered>(Assert.Single(events.Skip(1))).OnSale);
        Assert.Empty(messages);
    }

    [Fact]
    public void a_second_look_in_order_changes_nothing_for_buyers()
    {
        var recheck = OnSale.Apply(new ProductDetailsChanged(Bag with { Name = "Tas baru" }, Now));
        var (_, events, messages, _) = CurateProductHandler.Handle(Approve, recheck, Facts(), Now);
        Assert.Equal([new ProductRechecked(Now)], events);
        Assert.Empty(messages);
    }

    [Fact]
    public void a_curator_is_refused_without_reason_state_or_village()
    {
        Assert.Equal("reason_missing", CurateProductHandler.Validate(Return with { Reason = " " }, Submitted, Facts())?.Code);
        Assert.Equal("wrong_state", CurateProductHandler.Validate(Approve, Draft, Facts())?.Code);
        Assert.Equal("wrong_state", CurateProductHandler.Validate(Return, OnSale, Facts())?.Code);
        Assert.Equal("maker_unknown",
            CurateProductHandler.Validate(Approve, Submitted, new(SahnunAnyam with { Village = null }, []))?.Code);
        Assert.Null(CurateProductHandler.Validate(Approve, Submitted, Facts()));
    }

    [Fact]
    public void deciding_the_same_twice_is_deciding_once()
    {
        var returned = Submitted.Apply(new ProductReturned("Foto gelap.", Now));
        foreach (var (again, product) in new[] { (Approve, OnSale), (Return, returned) })
        {
            Assert.Null(CurateProductHandler.Validate(again, product, Facts()));
            var (answer, events, messages, _) = CurateProductHandler.Handle(again, product, Facts(), Now);
            Assert.Equal(Done.Instance, answer);
            Assert.Empty(events);
            Assert.Empty(messages);
        }

        Assert.Equal("wrong_state", CurateProductHandler.Validate(Return with { Reason = "Terlalu kecil." }, returned,
            Facts())?.Code);
        Assert.Equal("wrong_state", CurateProductHandler.Validate(Approve, returned, Facts())?.Code);
    }

    [Fact]
    public void a_product_that_the_artisan_changed_under_the_curators_eyes_is_looked_at_again()
    {
        var seen = Approve with { Seen = Submitted.Edition };
        Assert.Null(CurateProductHandler.Validate(seen, Submitted, Facts()));
        var changed = Submitted.Apply(new ProductDetailsChanged(Bag with { Name = "Tas lain" }, Now));
        Assert.Equal("stale", CurateProductHandler.Validate(seen, changed, Facts())?.Code);
        Assert.Equal("stale", CurateProductHandler.Validate(Return with { Seen = Submitted.Edition }, changed, Facts())?.Code);
        Assert.Null(CurateProductHandler.Validate(Approve, changed, Facts()));
        // Asked again after a lost answer: the decision itself moved the version.
        Assert.Null(CurateProductHandler.Validate(seen, OnSale, Facts()));
        Assert.Empty(CurateProductHandler.Handle(seen, OnSale, Facts(), Now).Item2);
    }

    [Fact]
    public void only_what_was_offered_is_withdrawn()
    {
        var events = WithdrawProductHandler.Handle(new(Id, Sahnun), OnSale, Now).Item2;
        Assert.Equal(new ProductWithdrawn(Now), events[0]);
        Assert.False(Assert.IsType<ProductOffered>(Assert.Single(events.Skip(1))).OnSale);
        Assert.Empty(WithdrawProductHandler.Handle(new(Id, Sahnun), Draft, Now).Item2);
        Assert.Equal("not_found", WithdrawProductHandler.Validate(new(Id, Rajab), OnSale)?.Code);
    }

    [Fact]
    public void chosen_reasons_tell_the_artisan_what_to_do_and_keep_their_codes()
    {
        var dark = Return with { Reason = "Terima kasih!", ReasonCodes = ["photo_dark", "size_missing"] };
        var (_, events, _, _) = CurateProductHandler.Handle(dark, Submitted, Facts("photo_dark", "size_missing"), Now);
        var returned = Assert.IsType<ProductReturned>(Assert.Single(events));
        Assert.Equal(["photo_dark", "size_missing"], returned.Reasons);
        Assert.Equal("Terima kasih!", returned.Words);
        Assert.Contains("dekat jendela", returned.Reason, StringComparison.Ordinal);
        Assert.EndsWith("Terima kasih!", returned.Reason, StringComparison.Ordinal);
        Assert.Null(CurateProductHandler.Validate(dark with { Reason = null }, Submitted, Facts("photo_dark", "size_missing")));
        Assert.Equal("unknown_reason", CurateProductHandler.Validate(dark, Submitted, Facts("photo_dark"))?.Code);
        Assert.Equal("unknown_reason", CurateProductHandler.Validate(Return with { ReasonCodes = ["abuse"] }, Submitted,
            Facts("abuse"))?.Code);
    }

    [Fact]
    public void reasons_are_added_changed_and_retired_with_words_in_two_languages()
    {
        Wording words = new("Fotonya miring.", "The photo is crooked.");
        var keep = new KeepReasonTemplate("photo_crooked", ReasonTemplate.Product, words, words, words);
        Assert.Null(KeepReasonTemplateHandler.Validate(keep, null));
        Assert.Equal("code_shape", KeepReasonTemplateHandler.Validate(keep with { Code = "Foto miring" }, null)?.Code);
        Assert.Equal("words_missing", KeepReasonTemplateHandler.Validate(keep with { Why = new("Fotonya miring.", "") },
            null)?.Code);
        Assert.Equal("about_unknown",
            KeepReasonTemplateHandler.Validate(keep with { About = "review" }, ReasonTemplate.Initial[0])?.Code);
        Assert.Equal("not_found", RetireReasonTemplateHandler.Validate(null)?.Code);
    }
}
