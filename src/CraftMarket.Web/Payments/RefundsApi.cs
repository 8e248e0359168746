using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Payments;

/// <summary>Money on its way back to buyers: what waits, what failed, and what the office sent by bank.</summary>
internal static class RefundsApi
{
    public static void MapRefunds(this IEndpointRouteBuilder api)
    {
        api.MapGet("/refunds", List).RequireAuthorization(Policies.OperatorOrStaff).WithName("listRefunds").WithTags("Payments")
            .WithSummary("Refunds of one state, the oldest first, each with its age.").Produces<RefundList>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/refunds/{id:guid}/sent", Sent).RequireAuthorization(Policies.Operator).WithName("markRefundSent")
            .WithTags("Payments")
            .WithSummary("The office sent it by bank; told twice, it is recorded once.").Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> List(IQuerySession session, TimeProvider clock, HttpContext http, string? status,
        int page = 1) =>
        await ListRefunds.Run(session, status, page, clock.GetUtcNow(), http.RequestAborted) is var (items, total)
            ? Results.Ok(new RefundList(items, total, Math.Max(1, page), ListRefunds.PageSize))
            : UnknownStatus.Problem(http);

    private static async Task<IResult> Sent(Guid id, SentRequest request, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new MarkRefundSent(new(id), request.Reference ?? ""))).Reply(http, () => Results.Ok());

    private static readonly Refusal UnknownStatus = Refusal.Invalid("unknown_status", "Pilih waiting, sent, atau failed.",
        "Choose waiting, sent or failed.", "status");

    internal sealed record SentRequest(string? Reference);
    internal sealed record RefundList(IReadOnlyList<RefundItem> Items, long Total, int Page, int PageSize);
}
