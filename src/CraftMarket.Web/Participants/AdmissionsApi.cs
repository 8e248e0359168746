using CraftMarket.People.Joining;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Batches;
using CraftMarket.Web.Composition;
using CraftMarket.Workflows;
using CraftMarket.Web.Idempotency;
using CraftMarket.Web.Operating;
using CraftMarket.Web.Outside;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Participants;

/// <summary>How people come in: one by one, by list, and as artisans after a training.</summary>
internal static class AdmissionsApi
{
    public static void MapAdmissions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/participants", Admit).RequireAuthorization(Policies.Staff).WithName("RegisterParticipant")
            .WithSummary("Register a possible participant").Produces<TrainingApi.Created>(201).ProducesProblem(409)
                .ProducesProblem(422);
        api.MapPost("/participants/import", ImportApi.Import).RequireAuthorization(Policies.Staff).WithName("ImportParticipants")
            .WithSummary("Register the people of a CSV list, sent as a multipart form: file, source, asOf")
            .WithMetadata(new RequestSizeLimitAttribute(BodySizes.List)).Produces<ImportApi.Imported>().ProducesProblem(422);
        api.MapPost("/participants/{id:guid}/artisan", Welcome).RequireAuthorization(Policies.Staff).WithName("WelcomeArtisan")
            .WithSummary("Make a former trainee an artisan and get the one-time sign-up link").Produces<Invitation>(201)
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> Admit(Newcomer request, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(request.Of(http.NewId<PersonId>()))).Reply<PersonAdmitted>(http, x =>
            Results.Created($"/api/v1/participants/{x.PersonId.Value}", new TrainingApi.Created(x.PersonId.Value)));

    internal sealed record Candidate(string? Login);

    internal sealed record Invitation(Guid ArtisanId, string Link)
    {
        [System.Text.Json.Serialization.JsonPropertyName("invitation")]
        public string Link { get; } = Link;
    }

    private static async Task<IResult> Welcome(Guid id, Candidate request, Dispatch dispatch, HttpContext http,
        PublicAddress outside)
    {
        var invite = new InviteArtisan(new(id), request.Login ?? "");
        return (await dispatch.Send(invite)).Reply<Invited>(http, x => Results.Created($"/api/v1/participants/{id}",
            new Invitation(invite.ArtisanId.Value, outside.Of(http.Request, $"/undangan/{x.Token}"))));
    }
}
