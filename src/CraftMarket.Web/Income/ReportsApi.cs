using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CraftMarket.Income.Lines;
using CraftMarket.Income.Reports;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Income;

/// <summary>The office's reports on income.</summary>
internal static class ReportsApi
{
    public static void MapReports(this IEndpointRouteBuilder api) =>
        api.MapGet("/reports/income", Income).RequireAuthorization(Policies.Staff).WithName("IncomeReport")
            .WithSummary("Income before the training, and sales now, by batch, village, skill, mode or programme; an amount "
                + "needs five people who contribute to it")
            .Produces<Report>().ProducesProblem(422);

    /// <param name="Seats">Everybody with a seat in a batch, by consent: who did not agree, or was not asked, is in no
    /// figure.</param>
    internal sealed record Report(string GroupBy, string From, string To, IReadOnlyList<Row> Items, int Total, int Page,
        int PageSize, Seats Seats, IReadOnlyList<string> Caveats);

    internal sealed record Group(string Id, string Name);

    internal sealed record Line(string Area, string AreaName, string Date, long Amount);

    internal sealed record Sums(long? Said, long? Seen, long? Receipt);

    /// <summary>One group; without figures when fewer than five people of it agreed. What the gate hides is null, with its name
    /// in <c>hidden</c>.</summary>
    internal sealed record Row(Group Group, bool Suppressed)
    {
        [JsonIgnore] public GroupFigures? Known { get; init; }
        public int? People => Known?.Seats.Agreed;
        public int? NotAgreed => Known?.Seats.NotAgreed;
        public int? NotAsked => Known?.Seats.NotAsked;
        public int? Answered => Known?.Answered;
        public int? Missing => Known?.Missing;
        public int? WithBaseline => Known?.WithBaseline;
        public int? Observed => Known?.Observed;
        public long? Marketplace => Known?.Marketplace?.Amount;
        public Sums? OffPlatform => Known is { OffPlatform: var x } ? new(x.Said?.Amount, x.Seen?.Amount, x.Receipt?.Amount)
            : null;
        public long? MaterialCost => Known?.MaterialCost?.Amount;
        public int? CostUnknown => Known?.CostUnknown;
        public long? MedianNetBefore => Known?.MedianNetBefore?.Amount;
        public long? MedianNetNow => Known?.MedianNetNow?.Amount;
        public Line? Line => LineOf(Known?.Line);
        public IReadOnlyList<Line?>? Lines => Known?.Lines.Select(LineOf).ToArray();
        public Line? ExtremeLine => LineOf(Known?.ExtremeLine);
        public IReadOnlyList<string>? Hidden => Known?.Hidden;
    }

    private static async Task<IResult> Income(string? groupBy, string? from, string? to, IQuerySession session,
        TimeProvider clock, HttpContext http)
    {
        var answer = ReadIncomeReport.Ask(groupBy, from, to, clock.GetUtcNow());
        if (answer is not ReadIncomeReport.Asked asked) return answer.Reply(http, () => Results.Ok());
        var report = await ReadIncomeReport.Run(session, asked, http.RequestAborted);
        var language = Language.Of(http);
        return Results.Json(new Report(groupBy ?? "batch", $"{asked.Period.From}", $"{asked.Period.To}",
            [.. report.Items.Select(x =>
                new Row(new(x.Group.Id, x.Group.Name.In(language)), x.Suppressed) { Known = x.Figures })],
            report.Items.Count, 1, Math.Max(report.Items.Count, 1), report.Seats,
            [.. IncomeReport.Caveats.Select(x => x.In(language))]), WithoutGaps);
    }

    /// <summary>Of a group too small nothing is told, not even which figures there are; of others every figure is there, one that
    /// few people share as null.</summary>
    private static readonly JsonSerializerOptions WithoutGaps = new(JsonSerializerOptions.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(type =>
        {
            if (type.Type != typeof(Row)) return;
            foreach (var figure in type.Properties) figure.ShouldSerialize = (row, value) => value is not null
                || ((Row)row).Known is not null;
        }),
    };

    private static Line? LineOf(PovertyLine? line) => line is null ? null : new(line.Area,
        RegionCode.TryParse(line.Area, out var area) ? Regions.NameOf(area) : "Indonesia",
        line.Month.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        (long)Math.Round(line.Amount, MidpointRounding.AwayFromZero));
}
