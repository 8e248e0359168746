using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;

namespace CraftMarket.Web.Storefront;

/// <summary>How looks and sales are spread over makers and villages.</summary>
internal static class ExposureApi
{
    public static void MapExposure(this IEndpointRouteBuilder api) =>
        api.MapGet("/reports/exposure", Show).RequireAuthorization(Policies.Staff).WithName("ExposureReport")
            .WithSummary("Share of views and sales by maker or village from one day to another, and what the top tenth of "
                + "makers has of them")
            .Produces<Exposure>().ProducesProblem(422);

    private static async Task<IResult> Show(HttpContext http, ReadExposure exposure, TimeProvider clock, string? groupBy = null,
        string? from = null, string? to = null)
    {
        var answer = ExposureQuestion.Ask(groupBy, from, to, LocalMonth.DayOf(clock.GetUtcNow()));
        if (answer is not ExposureQuestion asked) return answer.Reply(http, () => Results.Ok());
        var report = await exposure.Run(asked, http.RequestAborted);
        return Results.Ok(new Exposure(asked.ByVillage ? "village" : "maker", asked.From, asked.To,
            [.. report.Rows.Select(x =>
                new Row(new(x.Id, x.Name), x.Makers, x.Goods, x.Views, x.ViewShare, x.Sales, x.SalesShare))],
            report.Rows.Count, 1, Math.Max(1, report.Rows.Count), report.Views, report.Sales, report.TopTenth,
            [.. ExposureReport.Caveats.Select(x => x.In(Language.Of(http)))]));
    }

    internal sealed record Exposure(string GroupBy, DateOnly From, DateOnly To, IReadOnlyList<Row> Items, int Total, int Page,
        int PageSize, long Views, long Sales, TopTenth TopTenth, IReadOnlyList<string> Caveats);

    internal sealed record Row(Group Group, int Makers, int Products, long Views, double ViewShare, long Sales,
        double SalesShare);

    internal sealed record Group(string Id, string Name);
}
