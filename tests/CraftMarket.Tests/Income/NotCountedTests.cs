using System.Net.Http.Json;
using System.Net;
using System.Text.Json;
using CraftMarket.Income.Sales;
using CraftMarket.Kernel.Facts;
using CraftMarket.Kernel;
using CraftMarket.Tests.People;
using CraftMarket.Tests.Training;
using CraftMarket.Training.Participants;
using CraftMarket.Workflows;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;
namespace CraftMarket.Tests.Income;

/// <summary>What must be in no figure of the income report, tried as an official or a curious reader would try it.</summary>
public sealed class NotCountedTests(RunningMarket market) : IDisposable
{
    private readonly Field _field = new(market);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private static readonly DateOnly Today = LocalMonth.DayOf(TimeProvider.System.GetUtcNow());
    private static readonly string Month = LocalMonth.Of(Today).ToString();

    [Fact]
    public async Task the_sale_of_somebody_who_said_no_changes_no_figure()
    {
        var batch = await _field.Batch(await _field.Programme());
        var sellers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Seller(batch, agrees: true)));
        var silent = await Seller(batch, agrees: false);
        foreach (var seller in sellers) await Sell(seller, 100_000);
        var before = await Until("batch", batch, x => Money(x, "marketplace") == 500_000);
        await Sell(silent, 7_000_000);
        await Settled(silent, 7_000_000);
        var after = await Row("batch", batch);
        Assert.Equal(before.GetRawText(), after.GetRawText());
        Assert.Equal((5L, 1L), (Money(after, "people"), Money(after, "notAsked")));
    }

    [Fact]
    public async Task who_takes_the_consent_back_is_gone_from_the_next_report_and_who_gives_it_again_is_back()
    {
        var batch = await _field.Batch(await _field.Programme());
        var sellers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Seller(batch, agrees: true)));
        foreach (var (seller, i) in sellers.Select((x, i) => (x, i))) await Sell(seller, i == 0 ? 130_000 : 100_000);
        await Until("batch", batch, x => Money(x, "marketplace") == 630_000);
        await Agree(sellers[0].Person, false);
        var without = await Row("batch", batch);
        Assert.Equal((5L, 500_000L), (Money(without, "people"), Money(without, "marketplace")));
        await Agree(sellers[0].Person, true);
        Assert.Equal(630_000, Money(await Row("batch", batch), "marketplace"));
    }

    [Fact]
    public async Task one_seller_among_five_seated_is_not_shown_as_the_batch()
    {
        var batch = await _field.Batch(await _field.Programme());
        var sellers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Seller(batch, agrees: true)));
        await Sell(sellers[0], 2_345_000);
        await Settled(sellers[0], 2_345_000);
        var row = await Until("batch", batch, x => Money(x, "observed") == 5);
        Assert.Null(Money(row, "marketplace"));
        Assert.Null(Money(row, "medianNetNow"));
        Assert.Contains("marketplace", row.GetProperty("hidden").EnumerateArray().Select(x => x.GetString()));
        Assert.DoesNotContain("2345000", row.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_programme_of_six_and_its_village_of_five_are_not_both_told()
    {
        var (five, one) = ("52.02.06.2006", "52.02.06.2014");
        var programme = await _field.Programme();
        var batch = await _field.Batch(programme);
        for (var i = 0; i < 5; i++) await Seated(batch, 400_000, five);
        await Seated(batch, 3_210_000, one);
        var whole = await Row("programme", programme);
        var village = await Row("village", five);
        var shown = new[] { whole, village }.Count(x => Money(x, "medianNetBefore") is not null);
        Assert.True(shown < 2, $"{whole}\n{village}");
    }

    [Fact]
    public async Task of_two_batches_that_differ_by_one_person_only_one_is_told()
    {
        var programme = await _field.Programme();
        var (first, second) = (await _field.Batch(programme), await _field.Batch(programme));
        for (var i = 0; i < 6; i++)
        {
            var person = await Seated(first, 500_000 + 100_000 * i);
            if (i > 0) await Field.Ok(await _field.Enrol(second, person));
        }

        var rows = new[] { await Row("batch", first), await Row("batch", second) };
        Assert.Single(rows, x => Money(x, "medianNetBefore") is not null);
    }

    [Fact]
    public async Task no_column_sets_all_income_before_against_sales_now()
    {
        var batch = await _field.Batch(await _field.Programme());
        for (var i = 0; i < 5; i++) await Sell(await Seller(batch, agrees: true), 50_000);
        var row = await Until("batch", batch, x => Money(x, "marketplace") == 250_000);
        Assert.Equal(500_000, Money(row, "medianNetBefore"));
        Assert.Equal(50_000, Money(row, "medianNetNow"));
        foreach (var gone in new[] { "medianNetChange", "abovePovertyLine", "aboveExtremeLine" })
            Assert.False(row.TryGetProperty(gone, out _), gone);
    }

    [Fact]
    public async Task a_sale_of_nine_quintillion_is_refused_and_an_old_one_breaks_no_report()
    {
        var batch = await _field.Batch(await _field.Programme());
        var sellers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Seller(batch, agrees: true)));
        using var artisan = market.As("artisan", ("artisan", $"{sellers[0].Artisan.Value}"));
        var absurd = await artisan.PostAsJsonAsync("/api/v1/sales/off-platform",
            new { month = Month, amount = 9_000_000_000_000_000_000, proof = "said" }, Stop);
        Assert.Equal("amount_too_large", await Field.Code(absurd, HttpStatusCode.UnprocessableEntity));

        // As older versions took them: two in one month, and more than a long holds together.
        await using (var session = market.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            for (var i = 0; i < 2; i++)
                session.Events.StartStream<OffPlatformSale>(Guid.CreateVersion7(),
                    new OffPlatformSaleReported(sellers[0].Artisan, LocalMonth.Of(Today), null,
                    new(9_000_000_000_000_000_000), null, SaleProof.Said, null, "account-1", false));
            await session.SaveChangesAsync(Stop);
        }

        foreach (var seller in sellers)
        {
            using var teller = market.As("artisan", ("artisan", $"{seller.Artisan.Value}"));
            await Field.Ok(await teller.PostAsJsonAsync("/api/v1/sales/off-platform",
                new { month = Month, amount = 80_000, proof = "said" }, Stop));
        }

        var row = await Until("batch", batch, x => x.TryGetProperty("offPlatform", out var outside)
            && Money(outside, "said") == 400_000);
        Assert.Equal(80_000, Money(row, "medianNetNow"));
        Assert.Equal(80_000, (await Field.Ok(await artisan.GetAsync("/api/v1/artisans/me/income", Stop)))
            .GetProperty("items")[0].GetProperty("said").GetInt64());
    }

    [Theory]
    [InlineData("1900-01", "month_too_early")]
    [InlineData("running", "month_running")]
    public async Task a_baseline_of_a_month_that_nobody_can_tell_about_is_refused(string month, string code)
    {
        var person = await _field.VerifiedParticipant();
        Assert.Equal(code, await Field.Code(await Baseline(person, 500_000, month == "running" ? Month : month),
            HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task a_baseline_from_after_the_first_day_is_kept_with_a_word_and_is_no_income_before()
    {
        var batch = await _field.Batch(await _field.Programme());
        var people = new List<Guid>();
        for (var i = 0; i < 6; i++) people.Add(await Seated(batch, 600_000));
        // The batch begins on 8 July 2026; a second answer about a later month must not push the first one out.
        var late = await Field.Ok(await Baseline(people[0], 9_000_000, "2026-08"));
        Assert.Equal("late_baseline", late.GetProperty("reason").GetString());
        Assert.NotEmpty(late.GetProperty("warning").GetString()!);
        Assert.Equal(JsonValueKind.Null, (await Field.Ok(await Baseline(people[1], 600_000, "2026-01"))).GetProperty("reason")
            .ValueKind);
        Assert.Equal("outside_window", (await Field.Ok(await Baseline(people[2], 100_000, "2025-01"))).GetProperty("reason")
            .GetString());

        var newcomer = await Seated(batch, 9_000_000, month: "2026-07");
        Assert.NotEqual(default, newcomer);
        var row = await Until("batch", batch, x => Money(x, "people") == 7);
        Assert.Equal((6L, 600_000L), (Money(row, "withBaseline"), Money(row, "medianNetBefore")));
    }

    private sealed record Selling(Guid Person, ArtisanId Artisan);

    private async Task<Selling> Seller(Guid batch, bool agrees)
    {
        var person = await Seated(batch, 500_000, agrees: agrees);
        await Field.Ok(await _field.Complete(batch, person));
        var welcome = new WelcomeArtisan(new(person));
        Assert.IsType<Done>(await market.Send(welcome));
        return new(person, welcome.ArtisanId);
    }

    private async Task<Guid> Seated(Guid batch, long netIncome, string village = "52.02.06.2003", bool agrees = true,
        string month = "2026-05")
    {
        var person = await _field.VerifiedParticipant(village);
        await Field.Ok(await Baseline(person, netIncome, month));
        await Field.Ok(await _field.Enrol(batch, person));
        if (agrees) await Agree(person, true);
        return person;
    }

    private Task<HttpResponseMessage> Baseline(Guid person, long netIncome, string month) =>
        _field.Companion.PostAsJsonAsync($"/api/v1/participants/{person}/baseline", new
        {
            month, netIncome, sources = new[] { new { kind = "buruh tani", amount = netIncome } },
            household = new[] { new { birthYear = 1985, earns = true } },
        }, Stop);

    private Task<HttpResponseMessage> Agree(Guid person, bool given) =>
        _field.Companion.PutAsJsonAsync($"/api/v1/participants/{person}/consents/income", new { given }, Stop);

    private Task Sell(Selling seller, long goods) =>
        market.Happened(new PartDelivered(new(Guid.NewGuid()), new(Guid.NewGuid()), seller.Artisan, PaymentMethod.Card,
            new(goods), default, default, [], null, Today));

    /// <summary>The sale has reached the artisan's own months, which everybody sees of themselves.</summary>
    private async Task Settled(Selling seller, long goods)
    {
        using var own = market.As("artisan", ("artisan", $"{seller.Artisan.Value}"));
        await IncomeReportTests.Eventually(async () => (await Field.Ok(await own.GetAsync("/api/v1/artisans/me/income", Stop)))
            .GetProperty("items") is var months
            && months.GetArrayLength() > 0 && months[0].GetProperty("marketplace").GetInt64() == goods ? months : null);
    }


    /// <summary>An amount or a count; null when it is not told.</summary>
    private static long? Money(JsonElement row, string figure) =>
        row.TryGetProperty(figure, out var amount) && amount.ValueKind == JsonValueKind.Number ? amount.GetInt64() : null;

    private async Task<JsonElement> Row(string groupBy, object group) => await Until(groupBy, group, _ => true);

    private Task<JsonElement> Until(string groupBy, object group, Func<JsonElement, bool> ready) =>
        IncomeReportTests.Eventually(async () =>
    {
        var report = await Field.Ok(
            await _field.Office.GetAsync($"/api/v1/reports/income?groupBy={groupBy}&from={Month}&to={Month}", Stop));
        var row = report.GetProperty("items").EnumerateArray()
            .FirstOrDefault(x => x.GetProperty("group").GetProperty("id").GetString() == $"{group}");
        return row.ValueKind == JsonValueKind.Object && ready(row) ? row : null;
    });

    public void Dispose() => _field.Dispose();
}
