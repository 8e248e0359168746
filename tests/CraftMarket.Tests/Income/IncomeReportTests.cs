using System.Net.Http.Json;
using System.Text.Json;
using CraftMarket.Kernel;
using CraftMarket.Kernel.Facts;
using CraftMarket.Tests.Training;
using CraftMarket.Training.Participants;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace CraftMarket.Tests.Income;

public sealed class IncomeReportTests(RunningMarket market) : IDisposable
{
    private readonly Field _field = new(market);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private static readonly DateOnly Today = LocalMonth.DayOf(TimeProvider.System.GetUtcNow());
    private static readonly string Month = LocalMonth.Of(Today).ToString();

    [Fact]
    public async Task a_batch_of_five_shows_its_income_and_a_batch_of_four_shows_none()
    {
        var programme = await _field.Programme();
        var (five, four) = (await _field.Batch(programme), await _field.Batch(programme));
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Graduate(five, 400_000 + i * 100_000)));
        foreach (var _ in Enumerable.Range(0, 4)) await Graduate(four, 900_000);
        var artisans = people.Select(x => Welcome.ArtisanOf(new(x))).ToArray();
        // The artisans are welcomed last, and refunds lie before their sales: order must not matter.
        foreach (var artisan in artisans)
        {
            var part = new SellerOrderId(Guid.NewGuid());
            var settled = new PartDelivered(part, new(Guid.NewGuid()), artisan, PaymentMethod.Card, new(3_000_000),
                new(20_000), new(150_000), [], null, Today);
            var refunded = new SellerOrderRefunded(new(Guid.NewGuid()), part, settled.OrderId, artisan, new(500_000),
                true, Today);
            await market.Happened(refunded, settled);
        }

        foreach (var (person, artisan) in people.Zip(artisans))
            await market.Happened(new ArtisanWelcomed(artisan, new(person), Regions.Semoyang));

        var group = await Report("batch", five, x => x.GetProperty("marketplace") is { ValueKind: JsonValueKind.Number } sum
            && sum.GetInt64() == 5 * 2_370_000
            && x.GetProperty("answered").GetInt32() == 5);
        Assert.False(group.GetProperty("suppressed").GetBoolean());
        Assert.Equal((5, 5, 0), (group.GetProperty("people").GetInt32(), group.GetProperty("answered").GetInt32(),
            group.GetProperty("missing").GetInt32()));
        Assert.Equal(600_000, group.GetProperty("medianNetBefore").GetInt64());
        Assert.Equal(2_350_000, group.GetProperty("medianNetNow").GetInt64());
        var line = group.GetProperty("line");
        Assert.Equal(("52.02", "2025-03-01", 568_910),
            (line.GetProperty("area").GetString(), line.GetProperty("date").GetString(), line.GetProperty("amount").GetInt64()));

        var hidden = await Report("batch", four, _ => true);
        Assert.True(hidden.GetProperty("suppressed").GetBoolean());
        Assert.Equal(["group", "suppressed"], hidden.EnumerateObject().Select(x => x.Name).ToArray());
        foreach (var by in new[] { "village", "skill", "mode", "programme" })
            Assert.NotEmpty((await Field.Ok(await _field.Office.GetAsync($"/api/v1/reports/income?groupBy={by}", Stop)))
                .GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task a_report_that_makes_no_sense_is_refused()
    {
        async Task<string?> Ask(string query) =>
            await Field.Code(await _field.Office.GetAsync($"/api/v1/reports/income?{query}", Stop),
            System.Net.HttpStatusCode.UnprocessableEntity);
        Assert.Equal("unknown_group", await Ask("groupBy=name"));
        Assert.Equal("month_invalid", await Ask("from=2026-13"));
        Assert.Equal("month_invalid", await Ask("from=2026-01-32"));
        Assert.Equal("period_invalid", await Ask("from=2026-05&to=2026-01"));
    }

    [Fact]
    public async Task what_under_five_people_share_is_null_in_a_group_that_is_told_and_a_day_stands_for_its_month()
    {
        var batch = await _field.Batch(await _field.Programme());
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Graduate(batch, 500_000)));
        await market.Happened(new ArtisanWelcomed(Welcome.ArtisanOf(new(people[0])), new(people[0]), Regions.Semoyang));
        var items = (await Field.Ok(await _field.Office.GetAsync($"/api/v1/reports/income?from={Month}-01&to={Month}-28", Stop)))
            .GetProperty("items");
        var group = items.EnumerateArray().Single(x => x.GetProperty("group").GetProperty("id").GetString() == batch.ToString());
        Assert.Equal(500_000, group.GetProperty("medianNetBefore").GetInt64());
        Assert.Equal(JsonValueKind.Null, group.GetProperty("medianNetNow").ValueKind);
        Assert.Contains("medianNetNow", group.GetProperty("hidden").EnumerateArray().Select(x => x.GetString()));
    }

    private async Task<Guid> Graduate(Guid batch, long netIncome)
    {
        var person = await _field.VerifiedParticipant();
        await Field.Ok(await _field.Office.PostAsJsonAsync($"/api/v1/participants/{person}/baseline", new
        {
            month = "2026-01", netIncome, sources = new[] { new { kind = "buruh tani", amount = netIncome } },
            household = new[] { new { birthYear = 1985, earns = true }, new { birthYear = 1987, earns = false } },
        }, Stop));
        await Field.Ok(await _field.Companion.PutAsJsonAsync($"/api/v1/participants/{person}/consents/income",
            new { given = true }, Stop));
        await Field.Ok(await _field.Enrol(batch, person));
        await Field.Ok(await _field.Complete(batch, person));
        return person;
    }


    private Task<JsonElement> Report(string groupBy, Guid group, Func<JsonElement, bool> ready) => Eventually(async () =>
    {
        var report = await Field.Ok(
            await _field.Office.GetAsync($"/api/v1/reports/income?groupBy={groupBy}&from={Month}&to={Month}", Stop));
        var row = report.GetProperty("items").EnumerateArray()
            .FirstOrDefault(x => x.GetProperty("group").GetProperty("id").GetString() == $"{group}");
        return row.ValueKind == JsonValueKind.Object && ready(row) ? row : null;
    });

    internal static async Task<JsonElement> Eventually(Func<Task<JsonElement?>> look) =>
        (await Patience.Until(look, x => x is not null))!.Value;

    public void Dispose() => _field.Dispose();
}
