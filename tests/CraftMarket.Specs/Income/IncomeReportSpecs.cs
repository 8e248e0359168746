using CraftMarket.Income;
using CraftMarket.Income.Lines;
using CraftMarket.Income.Reports;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel;

namespace CraftMarket.Specs.Income;

public sealed class IncomeReportSpecs
{
    private static readonly LocalMonth October = new(2026, 10), November = new(2026, 11);
    private static readonly Period Autumn = new(October, November);

    [Fact]
    public void four_people_have_no_figures_and_five_do()
    {
        Assert.True(Report(People(0, 4)).Items.Single().Suppressed);
        Assert.Equal(5, Report(People(0, 5)).Items.Single().Figures?.People);
    }

    [Fact]
    public void income_now_is_a_monthly_mean_over_the_whole_period()
    {
        var people = People(0, 5);
        var figures = Report(people, [.. people.Select((x, i) => Month(x, November, 200_000 * (i + 1)))]).Items.Single().Figures!;
        Assert.Equal(new Rupiah(300_000), figures.MedianNetNow);
        Assert.Equal(new Rupiah(3_000_000), figures.Marketplace);
        Assert.Equal(new Rupiah(500_000), figures.MedianNetBefore);
        Assert.Equal(new Rupiah(-200_000), figures.MedianNetChange);
    }

    [Fact]
    public void a_month_outside_the_period_does_not_count()
    {
        var people = People(0, 5);
        Assert.Equal(Rupiah.Zero, Report(people, [Month(people[0], new(2026, 9), 1_000_000)]).Items.Single().Figures!.Marketplace);
    }

    [Fact]
    public void who_sells_nothing_yet_is_missing_and_not_zero()
    {
        var people = People(0, 7).Select((x, i) => i < 6 ? x : x with { ArtisanId = null }).ToArray();
        var figures = Report(people).Items.Single().Figures!;
        Assert.Equal((7, 6, 1), (figures.People, figures.Answered, figures.Missing));
    }

    [Fact]
    public void a_median_of_four_people_is_not_told_even_in_a_group_of_five()
    {
        var people = People(0, 5).Select((x, i) => i < 4 ? x : x with { Baseline = null }).ToArray();
        var figures = Report(people).Items.Single().Figures!;
        Assert.Null(figures.MedianNetBefore);
        Assert.Null(figures.AbovePovertyLine);
        Assert.NotNull(figures.MedianNetNow);
    }

    [Fact]
    public void the_household_shares_the_income_before_it_is_held_against_the_line()
    {
        // Two in each household; the line of Lombok Tengah is Rp568.910 a head.
        var people = People(0, 5);
        var months = new[] { Month(people[0], November, 2 * 2 * 568_910), Month(people[1], November, 2 * 2 * 568_910 - 2) };
        var figures = Report(people, months).Items.Single().Figures!;
        Assert.Equal(1, figures.AbovePovertyLine);
        Assert.Equal(2, figures.AboveExtremeLine);
        Assert.Equal(("52.02", new LocalMonth(2025, 3)), (figures.Line!.Area, figures.Line.Month));
    }

    [Fact]
    public void somebody_in_two_batches_counts_once_by_skill_and_in_both_by_batch()
    {
        var people = People(0, 5).Select(x => x with { Batches = [Batch(0), Batch(1)] }).ToArray();
        Assert.Equal(2, Report(people).Items.Count);
        Assert.Equal(5, Report(people, grouping: IncomeGrouping.Skill).Items.Single().Figures!.People);
    }

    [Theory]
    [InlineData(new long[] { 1, 2 }, 2)]
    [InlineData(new long[] { 3, 1, 2 }, 2)]
    [InlineData(new long[] { 7 }, 7)]
    public void a_median_between_two_is_rounded_away_from_zero(long[] amounts, long median) =>
        Assert.Equal(new Rupiah(median), Median.Of([.. amounts.Select(x => (decimal)x)]));

    [Fact]
    public void a_total_never_gives_a_small_group_away_by_subtraction()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        foreach (var sizes in Enumerable.Range(0, 300).Select(_ => Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(1, 9)).ToArray()))
        {
            var report = Report([.. sizes.SelectMany((size, batch) => People(batch, size))]);
            var shown = report.Items.Where(x => !x.Suppressed).Sum(x => x.Figures!.People);
            var hidden = report.Items.Count(x => x.Suppressed);
            if (report.Total?.Figures is not { } total) continue;
            var left = total.People - shown;
            Assert.True(left == 0 || (left >= 5 && hidden >= 2), $"seed {seed}: {string.Join(",", sizes)}");
        }
    }

    [Fact]
    public void a_total_stands_where_nothing_is_hidden_and_not_beside_one_hidden_group()
    {
        Assert.NotNull(Report([.. People(0, 5), .. People(1, 6)]).Total?.Figures);
        Assert.Null(Report([.. People(0, 9), .. People(1, 4)]).Total);
    }

    [Theory]
    [InlineData("batch", "2026-01", "2026-11", null)]
    [InlineData(null, null, null, null)]
    [InlineData("name", null, null, "unknown_group")]
    [InlineData("1", null, null, "unknown_group")]
    [InlineData("village", "2026-1", null, "month_invalid")]
    [InlineData("village", "2026-12", "2026-11", "period_invalid")]
    public void a_report_is_asked_for_by_group_and_months(string? groupBy, string? from, string? to, string? code) =>
        Assert.Equal(code, (ReadIncomeReport.Ask(groupBy, from, to, new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)) as Refusal)?.Code);

    private static BatchId Batch(int number) => new(NewId.For("batch", $"{number}"));

    private static Livelihood[] People(int batch, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var person = new PersonId(NewId.For("person", $"{batch}", $"{i}"));
        var baseline = new BaselineRecorded(person, Regions.Semoyang, new(2026, 1), new(500_000), [], 2, 1, "companion-1");
        return new Livelihood(Livelihood.IdOf(person), person, Regions.Semoyang, baseline, new(NewId.For("artisan", $"{person.Value}")), [Batch(batch)], []);
    })];

    private static ArtisanMonth Month(Livelihood person, LocalMonth month, long goods) =>
        ArtisanMonth.Of(person.ArtisanId!.Value, month) with { Goods = new(goods), Sales = 1 };

    private static IncomeReport Report(Livelihood[] people, ArtisanMonth[]? months = null, IncomeGrouping grouping = IncomeGrouping.Batch) =>
        IncomeReport.Of(grouping, Autumn, people, people.SelectMany(x => x.Batches).Distinct().Select(x =>
            new Cohort(Cohort.IdOf(x), new(x, $"Angkatan {x.Value}", new(Guid.Empty), "Perajin Semoyang", "kerajinan", "inClass"))), months ?? [], PublishedLines.All);
}
