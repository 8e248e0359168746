using System.Net.Http.Json;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CraftMarket.Income.Reports;
using CraftMarket.Kernel;
using CraftMarket.Tests.Income;
using CraftMarket.Tests.People;
using CraftMarket.Tests.Training;
using CraftMarket.Training.Participants;
using CraftMarket.Workflows;
namespace CraftMarket.Tests;

/// <summary>The report's page: the same figures as the interface, a picture, and what they do not say.</summary>
public sealed class ReportPageTests(RunningMarket market) : IDisposable
{
    private readonly Field _field = new(market);
    private readonly Reader _office = new(market, "staff");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_page_shows_what_the_interface_says_and_hides_what_it_hides()
    {
        var programme = await _field.Programme();
        var (five, four) = (await _field.Batch(programme, name: "Angkatan lima"),
            await _field.Batch(programme, name: "Angkatan empat"));
        for (var i = 0; i < 5; i++) await Graduate(five, 400_000 + i * 100_000);
        for (var i = 0; i < 4; i++) await Graduate(four, 900_000);
        var (told, hidden) = await Told(five, four);
        Assert.True(hidden.GetProperty("suppressed").GetBoolean());

        await _office.Open("/kantor/laporan?groupBy=batch");
        var row = Row(five);
        Assert.Equal(told.GetProperty("people").GetRawText(), Cell(row, "people"));
        Assert.Equal(told.GetProperty("withBaseline").GetRawText(), Cell(row, "with-baseline"));
        Assert.Equal(new Rupiah(told.GetProperty("medianNetBefore").GetInt64()).ToString(), Cell(row, "before"));
        // Nobody sold: what is hidden there is a dash here.
        var now = _office.Page.QuerySelector($"[data-group-now='{five}']")!;
        Assert.Equal(told.GetProperty("observed").GetRawText(), Cell(now, "observed"));
        foreach (var (member, cell) in new[] { ("medianNetNow", "now"), ("marketplace", "marketplace") })
            Assert.Equal((JsonValueKind.Null, "–"), (told.GetProperty(member).ValueKind, Cell(now, cell)));
        Assert.NotNull(Row(four).QuerySelector("[data-test=suppressed]"));
        Assert.DoesNotContain("Rp", Row(four).TextContent, StringComparison.Ordinal);
        Assert.Contains("Angkatan lima", _office.Page.QuerySelector("svg.chart")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Angkatan empat", _office.Page.QuerySelector("svg.chart")!.TextContent, StringComparison.Ordinal);
        Assert.All(IncomeReport.Caveats, x =>
            Assert.Contains(x.Indonesian, _office.Find("caveats").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("from=2026-13", "from-wrong")]
    [InlineData("groupBy=name", "groupBy-wrong")]
    public async Task a_question_that_makes_no_sense_is_answered_at_its_field(string query, string wrong)
    {
        await _office.Open($"/kantor/laporan?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, _office.Status);
        Assert.NotNull(_office.Page.GetElementById(wrong));
    }

    private IElement Row(Guid batch) => _office.Page.QuerySelector($"[data-group='{batch}']")!;

    private static string Cell(IElement row, string test) => row.QuerySelector($"[data-test={test}]")!.TextContent;

    private async Task Graduate(Guid batch, long netIncome)
    {
        var person = await _field.VerifiedParticipant();
        await Field.Ok(await _field.Office.PostAsJsonAsync($"/api/v1/participants/{person}/baseline", new
        {
            month = "2026-01", netIncome, sources = Array.Empty<object>(),
            household = new[] { new { birthYear = 1985, earns = true } },
        }, Stop));
        await Field.Ok(await _field.Companion.PutAsJsonAsync($"/api/v1/participants/{person}/consents/income",
            new { given = true }, Stop));
        await Field.Ok(await _field.Enrol(batch, person));
        await Field.Ok(await _field.Complete(batch, person));
        await market.Send(new WelcomeArtisan(new(person)));
    }

    /// <summary>The two rows as the interface tells them, once all facts have arrived.</summary>
    private async Task<(JsonElement, JsonElement)> Told(Guid five, Guid four)
    {
        JsonElement? other = null;
        var told = await IncomeReportTests.Eventually(async () =>
        {
            var report = await Field.Ok(await _field.Office.GetAsync("/api/v1/reports/income?groupBy=batch", Stop));
            JsonElement? Of(Guid id) => report.GetProperty("items").EnumerateArray()
                .Where(x => x.GetProperty("group").GetProperty("id").GetString() == $"{id}")
                .Select(x => (JsonElement?)x).FirstOrDefault();
            other = Of(four);
            return other is not null && Of(five) is { } row && row.TryGetProperty("answered", out var answered)
                && answered.GetInt32() == 5 ? row : null;
        });
        return (told, other!.Value);
    }

    public void Dispose()
    {
        _field.Dispose();
        _office.Dispose();
    }
}
