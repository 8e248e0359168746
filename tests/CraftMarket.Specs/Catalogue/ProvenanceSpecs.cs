using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class ProvenanceSpecs
{
    private static readonly ProductDetails Claiming = Bag with { Provenance = new("family", Regions.Semoyang, "anyam") };
    private static readonly Product Waiting = Submitted with { Details = Claiming };

    private static readonly Dictionary<string, ClaimVerdict> Looked = new()
    {
        [Claims.MadeBy] = ClaimVerdict.Checked, [Claims.Place] = ClaimVerdict.Rejected, [Claims.Material] = ClaimVerdict.Checked,
    };

    [Fact]
    public void only_what_the_curator_found_true_stands_and_what_was_rejected_is_told()
    {
        var found = Published(Looked).Provenance!;
        Assert.Equal(("family", null, null), (found.MadeBy, found.Village, found.Technique));
        Assert.Equal(["daun tembakau"], found.Materials);
        Assert.Equal(["place"], found.Rejected);
        var shown = PageProvenance.Of(found)!;
        Assert.Equal(("family", null, null), (shown.MadeBy, shown.Place, shown.Technique));
    }

    [Fact]
    public void goods_that_a_curator_found_made_elsewhere_bear_no_mark_of_their_makers_village()
    {
        var elsewhere = RegionCode.Parse("52.02.06.2012");
        var made = Waiting with { Details = Claiming with { Provenance = Claiming.Provenance! with { Village = elsewhere } } };
        Product Found(Product product, ClaimVerdict place) =>
            product.Apply(Assert.IsType<ProductPublished>(CurateProductHandler.Handle(
            new(Id, CurationDecision.Approve, null, null, new Dictionary<string, ClaimVerdict> { [Claims.Place] = place }),
            product, new(SahnunAnyam, []), Now).Item2[0]));
        Assert.True(Found(Waiting, ClaimVerdict.Checked).MayBear(Regions.Semoyang));
        Assert.True(Found(Waiting, ClaimVerdict.Unchecked).MayBear(Regions.Semoyang));
        Assert.False(Found(made, ClaimVerdict.Checked).MayBear(Regions.Semoyang));
        Assert.False(Found(Waiting, ClaimVerdict.Checked).MayBear(elsewhere));
        Assert.False(Waiting.MayBear(Regions.Semoyang));
    }

    [Fact]
    public void saying_nothing_of_the_claims_shows_none() => Assert.Null(Published(null).Provenance);

    [Fact]
    public void a_wrong_material_cannot_be_approved()
    {
        var command = new CurateProduct(Id, CurationDecision.Approve, null, null,
            new Dictionary<string, ClaimVerdict> { [Claims.Material] = ClaimVerdict.Rejected });
        Assert.Equal("material_rejected", CurateProductHandler.Validate(command, Waiting, new(SahnunAnyam, []))?.Code);
    }

    [Fact]
    public void a_check_counts_for_what_was_checked_and_no_longer()
    {
        var published =
            Published(new Dictionary<string, ClaimVerdict>
            {
                [Claims.MadeBy] = ClaimVerdict.Checked,
                [Claims.Technique] = ClaimVerdict.Checked, [Claims.Material] = ClaimVerdict.Checked
            });
        var changed = Claiming with { Provenance = Claiming.Provenance! with { Technique = "ukir" }, Materials = ["ketak"] };
        var after = Waiting.Apply(published).Apply(new ProductDetailsChanged(changed, Now));
        Assert.Equal(("family", null), (after.Checked!.MadeBy, after.Checked.Technique));
        Assert.Null(after.Checked.Materials);
        Assert.True(after.HasUncheckedClaims);
        var page = PageProvenance.Of(published.Provenance)!.After(changed);
        Assert.Equal(("family", null), (page.MadeBy, page.Technique));
        Assert.Null(page.Materials);
    }

    [Fact]
    public void a_claim_that_was_corrected_is_no_longer_called_wrong()
    {
        var both = new Dictionary<string, ClaimVerdict>(Looked) { [Claims.Technique] = ClaimVerdict.Rejected };
        var waiting = Waiting.Apply(Published(both));
        Assert.Equal([Claims.Place, Claims.Technique], waiting.Checked!.Rejected.Order());
        var corrected = Claiming with { Provenance = Claiming.Provenance! with { Village = RegionCode.Parse("52.02.06.2002") } };
        var after = waiting.Apply(new ProductDetailsChanged(corrected, Now));
        Assert.Equal([Claims.Technique], after.Checked!.Rejected);
        var silent = after.Apply(new ProductDetailsChanged(corrected with { Provenance = null }, Now));
        Assert.Empty(silent.Checked!.Rejected);
        // Other words leave the verdicts where they are.
        Assert.Equal([Claims.Place, Claims.Technique],
            waiting.Apply(new ProductDetailsChanged(Claiming with { Name = "Tas lain" }, Now)).Checked!.Rejected.Order());
    }

    [Fact]
    public void claims_use_the_houses_words_or_a_short_one_of_the_artisans_own()
    {
        var facts = Facts() with { Words = new(ProvenanceWord.Initial) };
        Refusal? Problem(Provenance claimed) =>
            ProductListing.Validate(new(Id, Sahnun, "Tas", "", new(1_000), 1, null, "tas", [], 100, [Front], claimed), facts);
        Assert.Null(Problem(new("group", Regions.Semoyang, "anyam rapat dua sisi")));
        Assert.Equal("unknown_maker_kind", Problem(new("Inaq Sahnun", null, null))?.Code);
        Assert.Equal("unknown_village", Problem(new(null, Regions.Ntb, null))?.Code);
        Assert.Equal("technique_length", Problem(new(null, null, new('a', 61)))?.Code);
        Assert.Equal("tenun-gedogan", facts.Words.TechniqueCode("tenun Gedogan"));
        Assert.Equal("simpul", facts.Words.TechniqueCode("simpul"));
    }

    private static ProductPublished Published(IReadOnlyDictionary<string, ClaimVerdict>? claims) =>
        Assert.IsType<ProductPublished>(CurateProductHandler.Handle(new(Id, CurationDecision.Approve, null, null, claims),
            Waiting, new(SahnunAnyam, []), Now).Item2[0]);
}
