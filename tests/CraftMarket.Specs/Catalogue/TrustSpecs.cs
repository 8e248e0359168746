using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class TrustSpecs
{
    private static readonly CurationRules NoSample = CurationRules.Initial with { SampleOneIn = 0 };
    private static readonly GoodsClass Craft = GoodsClass.Initial.Single(x => x.Id == GoodsClass.Craft);
    private static readonly GoodsClass ByProduct = GoodsClass.Initial.Single(x => x.Id == GoodsClass.ByProduct);
    private static readonly TrustFacts Trusted = new(NoSample, SahnunAnyam with { Trusted = true }, 0, Craft);
    private static SubmissionFacts Asked(TrustFacts trust) => new(new Dictionary<PhotoId, Photo>(), trust);

    private static readonly TrustFacts TenInARow = new(NoSample, SahnunAnyam, 10, Craft);

    [Fact]
    public void a_named_makers_product_is_approved_at_once_and_the_event_says_by_which_rule()
    {
        var (answer, events, messages) = SubmitProductHandler.Handle(new(Id, Sahnun), Draft, Asked(Trusted), Now);
        Assert.Equal(ProductStatus.Published, ((ProductWritten)answer).Status);
        Assert.Equal([new ProductSubmitted(Now),
            new ProductPublished(Regions.Semoyang, "Sahnun Anyam", Now, new("named_maker", 0, new(500_000)))],
            events.SkipLast(1));
        Assert.True(Assert.IsType<ProductOffered>(events[^1]).OnSale);
        Assert.Contains(new DrawShareCard(Id), messages);
    }

    [Fact]
    public void ten_approvals_in_a_row_are_trusted_and_nine_are_not()
    {
        Assert.Equal("approved_in_a_row", Trust.RuleFor(Draft, false, TenInARow)?.Code);
        Assert.Null(Trust.RuleFor(Draft, false, TenInARow with { ApprovedInARow = 9 }));
        Assert.Null(Trust.RuleFor(Draft, false, TenInARow with { Rules = NoSample with { ApprovedInARow = 0 } }));
        Assert.Null(Trust.RuleFor(Draft, false, Trusted with { Rules = NoSample with { NamedMakers = false } }));
    }

    [Fact]
    public void nobody_is_trusted_with_dear_flagged_or_by_product_goods_or_unchecked_claims()
    {
        Assert.NotNull(Trust.RuleFor(Draft, false, Trusted));
        Assert.Null(Trust.RuleFor(Draft with { Price = new(500_001) }, false, Trusted));
        Assert.Null(Trust.RuleFor(Draft with { Details = Bag with { Flagged = true } }, false, Trusted));
        Assert.Null(Trust.RuleFor(Draft, false, Trusted with { Class = ByProduct }));
        Assert.Null(Trust.RuleFor(Draft, false, Trusted with { Class = null }));
        Assert.Null(Trust.RuleFor(Draft, true, Trusted));
        Assert.Null(Trust.RuleFor(Draft, false, Trusted with { Maker = SahnunAnyam with { Trusted = true, Village = null } }));
        var claiming = Draft with { Details = Bag with { Provenance = new("family", null, null) } };
        Assert.Equal([new ProductSubmitted(Now)],
            SubmitProductHandler.Handle(new(Id, Sahnun), claiming, Asked(Trusted), Now).Item2);
    }

    [Fact]
    public void a_sample_of_the_rules_approvals_is_looked_at_later_and_stays_on_sale()
    {
        var every = Trusted with { Rules = NoSample with { SampleOneIn = 1 } };
        var (_, events, _) = SubmitProductHandler.Handle(new(Id, Sahnun), Draft, Asked(every), Now);
        Assert.Equal(new ProductSampled(Now), events[^1]);
        var sampled = OnSale.Apply(new ProductSampled(Now));
        Assert.Equal((ProductStatus.Published, true, true, OnSale.Edition),
            (sampled.Status, sampled.AwaitsCurator, sampled.Sampled, sampled.Edition));
        var (_, looked, _, _) = CurateProductHandler.Handle(new(Id, CurationDecision.Approve, null), sampled,
            new(SahnunAnyam, []), Now);
        Assert.Equal([new ProductRechecked(Now)], looked);
        var rules = NoSample with { SampleOneIn = 5 };
        var picked = Enumerable.Range(0, 1_000)
            .Count(x => Trust.Samples(Draft with { Id = new(NewId.For("spec", $"{x}")) }, Trusted with { Rules = rules }));
        Assert.InRange(picked, 150, 250);
    }

    [Fact]
    public void who_has_not_the_master_key_cannot_tell_which_are_sampled()
    {
        var rules = NoSample with { SampleOneIn = 2 };
        bool[] Picked(byte key)
        {
            var facts = (Trusted with { Rules = rules }).DrawnBy(new(Enumerable.Repeat(key, 32).ToArray()));
            return [.. Enumerable.Range(0, 64).Select(x => Trust.Samples(Draft with { Edition = x }, facts))];
        }

        Assert.Equal(Picked(1), Picked(1));
        Assert.NotEqual(Picked(1), Picked(2));
    }

    [Fact]
    public void what_went_back_last_is_seen_by_a_curator_however_trusted_its_maker()
    {
        var returned = Submitted.Apply(new ProductReturned("Foto gelap.", Now));
        Assert.Equal([new ProductSubmitted(Now)], Submit(returned));
        var hidden = returned.Apply(new ProductSubmitted(Now)).Apply(new ProductWithdrawn(Now));
        Assert.Equal([new ProductSubmitted(Now)], Submit(hidden));
        var again = hidden.Apply(new ProductSubmitted(Now)).Apply(new ProductPublished(Regions.Semoyang, "Sahnun Anyam", Now))
            .Apply(new ProductWithdrawn(Now));
        Assert.Contains(Submit(again), x => x is ProductPublished);
    }

    [Fact]
    public void what_was_taken_out_while_it_waited_for_a_look_is_still_seen()
    {
        Assert.Contains(Submit(OnSale.Apply(new ProductWithdrawn(Now))), x => x is ProductPublished);
        Assert.Equal([new ProductSubmitted(Now)], Submit(OnSale.Apply(new ProductSampled(Now)).Apply(new ProductWithdrawn(Now))));
        var changed = OnSale.Apply(new ProductDetailsChanged(Bag with { Description = "Furing." }, Now));
        Assert.Equal([new ProductSubmitted(Now)], Submit(changed.Apply(new ProductWithdrawn(Now))));
    }

    [Fact]
    public void other_materials_than_in_the_window_are_seen_and_those_of_a_first_draft_are_not()
    {
        var ketak = new ProductDetailsChanged(Bag with { Materials = ["ketak"] }, Now);
        Assert.Equal([new ProductSubmitted(Now)], Submit(OnSale.Apply(new ProductWithdrawn(Now)).Apply(ketak)));
        Assert.Contains(Submit(Draft.Apply(ketak)), x => x is ProductPublished);
    }

    [Fact]
    public void a_trusted_makers_changes_on_sale_pass_but_changed_claims_never()
    {
        var facts = Facts() with { Trust = Trusted };
        var words = new ReviseProduct(Id, Sahnun, null, null, "Dengan furing.", null, null, null, null, null, null);
        var (revised, events, _) = Revising.Handle(words, OnSale, facts, Now);
        Assert.Equal("named_maker", Assert.IsType<ProductRechecked>(events[^1]).Rule?.Code);
        Assert.Equal(OnSale.Edition + 2, revised.Product.Edition);
        var claim = words with { Provenance = new("self", null, null) };
        Assert.DoesNotContain(Revising.Handle(claim, OnSale, facts, Now).Item2, x => x is ProductRechecked);
        Assert.DoesNotContain(Revising.Handle(words with { Materials = ["ketak"] }, OnSale, facts, Now).Item2, x =>
            x is ProductRechecked);
        var waiting = OnSale.Apply(new ProductDetailsChanged(Bag with { Flagged = true }, Now));
        Assert.DoesNotContain(Revising.Handle(words, waiting, facts, Now).Item2, x => x is ProductRechecked);
    }

    [Fact]
    public void what_a_rule_let_pass_is_seen_when_it_gets_dearer_than_the_rule_allows()
    {
        var byRule = OnSale with { Rule = new("named_maker", 0, new(500_000)) };
        var dearer = new ReviseProduct(Id, Sahnun, null, null, null, new(600_000), null, null, null, null, null);
        Assert.Contains(Revising.Handle(dearer, byRule, Facts() with { Trust = Trusted }, Now).Item2, x =>
            x is ProductSampled);
        Assert.DoesNotContain(Revising.Handle(dearer, OnSale, Facts() with { Trust = Trusted }, Now).Item2, x =>
            x is ProductSampled);
    }

    private static Wolverine.Marten.Events Submit(Product product) =>
        SubmitProductHandler.Handle(new(Id, Sahnun), product, Asked(Trusted), Now).Item2;

    [Fact]
    public void naming_a_maker_twice_is_naming_once()
    {
        Assert.Equal([new MakerTrusted(Now)], TrustMakerHandler.Handle(new(Sahnun, true), SahnunAnyam, Now).Item2);
        Assert.Empty(TrustMakerHandler.Handle(new(Sahnun, false), SahnunAnyam, Now).Item2);
        Assert.True(SahnunAnyam.Apply(new MakerTrusted(Now)).Trusted);
        Assert.Equal("out_of_range", ChangeCurationRulesHandler.Validate(new(0, 3, true, new(1), 5))?.Code);
        Assert.Null(ChangeCurationRulesHandler.Validate(new(3, 0, false, new(0), 0)));
    }
}
