using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using Wolverine.Marten;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class DraftSpecs
{
    private static readonly DraftFields Typed = new("Tas kecil", "150.000", "stock", "5", null, "daun tembakau", "tas",
        "400", null,
        [new(Front, "Dari depan")], "40.000", "2,5", "15.000");

    private static readonly SaveDraft Save = new(Id, Sahnun, 0, "ponsel Sahnun", null, Typed);

    private static ProductDraft Kept(int revision = 3, bool open = true, string writer = "ponsel anaknya", int? edition = null) =>
        new(Id, Sahnun, Typed with { Name = "Tas besar" }, edition, writer, open, Now) { Version = revision };

    [Fact]
    public void a_first_draft_is_kept()
    {
        Assert.Null(SaveDraftHandler.Validate(Save, null, null));
        var (answer, write) = SaveDraftHandler.Handle(Save, null, null, Now);
        Assert.Equal(new DraftSaved(1), answer);
        Assert.Equal((1, Typed), (Assert.IsType<KeepDraft>(write).Revision, ((KeepDraft)write).Draft.Fields));
    }

    [Fact]
    public void what_another_telephone_wrote_is_not_overwritten_unseen()
    {
        var refused = SaveDraftHandler.Validate(Save with { Seen = 2 }, Kept(revision: 3), null);
        Assert.Equal(("stale", 3), (refused?.Code, refused?.Details["revision"]));
        Assert.Null(SaveDraftHandler.Validate(Save with { Seen = 3 }, Kept(revision: 3), null));
    }

    [Fact]
    public void a_telephone_that_missed_an_answer_may_write_on() =>
        Assert.Null(SaveDraftHandler.Validate(Save with { Seen = 0 }, Kept(writer: Save.Writer), null));

    [Fact]
    public void a_saving_that_a_slow_line_brings_late_undoes_no_newer_one_of_the_same_form()
    {
        var kept = Kept(writer: Save.Writer) with { Sequence = 5 };
        Assert.Null(SaveDraftHandler.Validate(Save with { Sequence = 4, Edition = 1 }, kept, null));
        var (late, nothing) = SaveDraftHandler.Handle(Save with { Sequence = 4 }, kept, null, Now);
        Assert.Equal(new DraftSaved(3), late);
        Assert.IsNotType<KeepDraft>(nothing);
        Assert.Equal("stale", SaveDraftHandler.Validate(Save with { Writer = "ponsel anaknya", Sequence = 4 }, kept, null)?.Code);
        Assert.Equal(6, Assert.IsType<KeepDraft>(SaveDraftHandler.Handle(Save with { Sequence = 6 }, kept, null,
            Now).Item2).Draft.Sequence);
        // Its own words once more are noted too: what lies between them is still on its way.
        Assert.IsType<KeepDraft>(SaveDraftHandler.Handle(Save with { Sequence = 6 }, kept with { Fields = Typed }, null,
            Now).Item2);
    }

    [Fact]
    public void the_same_words_again_write_nothing()
    {
        var same = Kept() with { Fields = Typed with { Photos = [new(Front, "Dari depan")] } };
        Assert.Null(SaveDraftHandler.Validate(Save, same, null));
        var (answer, write) = SaveDraftHandler.Handle(Save, same, null, Now);
        Assert.Equal(new DraftSaved(3), answer);
        Assert.IsNotType<KeepDraft>(write);
        Assert.IsType<KeepDraft>(SaveDraftHandler.Handle(Save with { Fields = Typed with { Photos = [new(Front, "Lain")] } },
            same, null, Now).Item2);
    }

    [Fact]
    public void what_was_typed_before_the_product_was_saved_and_comes_late_is_let_go()
    {
        Assert.Null(SaveDraftHandler.Validate(Save, Kept(open: false), Draft));
        var (late, nothing) = SaveDraftHandler.Handle(Save, Kept(open: false), Draft, Now);
        Assert.Equal(new DraftSaved(3, Draft.Edition), late);
        Assert.IsNotType<KeepDraft>(nothing);
        var (kept, write) = SaveDraftHandler.Handle(Save with { Edition = Draft.Edition }, Kept(open: false), Draft, Now);
        Assert.Equal(new DraftSaved(4), kept);
        Assert.Equal(Draft.Edition, Assert.IsType<KeepDraft>(write).Draft.Edition);
    }

    [Fact]
    public void what_is_sent_late_by_hand_is_kept_as_a_change()
    {
        var (answer, write) = SaveDraftHandler.Handle(Save with { GoesOn = true }, Kept(open: false), Draft, Now);
        Assert.Equal(new DraftSaved(4, Draft.Edition), answer);
        Assert.Equal(Draft.Edition, Assert.IsType<KeepDraft>(write).Draft.Edition);
        Assert.Equal("stale", SaveDraftHandler.Validate(Save with { GoesOn = true }, Kept(edition: Draft.Edition), Draft)?.Code);
    }

    [Fact]
    public void a_change_that_began_from_an_older_product_is_asked_about_and_never_taken_for_kept()
    {
        var older = Save with { Edition = Draft.Edition };
        var refused = SaveDraftHandler.Validate(older, null, Submitted);
        Assert.Equal(("stale", 0, Submitted.Edition), (refused?.Code, refused?.Details["revision"], refused?.Details["edition"]));
        Assert.Equal("stale", SaveDraftHandler.Validate(older, Kept(edition: Draft.Edition, writer: Save.Writer),
            Submitted)?.Code);
        Assert.Equal("stale", SaveDraftHandler.Validate(older, null, null)?.Code);
        // Asked, the artisan means it.
        Assert.Null(SaveDraftHandler.Validate(older with { Seen = 3, Edition = Submitted.Edition }, Kept(edition: Draft.Edition),
            Submitted));
    }

    [Fact]
    public void the_same_words_for_a_newer_product_are_kept_for_it()
    {
        var same = Kept(writer: Save.Writer, edition: Draft.Edition) with { Fields = Typed };
        var (answer, write) = SaveDraftHandler.Handle(Save with { Edition = Submitted.Edition }, same, Submitted, Now);
        Assert.Equal(new DraftSaved(4), answer);
        Assert.Equal(Submitted.Edition, Assert.IsType<KeepDraft>(write).Draft.Edition);
    }

    [Fact]
    public void a_draft_is_its_artisans_alone()
    {
        Assert.Equal("not_found", SaveDraftHandler.Validate(Save with { ArtisanId = Rajab }, Kept(), null)?.Code);
        Assert.Equal("not_found", SaveDraftHandler.Validate(Save with { ArtisanId = Rajab }, null, Draft)?.Code);
        Assert.Equal("not_found", CloseDraftHandler.Validate(new(Id, Rajab), Kept())?.Code);
    }

    [Fact]
    public void nobody_keeps_a_book_in_a_draft() =>
        Assert.Equal("draft_too_long", SaveDraftHandler.Validate(Save with { Fields = Typed with { Name = new('a', 4_001) } },
            null, null)?.Code);

    [Fact]
    public void of_a_product_that_was_written_down_the_costs_are_kept_and_nothing_else()
    {
        var (_, write) = CloseDraftHandler.Handle(new(Id, Sahnun), Kept(), Draft);
        var kept = Assert.IsType<KeepDraft>(write).Draft;
        Assert.Equal((false, null, "40.000", "2,5", "15.000"),
            (kept.Open, kept.Fields.Name, kept.Fields.MaterialCost, kept.Fields.Hours, kept.Fields.Hourly));
        Assert.IsNotType<KeepDraft>(CloseDraftHandler.Handle(new(Id, Sahnun), Kept(), null).Item2);
    }

    [Fact]
    public void what_a_draft_says_of_costs_is_printed_nowhere() =>
        Assert.DoesNotContain("40.000", Save.ToString(), StringComparison.Ordinal);
}
