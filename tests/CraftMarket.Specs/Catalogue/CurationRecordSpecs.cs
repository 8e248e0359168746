using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using static CraftMarket.Specs.Catalogue.AProduct;

namespace CraftMarket.Specs.Catalogue;

public sealed class CurationRecordSpecs
{
    private static readonly PhotoId Back = new(Guid.Parse("01900000-0000-7000-8000-0000000000f2"));
    private static readonly CurationRecord Drafted =
        new(Id.Value, Sahnun, new(Bag with { PhotoIds = [Front, Back] }, new(150_000), null), null, null, false, []);

    [Fact]
    public void the_next_curator_sees_field_by_field_what_changed()
    {
        var returned = Drafted.Apply(new ProductSubmitted(Now))
            .Apply(new ProductReturned("Foto gelap.", Now.AddDays(2), ["photo_dark"]));
        Assert.True(returned.SinceSeen!.IsEmpty);
        var other = new PhotoId(Guid.Parse("01900000-0000-7000-8000-0000000000f3"));
        var changed = returned.Apply(new ProductDetailsChanged(Bag with { Name = "Tas besar", PhotoIds = [Back, other] }, Now))
            .Apply(new ProductPriceChanged(new(175_000)));
        var difference = changed.SinceSeen!;
        Assert.Equal([new("name", "Tas daun tembakau", "Tas besar"), new FieldChange("price", "Rp150.000", "Rp175.000")],
            difference.Fields);
        Assert.Equal((other, Front, false), (difference.Added.Single(), difference.Removed.Single(), difference.Reordered));
        Assert.Null(Drafted.SinceSeen);
    }

    [Fact]
    public void photos_in_another_order_are_a_change()
    {
        var seen = new SeenContent(Bag with { PhotoIds = [Front, Back] }, new(1), null);
        Assert.True(ContentDifference.Between(seen, seen with { Details = Bag with { PhotoIds = [Back, Front] } }).Reordered);
    }

    [Fact]
    public void what_left_the_window_for_its_new_words_waits_since_it_left()
    {
        var left = Drafted.Apply(new ProductSubmitted(Now))
            .Apply(new ProductPublished(Regions.Semoyang, "Sahnun", Now.AddDays(1)))
            .Apply(new ProductDetailsChanged(Bag with { Flagged = true }, Now.AddDays(5)))
                .Apply(new ProductSubmitted(Now.AddDays(5)));
        Assert.Equal((false, Now.AddDays(5)), (left.OnSale, left.Since));
        Assert.Equal(2, left.Apply(new ProductReturned("Bukan.", Now.AddDays(7))).Verdicts[^1].Days);
    }

    [Fact]
    public void what_a_rule_approved_no_curator_has_seen()
    {
        var byRule = Drafted.Apply(new ProductSubmitted(Now))
            .Apply(new ProductPublished(Regions.Semoyang, "Sahnun", Now, new("named_maker", 0, new(1))));
        Assert.Null(byRule.SinceSeen);
        Assert.Equal("named_maker", byRule.Verdicts.Single().Rule?.Code);
    }

    [Fact]
    public void every_decision_stays_with_how_long_it_took()
    {
        var record = Drafted.Apply(new ProductSubmitted(Now))
            .Apply(new ProductReturned("Ukuran?", Now.AddDays(2), ["size_missing"]))
            .Apply(new ProductSubmitted(Now.AddDays(3))).Apply(new ProductPublished(Regions.Semoyang, "Sahnun", Now.AddDays(4)))
            .Apply(new ProductDetailsChanged(Bag, Now.AddDays(10))).Apply(new ProductRechecked(Now.AddDays(15)));
        Assert.Equal([("returned", 2d), ("approved", 1d), ("rechecked", 5d)], record.Verdicts.Select(x => (x.Decision, x.Days)));
    }

    [Fact]
    public void the_report_tells_median_and_nine_in_ten_and_leaves_the_rule_out_of_the_days()
    {
        CurationVerdict Took(int days, string decision = "approved", AppliedRule? rule = null, params string[] reasons) =>
            new(decision, reasons, null, rule, Now.AddDays(-days), Now);
        var verdicts = Enumerable.Range(1, 10).Select(x => Took(x)).Append(Took(0, rule: new("named_maker", 0, new(1))))
            .Append(Took(11, "returned", null, "photo_dark", "size_missing")).Append(Took(12, "returned", null, "photo_dark"));
        var month = Assert.Single(CurationReport.ByMonth(verdicts));
        Assert.Equal((new LocalMonth(2026, 11), 10, 2, 1), (month.Month, month.Approved, month.Returned, month.ByRule));
        Assert.Equal((6.5, 11), (month.MedianDays, month.NinetyPercentDays));
        Assert.Equal([new("photo_dark", 2), new ReasonCount("size_missing", 1)], month.Reasons);
    }

    [Fact]
    public void a_decision_before_midnight_in_lombok_counts_in_the_old_month()
    {
        var late = new DateTimeOffset(2026, 10, 31, 15, 59, 0, TimeSpan.Zero);
        CurationVerdict At(DateTimeOffset at) => new("approved", [], null, null, at, at);
        Assert.Equal([new(2026, 11), new LocalMonth(2026, 10)], CurationReport.ByMonth([At(late), At(late.AddMinutes(1))])
            .Select(x => x.Month));
    }

    [Fact]
    public void longer_than_the_rule_allows_is_overdue()
    {
        Assert.False(CurationRules.Initial.IsOverdue(Now.AddDays(-3), Now));
        Assert.True(CurationRules.Initial.IsOverdue(Now.AddDays(-3).AddSeconds(-1), Now));
    }
}
