using CraftMarket.Income;
using CraftMarket.Income.Lines;
using CraftMarket.Income.Reports;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel;

namespace CraftMarket.Specs.Income;

public sealed class IncomeReportSpecs
{
    private static readonly LocalMonth September = new(2026, 9), October = new(2026, 10), November = new(2026, 11);
    private static readonly Period Autumn = new(October, November);

    [Fact]
    public void four_people_have_no_figures_and_five_do()
    {
        Assert.True(Report(People(0, 4)).Items.Single().Suppressed);
        Assert.Equal(5, Report(People(0, 5)).Items.Single().Figures?.Seats.Agreed);
    }

    [Fact]
    public void income_now_is_a_monthly_mean_over_the_whole_period()
    {
        var people = People(0, 5);
        var figures = Report(people, [.. people.Select((x, i) => Month(x, November, 200_000 * (i + 1)))]).Items.Single().Figures!;
        Assert.Equal(new Rupiah(300_000), figures.MedianNetNow);
        Assert.Equal(new Rupiah(3_000_000), figures.Marketplace);
        Assert.Equal(new Rupiah(500_000), figures.MedianNetBefore);
    }

    [Fact]
    public void a_month_outside_the_period_does_not_count()
    {
        var people = People(0, 5);
        var months = people.SelectMany(x => new[] { Month(x, September, 900_000), Month(x, October, 100_000) }).ToArray();
        Assert.Equal(new Rupiah(500_000), Report(people, months).Items.Single().Figures!.Marketplace);
    }

    [Fact]
    public void who_sells_nothing_yet_is_missing_and_not_zero()
    {
        var people = People(0, 7).Select((x, i) => i < 6 ? x : x with { ArtisanId = null }).ToArray();
        var figures = Report(people).Items.Single().Figures!;
        Assert.Equal((7, 6, 1), (figures.Seats.Agreed, figures.Answered, figures.Missing));
    }

    [Fact]
    public void a_figure_that_four_people_make_is_hidden_by_its_name_even_in_a_group_of_five()
    {
        var people = People(0, 5).Select((x, i) => i < 4 ? x : x with { Told = null }).ToArray();
        var figures =
            Report(people,
            [.. people.Select(x => Month(x, November, 100_000) with { Said = new(50_000) }).Skip(1)
            .Append(Month(people[0], November, 100_000))]).Items.Single().Figures!;
        Assert.Null(figures.MedianNetBefore);
        Assert.Null(figures.OffPlatform.Said);
        Assert.Equal(new Rupiah(500_000), figures.Marketplace);
        Assert.Equal(["offPlatform.said", "offPlatform.seen", "offPlatform.receipt", "materialCost", "costUnknown",
            "medianNetBefore"], figures.Hidden);
    }

    [Fact]
    public void a_group_of_which_every_amount_is_hidden_tells_its_people_alone()
    {
        var row = Report([.. People(0, 5).Select(x => x with { Told = null })]).Items.Single();
        Assert.True(row.Suppressed);
        Assert.Equal(5, row.Figures?.Seats.Agreed);
    }

    [Fact]
    public void who_did_not_agree_or_was_not_asked_is_in_no_figure_but_that_count()
    {
        var people = People(0, 8);
        var months = people.Select(x => Month(x, November, 100_000)).ToArray();
        var consents = people.Select((x, i) => new IncomeConsent(x.PersonId.Value, x.PersonId, i < 6)).Take(7);
        var report = Report(people, months, consents: consents);
        var figures = report.Items.Single().Figures!;
        Assert.Equal((new Seats(6, 1, 1), new Seats(6, 1, 1)), (figures.Seats, report.Seats));
        Assert.Equal((6, 6, new Rupiah(600_000)), (figures.WithBaseline, figures.Observed, figures.Marketplace!.Value));
    }

    [Fact]
    public void two_reports_that_differ_by_a_month_do_not_tell_what_one_person_sold_in_it()
    {
        var people = People(0, 6);
        ArtisanMonth[] months = [.. people.Select(x => Month(x, October, 100_000)), Month(people[0], November, 777_000)];
        Assert.NotNull(Report(people, months, period: new(October, October)).Items.Single().Figures!.Marketplace);
        Assert.Null(Report(people, months, period: Autumn).Items.Single().Figures!.Marketplace);
    }

    [Fact]
    public void the_line_is_that_of_the_village_and_of_the_time_of_the_baseline()
    {
        var figures = Report(People(0, 5)).Items.Single().Figures!;
        Assert.Equal(("52.02", new LocalMonth(2025, 3)), (figures.Line!.Area, figures.Line.Month));
    }

    [Fact]
    public void somebody_in_two_batches_counts_once_by_skill_and_two_batches_of_the_same_people_have_no_total()
    {
        var people = People(0, 5).Select(x => x with { Batches = [Batch(0), Batch(1)] }).ToArray();
        var batches = Report(people);
        Assert.Equal(2, batches.Items.Count);
        Assert.Null(batches.Total);
        var skill = Report(people, grouping: IncomeGrouping.Skill);
        Assert.Equal(5, skill.Items.Single().Figures!.Seats.Agreed);
        Assert.NotNull(skill.Total?.Figures);
    }

    [Fact]
    public void a_baseline_from_outside_the_six_months_before_the_first_day_is_no_income_before()
    {
        var people = People(0, 5);
        var told = people[0].Told!;
        Livelihood With(string month, long net) =>
            told.After(told.Baseline! with { Month = Parse(month), NetIncome = new(net) });
        // The batch begins on 8 July 2026.
        foreach (var (month, counts) in new[] { ("2026-01", true), ("2026-06", true), ("2025-12", false), ("2026-07", false),
            ("2026-11", false) })
            Assert.Equal(counts, (With(month, 1_000_000) with { Baselines = [told.Baseline! with { Month = Parse(month) }] })
                .NetBefore(First) is not null);
        // A late answer does not push out the one in time, and of two in time the mean counts.
        Assert.Equal(500_000, With("2026-09", 9_000_000).NetBefore(First)!.Net);
        Assert.Equal(600_000, With("2026-02", 700_000).NetBefore(First)!.Net);
        Assert.Equal(700_000, With("2026-01", 700_000).NetBefore(First)!.Net);
        Assert.Null((people[0] with { Told = null }).NetBefore(First));
    }

    [Fact]
    public void a_sale_that_nobody_can_have_made_counts_nowhere()
    {
        var people = People(0, 5);
        var absurd = new OffPlatformSaleReported(people[0].ArtisanId!.Value, November, null, new(9_000_000_000_000_000_000), null,
            SaleProof.Said, null, "account-1", false);
        var month = ArtisanMonth.Of(absurd.ArtisanId, November);
        Assert.Equal(month, month.After(absurd).After(absurd));
        // Added up by an older version: the month is left out until it is added up again.
        ArtisanMonth[] months = [month with { Said = absurd.Amount, Seen = absurd.Amount, Sales = 2 }, .. people.Skip(1)
            .Select(x => Month(x, November, 100_000))];
        Assert.Null(Report(people, months).Items.Single().Figures!.Marketplace);
    }

    [Theory]
    [InlineData(new long[] { 1, 2 }, 1.5)]
    [InlineData(new long[] { 3, 1, 2 }, 2)]
    [InlineData(new long[] { 7 }, 7)]
    public void a_median_between_two_is_their_mean(long[] amounts, double median) =>
        Assert.Equal((decimal)median, Median.Of([.. amounts.Select(x => (decimal)x)]));

    [Theory]
    [InlineData(602_499, 600_000)]
    [InlineData(602_500, 605_000)]
    [InlineData(-602_500, -605_000)]
    public void a_median_is_told_in_steps_of_five_thousand(long amount, long told) =>
        Assert.Equal(new Rupiah(told), Median.Rounded([amount]));

    [Fact]
    public void a_total_never_gives_a_small_group_away_by_subtraction()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        foreach (var sizes in Enumerable.Range(0, 300)
            .Select(_ => Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(1, 9)).ToArray()))
        {
            var report = Report([.. sizes.SelectMany((size, batch) => People(batch, size))]);
            if (report.Total?.Figures?.MedianNetBefore is null) continue;
            var left = report.Total.Figures.Seats.Agreed - report.Items.Where(x => x.Figures?.MedianNetBefore is not null)
                .Sum(x => x.Figures!.Seats.Agreed);
            Assert.True(left is 0 or >= 5, $"seed {seed}: {string.Join(",", sizes)}");
        }
    }

    [Fact]
    public void an_amount_of_everybody_stands_where_nothing_is_hidden_and_not_beside_one_hidden_group()
    {
        Assert.NotNull(Report([.. People(0, 5), .. People(1, 6)]).Total?.Figures?.MedianNetBefore);
        Assert.Null(Report([.. People(0, 9), .. People(1, 4)]).Total?.Figures?.MedianNetBefore);
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

    private static readonly DateOnly First = new(2026, 7, 8);

    private static LocalMonth Parse(string month) => LocalMonth.TryParse(month, out var read) ? read
        : throw new FormatException(month);

    private static BatchId Batch(int number) => new(NewId.For("batch", $"{number}"));

    private static ProgrammePerson[] People(int batch, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var person = new PersonId(NewId.For("person", $"{batch}", $"{i}"));
        var baseline = new BaselineRecorded(person, Regions.Semoyang, new(2026, 1), new(500_000), [], 2, 1, "companion-1");
        return new ProgrammePerson(person, Regions.Semoyang, new(NewId.For("artisan", $"{person.Value}")), [Batch(batch)],
            new(Livelihood.IdOf(person), person, baseline));
    })];

    private static ArtisanMonth Month(ProgrammePerson person, LocalMonth month, long goods) =>
        ArtisanMonth.Of(person.ArtisanId!.Value, month) with { Goods = new(goods), Sales = 1 };

    private static IncomeReport Report(ProgrammePerson[] people, ArtisanMonth[]? months = null,
        IncomeGrouping grouping = IncomeGrouping.Batch, Period? period = null, IEnumerable<IncomeConsent>? consents = null) =>
        IncomeReport.Of(grouping, period ?? Autumn, people, consents
            ?? people.Select(x => new IncomeConsent(x.PersonId.Value, x.PersonId, true)),
            people.SelectMany(x => x.Batches).Distinct().Select(x =>
                new ReportedBatch(x, new(x, $"Angkatan {x.Value}", new(Guid.Empty), "Perajin Semoyang", "kerajinan", "inClass",
                    First, First, null, null, null, 30))), months ?? [], PublishedLines.All);
}
