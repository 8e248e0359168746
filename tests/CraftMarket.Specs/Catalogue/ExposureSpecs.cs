using CraftMarket.Catalogue;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Specs.Catalogue;

public sealed class ExposureSpecs
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly ArtisanId Sahnun = new(Guid.Parse("01900000-0000-7000-8000-0000000000a1"));

    [Fact]
    public void shares_are_parts_of_all_views_and_sales()
    {
        var report = ExposureReport.Of([Of(1, 30, 100_000), Of(2, 10, 300_000), Of(3, 0, 0)], false);
        Assert.Equal((40, 400_000), (report.Views, report.Sales));
        Assert.Equal([0.75, 0.25, 0], report.Rows.Select(x => x.ViewShare));
        Assert.Equal([0.25, 0.75, 0], report.Rows.Select(x => x.SalesShare));
    }

    [Fact]
    public void the_top_tenth_is_who_has_most_of_each()
    {
        // Twenty makers: two are a tenth. The most seen are not those who sell most.
        var report = ExposureReport.Of([.. Enumerable.Range(1, 20).Select(x => Of(x, x <= 2 ? 50 : 1, x >= 19 ? 1_000 : 0))],
            false);
        Assert.Equal(new(2, 0.1, Math.Round(100 / 118.0, 4), 1), report.TopTenth);
        Assert.Equal(0.1, ExposureReport.Of([.. Enumerable.Range(1, 20).Select(x => Of(x, 7, 0))], false).TopTenth.ViewShare);
    }

    [Fact]
    public void a_village_has_what_its_makers_have()
    {
        var report = ExposureReport.Of([Of(1, 5, 0), Of(2, 5, 0),
            Of(3, 10, 0) with { Village = RegionCode.Parse("52.02.06.2008") }], true);
        Assert.Equal([("Ganti", 1, 0.5), ("Semoyang", 2, 0.5)], report.Rows.Select(x => (x.Name, x.Makers, x.ViewShare)));
    }

    [Fact]
    public void a_maker_with_more_refunds_than_sales_takes_nothing_from_the_others() =>
        Assert.Equal([1, 0], ExposureReport.Of([Of(1, 0, 100), Of(2, 0, -50)], false).Rows.Select(x => x.SalesShare));

    [Fact]
    public void nobody_seen_and_nothing_sold_is_no_division_by_nothing() =>
        Assert.Equal(new(0, 0, 0, 0), ExposureReport.Of([], false).TopTenth);

    [Fact]
    public void without_days_it_is_about_the_last_thirty() =>
        Assert.Equal(new ExposureQuestion(new(2026, 10, 25), Today, false), ExposureQuestion.Ask(null, null, "", Today));

    [Fact]
    public void thirty_days_before_the_first_day_of_the_calendar_begin_with_it() =>
        Assert.Equal(new ExposureQuestion(DateOnly.MinValue, DateOnly.MinValue, false),
            ExposureQuestion.Ask(null, null, "0001-01-01", Today));

    [Theory]
    [InlineData("name", null, null, "unknown_grouping", "groupBy")]
    [InlineData(null, "2026-13-01", null, "day_unreadable", "from")]
    [InlineData(null, null, "besok", "day_unreadable", "to")]
    [InlineData("village", "2026-11-02", "2026-11-01", "days_reversed", "from")]
    public void a_question_that_makes_no_sense_is_refused_at_its_field(string? groupBy, string? from, string? to, string code,
        string field)
    {
        var refusal = Assert.IsType<Refusal>(ExposureQuestion.Ask(groupBy, from, to, Today));
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    private static MakerExposure Of(int maker, long views, long sales) =>
        new(new(NewId.For("maker", $"{maker}")), $"Perajin {maker:00}", Regions.Semoyang, 1, views, sales);
}
