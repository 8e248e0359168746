using System.Text.Json.Serialization;
using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Curation;

/// <summary>What curation works by: reasons, figures, trusted makers; and how fast it is.</summary>
internal static class CurationSettingsApi
{
    public static void MapCurationSettings(this IEndpointRouteBuilder api)
    {
        api.MapGet("/reports/curation", Report).RequireAuthorization(Policies.CuratorOrStaff).WithName("curationReport")
            .WithSummary("Days from submission to decision by month: median, nine in ten; decisions and reasons counted.")
                .Produces<ReportReply>();
        api.MapGet("/curation/reasons", Reasons).RequireAuthorization(Policies.CuratorOrStaff).WithName("curationReasons")
            .WithSummary("The reasons that curators choose from.").Produces<ReasonList>();
        api.MapPut("/curation/reasons/{code}", Keep).RequireAuthorization(Policies.CuratorOrStaff).WithName("keepReason")
            .WithSummary("Adds a reason, changes its words, or brings a retired one back.").Produces(StatusCodes.Status200OK)
                .ProducesProblem(422);
        api.MapPost("/curation/reasons/{code}/retirement", Retire).RequireAuthorization(Policies.CuratorOrStaff)
            .WithName("retireReason")
            .WithSummary("Offers a reason no more.").Produces(StatusCodes.Status200OK).ProducesProblem(404);
        api.MapGet("/curation/rules", Rules).RequireAuthorization(Policies.CuratorOrStaff).WithName("curationRules")
            .WithSummary("When a product is overdue and whom the rule for trusted makers lets pass.").Produces<RulesBody>();
        api.MapPut("/curation/rules", ChangeRules).RequireAuthorization(Policies.CuratorOrStaff).WithName("changeCurationRules")
            .WithSummary("Sets these figures.").Produces(StatusCodes.Status200OK).ProducesProblem(422);
        api.MapPut("/artisans/{id:guid}/trust", Trust).RequireAuthorization(Policies.Curator).WithName("trustMaker")
            .WithSummary("Names a maker whose goods may be shown at once, or takes that back.").Produces(StatusCodes.Status200OK)
                .ProducesProblem(404);
    }

    private static async Task<IResult> Report(HttpContext http, IQuerySession session, TimeProvider clock)
    {
        var report = await CurationReport.Run(session, clock.GetUtcNow(), http.RequestAborted);
        return Results.Ok(new ReportReply([.. report.Months.Select(x =>
            new MonthReply($"{x.Month}", x.Approved + x.Returned, x.Approved, x.Returned,
            x.ByRule, Days(x.MedianDays), Days(x.NinetyPercentDays), x.Reasons))], report.Months.Count, 1, 12, report.Waiting,
            report.Overdue, report.OverdueDays));
    }

    private static double? Days(double? days) => days is { } known ? Math.Round(known, 2) : null;

    private static async Task<IResult> Reasons(HttpContext http, IQuerySession session)
    {
        ReasonTemplate[] known = [.. await session.Reasons(ReasonTemplate.Product, true, http.RequestAborted),
            .. await session.Reasons(ReasonTemplate.Review, true, http.RequestAborted)];
        return Results.Ok(new ReasonList([.. known.Select(x =>
            new ReasonReply(x.Id, x.About, Both(x.Name), Both(x.Why), Both(x.Advice), x.Retired))]));
    }

    private static async Task<IResult> Keep(HttpContext http, string code, ReasonBody body, Dispatch dispatch) =>
        (await dispatch.Send(
        new KeepReasonTemplate(code, body.About ?? ReasonTemplate.Product, Said(body.Name), Said(body.Why), Said(body.Advice))))
            .Reply(http, () => Results.Ok());

    private static async Task<IResult> Retire(HttpContext http, string code, Dispatch dispatch) =>
        (await dispatch.Send(new RetireReasonTemplate(code))).Reply(http, () => Results.Ok());

    private static async Task<IResult> Rules(HttpContext http, IQuerySession session)
    {
        var rules = await CurationRules.Load(session, http.RequestAborted);
        return Results.Ok(new RulesBody(rules.OverdueDays, rules.ApprovedInARow, rules.NamedMakers, rules.PriceCeiling.Amount,
            rules.SampleOneIn));
    }

    private static async Task<IResult> ChangeRules(HttpContext http, RulesBody body, Dispatch dispatch) => (await dispatch.Send(
        new ChangeCurationRules(body.OverdueDays, body.ApprovedInARow, body.NamedMakers, new(body.PriceCeiling),
            body.SampleOneIn))).Reply(http, () => Results.Ok());

    private static async Task<IResult> Trust(HttpContext http, Guid id, TrustBody body, Dispatch dispatch) =>
        (await dispatch.Send(new TrustMaker(new(id), body.Trusted))).Reply(http, () => Results.Ok());

    private static Wording Said(InTwoLanguages? words) => new(words?.Id?.Trim() ?? "", words?.En?.Trim() ?? "");

    private static InTwoLanguages Both(Wording words) => new(words.Indonesian, words.English);

    internal sealed record InTwoLanguages(string? Id, string? En);

    internal sealed record ReasonBody(string? About, InTwoLanguages? Name, InTwoLanguages? Why, InTwoLanguages? Advice);

    internal sealed record ReasonReply(string Code, string About, InTwoLanguages Name, InTwoLanguages Why, InTwoLanguages Advice,
        bool Retired);

    internal sealed record ReasonList(IReadOnlyList<ReasonReply> Items);

    internal sealed record RulesBody(int OverdueDays, int ApprovedInARow, bool NamedMakers, long PriceCeiling, int SampleOneIn);

    internal sealed record TrustBody([property: JsonRequired] bool Trusted);

    internal sealed record MonthReply(string Month, int Decisions, int Approved, int Returned, int ByRule, double? MedianDays,
        double? P90Days, IReadOnlyList<ReasonCount> Reasons);

    internal sealed record ReportReply(IReadOnlyList<MonthReply> Items, int Total, int Page, int PageSize, int Waiting,
        int Overdue, int OverdueDays);
}
