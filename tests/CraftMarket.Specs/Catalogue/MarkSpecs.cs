using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using static CraftMarket.Specs.Catalogue.AProduct;
using static CraftMarket.Specs.Catalogue.AVillage;

namespace CraftMarket.Specs.Catalogue;

public sealed class MarkSpecs
{
    private static readonly MarkUseId Use = MarkUseId.Of(Sahnun);
    private static readonly DecideOnMark Give = new(Use, true, null), Refuse = new(Use, false, "Anyamannya masih longgar.");
    private static readonly WithdrawMark Withdraw = new(Use, "Barangnya dibuat di desa lain.");

    [Fact]
    public void nobody_asks_for_a_mark_without_rules_or_by_rules_that_no_longer_hold()
    {
        Assert.Null(AskForMarkHandler.Validate(new(Sahnun, 1), Semoyang));
        Assert.Null(AskForMarkHandler.Validate(new(Sahnun, null), Semoyang));
        Assert.Equal("mark_not_offered", AskForMarkHandler.Validate(new(Sahnun, null), null)?.Code);
        Assert.Equal("mark_not_offered", AskForMarkHandler.Validate(new(Sahnun, null), Opened)?.Code);
        Assert.Equal("stale",
            AskForMarkHandler.Validate(new(Sahnun, 1), Semoyang.Apply(new VillageMarkRulesIssued(2, Rules, Now)))?.Code);
    }

    [Fact]
    public void a_mark_that_is_given_is_told_to_who_draws_with_it()
    {
        var (_, events, messages) = DecideOnMarkHandler.Handle(Give, Waiting, Now);
        Assert.Equal([new MarkGiven(Now)], events);
        Assert.Equal([new VillageMarkGiven(Sahnun, Regions.Semoyang)], messages);
    }

    [Fact]
    public void a_refusal_has_a_reason_that_the_artisan_can_learn_from()
    {
        Assert.Equal("reason_missing", DecideOnMarkHandler.Validate(Refuse with { Reason = " " }, Waiting, Semoyang)?.Code);
        Assert.Null(DecideOnMarkHandler.Validate(Refuse, Waiting, Semoyang));
        var (_, events, messages) = DecideOnMarkHandler.Handle(Refuse, Waiting, Now);
        Assert.Equal([new MarkRefused("Anyamannya masih longgar.", Now)], events);
        Assert.Empty(messages);
    }

    [Fact]
    public void a_withdrawal_has_a_reason_and_is_told_to_who_draws_with_the_mark()
    {
        Assert.Equal("reason_missing", WithdrawMarkHandler.Validate(Withdraw with { Reason = null }, Given)?.Code);
        Assert.Equal("wrong_state", WithdrawMarkHandler.Validate(Withdraw, Waiting)?.Code);
        Assert.Null(WithdrawMarkHandler.Validate(Withdraw, Given));
        var (_, events, messages) = WithdrawMarkHandler.Handle(Withdraw, Given, Now);
        Assert.Equal([new MarkWithdrawn("Barangnya dibuat di desa lain.", Now)], events);
        Assert.Equal([new VillageMarkTaken(Sahnun, Regions.Semoyang)], messages);
    }

    [Fact]
    public void answering_the_same_twice_is_answering_once()
    {
        var refused = Waiting.Apply(new MarkRefused("Anyamannya masih longgar.", Now));
        var withdrawn = Given.Apply(new MarkWithdrawn("Barangnya dibuat di desa lain.", Now));
        Assert.Null(DecideOnMarkHandler.Validate(Give, Given, Semoyang));
        Assert.Empty(DecideOnMarkHandler.Handle(Give, Given, Now).Item2);
        Assert.Empty(DecideOnMarkHandler.Handle(Refuse, refused, Now).Item2);
        Assert.Empty(WithdrawMarkHandler.Handle(Withdraw, withdrawn, Now).Item2);
        Assert.Empty(WithdrawMarkHandler.Handle(Withdraw, withdrawn, Now).Item3);
        Assert.Equal("wrong_state", DecideOnMarkHandler.Validate(Give, refused, Semoyang)?.Code);
        Assert.Equal("wrong_state", DecideOnMarkHandler.Validate(Give, withdrawn, Semoyang)?.Code);
    }

    [Fact]
    public void nobody_is_given_a_mark_under_rules_out_of_force_but_who_accepts_the_new_ones_keeps_the_turn()
    {
        var renewed = Semoyang.Apply(new VillageMarkRulesIssued(2, new("Hanya dari daun yang dipanen di Semoyang.", ""), Now));
        Assert.Equal("rules_changed", DecideOnMarkHandler.Validate(Give, Waiting, renewed)?.Code);
        Assert.Null(DecideOnMarkHandler.Validate(Refuse, Waiting, renewed));
        Assert.Null(DecideOnMarkHandler.Validate(Give, Given, renewed));
        var later = Now.AddDays(3);
        var accepted = Waiting.Apply(new MarkAskedFor(Sahnun, Regions.Semoyang, 2, later));
        Assert.Equal((MarkStatus.Waiting, 2, Now), (accepted.Status, accepted.Rules, accepted.Since));
        Assert.Null(DecideOnMarkHandler.Validate(Give, accepted, renewed));
        Assert.False(Given.NeedsNewer(renewed.Rules));
    }

    [Fact]
    public void who_lost_the_mark_may_ask_again()
    {
        var again = Given.Apply(new MarkWithdrawn("Barangnya dibuat di desa lain.", Now))
            .Apply(new MarkAskedFor(Sahnun, Regions.Semoyang, 2, Now));
        Assert.Equal((MarkStatus.Waiting, 2, null), (again.Status, again.Rules, again.Reason));
    }

    [Fact]
    public void new_rules_get_the_next_number_and_the_same_rules_none()
    {
        var (_, events) = IssueMarkRulesHandler.Handle(new(Home, Rules with { English = "Only goods made by hand in Semoyang." }),
            Semoyang, Now);
        Assert.Equal(2, Assert.IsType<VillageMarkRulesIssued>(Assert.Single(events)).Number);
        Assert.Empty(IssueMarkRulesHandler.Handle(new(Home, Rules), Semoyang, Now).Item2);
        Assert.Equal("rules_length", IssueMarkRulesHandler.Validate(new(Home, new("Pendek.", "")), Semoyang)?.Code);
    }
}
