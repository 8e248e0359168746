using CraftMarket.Training;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Idempotency;
using CraftMarket.Web.Participants;
using Marten;

namespace CraftMarket.Web.Batches;

/// <summary>Programmes and batches, for the office.</summary>
internal static class TrainingApi
{
    public static void MapTraining(this IEndpointRouteBuilder api)
    {
        api.MapPost("/programmes", Start).RequireAuthorization(Policies.Staff).WithName("StartProgramme")
            .WithSummary("Start a training programme; publicTitle is what buyers may read of it").Produces<Created>(201)
                .ProducesProblem(422);
        api.MapGet("/programmes", Programmes).RequireAuthorization(Policies.Staff).WithName("ListProgrammes")
            .WithSummary("Programmes with their target and how far they have come").Produces<Listed<ProgrammeCard>>();
        api.MapPost("/batches", Plan).RequireAuthorization(Policies.Staff).WithName("PlanBatch")
            .WithSummary("Plan a batch of a programme; publicTitle is what buyers may read of it").Produces<Created>(201)
                .ProducesProblem(422);
        api.MapGet("/batches", Batches).RequireAuthorization(Policies.Staff).WithName("ListBatches")
            .WithSummary("Batches with seats taken and finished").Produces<Listed<BatchCard>>();
        api.MapGet("/batches/{id:guid}", Batch).RequireAuthorization(Policies.Staff).WithName("FindBatch")
            .WithSummary("A batch with its trainees").Produces<BatchSheet>().ProducesProblem(404);
        api.MapPost("/batches/{id:guid}/enrolments", Enrol).RequireAuthorization(Policies.Staff).WithName("EnrolParticipant")
            .WithSummary("Give a verified participant a seat").Produces(201).ProducesProblem(409);
        api.MapPost("/batches/{id:guid}/completions", Complete).RequireAuthorization(Policies.Staff).WithName("CompleteTraining")
            .WithSummary("Record a completion and give the certificate").Produces<Certified>(201).ProducesProblem(409);
        api.MapParticipants();
        api.MapAdmissions();
        api.MapVisits();
    }

    internal sealed record Created(Guid Id);

    internal sealed record Listed<T>(IReadOnlyList<T> Items, long Total, int Page, int PageSize)
    {
        public static Listed<T> Whole(IReadOnlyList<T> items) => new(items, items.Count, 1, Math.Max(items.Count, 1));
    }

    internal sealed record NewProgramme(string? Name, string? Organiser, int Target, string? PublicTitle);

    private static async Task<IResult> Start(NewProgramme request, Dispatch dispatch, HttpContext http)
    {
        var id = http.NewId<ProgrammeId>();
        var answer = await dispatch.Send(new StartProgramme(id, request.Name, request.Organiser, request.Target,
            request.PublicTitle));
        return answer.Reply(http, () => Results.Created($"/api/v1/programmes/{id.Value}", new Created(id.Value)));
    }

    private static async Task<Listed<ProgrammeCard>> Programmes(IQuerySession session, CancellationToken cancellation) =>
        Listed<ProgrammeCard>.Whole(await ListProgrammes.Run(session, cancellation));

    internal sealed record NewBatch(ProgrammeId ProgrammeId, string? Name, string? Skill, string? Mode, string? Venue,
        string? VillageCode, DateOnly? StartsOn, DateOnly? EndsOn, int? Capacity, string? PublicTitle);

    private static async Task<IResult> Plan(NewBatch request, Dispatch dispatch, HttpContext http)
    {
        var id = http.NewId<BatchId>();
        var answer = await dispatch.Send(new PlanBatch(id, request.ProgrammeId, request.Name, request.Skill, request.Mode,
            request.Venue, request.VillageCode, request.StartsOn, request.EndsOn, request.Capacity, request.PublicTitle));
        return answer.Reply(http, () => Results.Created($"/api/v1/batches/{id.Value}", new Created(id.Value)));
    }

    private static async Task<Listed<BatchCard>> Batches(Guid? programmeId, IQuerySession session,
        CancellationToken cancellation) =>
        Listed<BatchCard>.Whole(await ListBatches.Run(session, programmeId is { } id ? new ProgrammeId(id) : null, cancellation));

    private static async Task<IResult> Batch(Guid id, IQuerySession session, HttpContext http, CancellationToken cancellation) =>
        await FindBatch.Run(session, new(id), cancellation) is { } batch ? Results.Ok(batch) : Refusal.Missing().Problem(http);

    internal sealed record Trainee(PersonId ParticipantId);

    private static async Task<IResult> Enrol(Guid id, Trainee request, Dispatch dispatch, HttpContext http) =>
        AnsweredEach.Of(await dispatch.Send(new EnrolParticipants(new(id), [request.ParticipantId])), request.ParticipantId)
        .Reply(http, () => Results.Created($"/api/v1/batches/{id}", request));

    private static async Task<IResult> Complete(Guid id, Trainee request, Dispatch dispatch, HttpContext http) =>
        AnsweredEach.Of(await dispatch.Send(new CompleteTraining(new(id), [request.ParticipantId])), request.ParticipantId)
        .Reply<Certified>(http, certificate => Results.Created($"/api/v1/batches/{id}", certificate));
}
