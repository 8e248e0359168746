using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using Marten;

namespace CraftMarket.Web.Participants;

/// <summary>Participants: who they are to the programme. Their names are in the person files.</summary>
internal static class ParticipantsApi
{
    public static void MapParticipants(this IEndpointRouteBuilder api)
    {
        api.MapGet("/participants", List).RequireAuthorization(Policies.CompanionOrStaff).WithName("ListParticipants")
            .WithSummary("Participants; a companion sees those of their own area").Produces<ParticipantPage>();
        api.MapGet("/participants/{id:guid}", Find).RequireAuthorization(Policies.CompanionOrStaff).WithName("FindParticipant")
            .WithSummary("One participant").Produces<ParticipantRow>().ProducesProblem(404);
    }

    /// <summary>The companion's area, or all of NTB for the office.</summary>
    internal static RegionCode Reach(this HttpContext http) => http.User.IsInRole(Roles.Staff) ? Regions.Ntb : http.User.Area();

    private static Task<ParticipantPage> List(IQuerySession session, VerificationRule rule, TimeProvider clock, HttpContext http,
        CancellationToken cancellation, int page = 1) =>
        ListParticipants.Run(session, http.Reach(), page, rule, LocalMonth.DayOf(clock.GetUtcNow()), cancellation);

    private static async Task<IResult> Find(Guid id, IQuerySession session, VerificationRule rule, TimeProvider clock,
        HttpContext http, CancellationToken cancellation) =>
        await ListParticipants.Find(session, new(id), http.Reach(), rule, LocalMonth.DayOf(clock.GetUtcNow()),
            cancellation) is { } row
            ? Results.Ok(row)
            : Refusal.Missing().Problem(http);
}
