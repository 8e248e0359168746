using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Marks;

/// <summary>The village mark: artisans ask for it, the office gives it, refuses it, takes it back.</summary>
internal static class MarksApi
{
    private static readonly Refusal UnknownDecision = Refusal.Invalid("unknown_decision",
        "Pilih setujui (approve) atau tolak (refuse).", "Choose approve or refuse.", "decision");

    private static readonly Refusal UnknownStatus = Refusal.Invalid("unknown_status",
        "Pilih waiting, given, refused, atau withdrawn.", "Choose waiting, given, refused or withdrawn.", "status");

    public static void MapMarks(this IEndpointRouteBuilder api)
    {
        api.MapPost("/artisans/me/mark-application", Ask).RequireAuthorization(Policies.Artisan).WithName("askForMark")
            .WithSummary("Asks to use the mark of one's village and accepts its rules.")
                .Produces<StandingReply>(StatusCodes.Status202Accepted).ProducesProblem(409);
        api.MapGet("/artisans/me/mark-application", Own).RequireAuthorization(Policies.Artisan).WithName("markApplication")
            .WithSummary("How one's own application for the village mark stands.").Produces<StandingReply>().ProducesProblem(404);
        api.MapGet("/mark-applications", List).RequireAuthorization(Policies.Staff).WithName("markApplications")
            .WithSummary("Who asks for the village mark, longest waiting first; or who uses it or lost it, newest first.")
                .Produces<MarkList>().ProducesProblem(422);
        api.MapPost("/mark-applications/{artisan:guid}/decision", Decide).RequireAuthorization(Policies.Staff)
            .WithName("decideOnMark")
            .WithSummary("Lets an artisan use the village mark, or refuses with a reason.").Produces<StandingReply>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/mark-applications/{artisan:guid}/withdrawal", Withdraw).RequireAuthorization(Policies.Staff)
            .WithName("withdrawMark")
            .WithSummary("Takes the village mark back; it is gone from every page and card at once.").Produces<StandingReply>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> Ask(HttpContext http, AskRequest request, Dispatch dispatch, IQuerySession session)
    {
        var artisan = http.User.ArtisanId();
        var answer = await dispatch.Send(new AskForMark(artisan, request.Rules));
        if (answer is Refusal refusal) return refusal.Problem(http);
        return Results.Accepted("/api/v1/artisans/me/mark-application", await Standing(session, artisan, http.RequestAborted));
    }

    private static async Task<IResult> Own(HttpContext http, IQuerySession session) =>
        await Standing(session, http.User.ArtisanId(), http.RequestAborted) is { } standing ? Results.Ok(standing)
            : Refusal.Missing().Problem(http);

    private static async Task<IResult> List(HttpContext http, IQuerySession session, string? status = null, int page = 1)
    {
        if (!Words.TryRead<MarkStatus>(status, out var wanted)) return UnknownStatus.Problem(http);
        var uses = await session.MarkUses(wanted ?? MarkStatus.Waiting, page, http.RequestAborted);
        return Results.Ok(new MarkList([.. uses.Entries.Select(x =>
            new MarkItem(x.Use.ArtisanId.Value, x.Brand, x.Use.Village.Value, x.Use.Rules,
            x.Use.Status, x.Use.Since, x.Use.Reason, x.OnSale))], uses.Total, uses.Page, MarkPage.PageSize));
    }

    private static async Task<IResult> Decide(HttpContext http, Guid artisan, DecisionRequest decision, Dispatch dispatch,
        IQuerySession session)
    {
        if (decision.Decision is not ("approve" or "refuse")) return UnknownDecision.Problem(http);
        var answer = await dispatch.Send(new DecideOnMark(MarkUseId.Of(new(artisan)), decision.Decision == "approve",
            decision.Reason));
        return answer is Refusal refusal ? refusal.Problem(http)
            : Results.Ok(await Standing(session, new(artisan), http.RequestAborted));
    }

    private static async Task<IResult> Withdraw(HttpContext http, Guid artisan, ReasonRequest request, Dispatch dispatch,
        IQuerySession session)
    {
        var answer = await dispatch.Send(new WithdrawMark(MarkUseId.Of(new(artisan)), request.Reason));
        return answer is Refusal refusal ? refusal.Problem(http)
            : Results.Ok(await Standing(session, new(artisan), http.RequestAborted));
    }

    private static async Task<StandingReply?> Standing(IQuerySession session, ArtisanId artisan, CancellationToken stop) =>
        await session.LoadAsync<MarkUse>(MarkUseId.Of(artisan), stop) is { } use
            ? new(use.Status, use.Since, use.Village.Value, use.Rules, use.Reason) : null;

    internal sealed record AskRequest(int? Rules);

    internal sealed record DecisionRequest(string? Decision, string? Reason);

    internal sealed record ReasonRequest(string? Reason);

    internal sealed record StandingReply(MarkStatus Status, DateTimeOffset Since, string Village, int Rules, string? Reason);

    internal sealed record MarkList(IReadOnlyList<MarkItem> Items, int Total, int Page, int PageSize);

    internal sealed record MarkItem(Guid ArtisanId, string Brand, string Village, int Rules, MarkStatus Status,
        DateTimeOffset Since, string? Reason, int OnSale);
}
