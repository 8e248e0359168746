using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Batches;
using CraftMarket.Web.Composition;
using Marten;

namespace CraftMarket.Web.Participants;

/// <summary>Field verification, for companions in their own area.</summary>
internal static class VisitsApi
{
    public static void MapVisits(this IEndpointRouteBuilder api)
    {
        api.MapPost("/participants/{id:guid}/verifications", Verify).RequireAuthorization(Policies.Companion)
            .WithName("VerifyParticipant")
            .WithSummary("Record a visit to a participant of one's own area").Produces(201).ProducesProblem(404)
                .ProducesProblem(422);
        api.MapGet("/worklist", List).RequireAuthorization(Policies.Companion).WithName("Worklist")
            .WithSummary("Whom to visit next, the longest due first").Produces<TrainingApi.Listed<ParticipantRow>>();
    }

    internal sealed record NewVisit(string? Outcome, DateOnly? VisitedOn, string? Note);

    private static async Task<IResult> Verify(Guid id, NewVisit request, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new VerifyParticipant(new(id), request.Outcome, request.VisitedOn, request.Note, http.User.Area(),
            http.User.AccountId())))
        .Reply(http, () => Results.Created($"/api/v1/participants/{id}", new { request.Outcome, request.VisitedOn }));

    private static async Task<TrainingApi.Listed<ParticipantRow>> List(IQuerySession session, VerificationRule rule,
        TimeProvider clock, HttpContext http, CancellationToken cancellation) => TrainingApi.Listed<ParticipantRow>.Whole(
        await Worklist.Run(session, http.User.Area(), rule, LocalMonth.DayOf(clock.GetUtcNow()), cancellation));
}
