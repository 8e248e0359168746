using CraftMarket.Catalogue;
using CraftMarket.Payments;
using CraftMarket.People.Erasing;
using CraftMarket.Training;
using CraftMarket.Training.Participants;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Workrooms;

/// <summary>What waits in other rooms.</summary>
/// <param name="Transfers">Orders whose bank transfer has not been matched.</param>
/// <param name="Products">Products in the curation queue.</param>
/// <param name="Marks">Makers who ask for a village mark.</param>
/// <param name="Erasures">Requests to erase somebody's data.</param>
public sealed record Queues(int Transfers, int Products, int Marks, int Erasures);

/// <summary>The office's first page: what waits for whom, and how far each programme has come.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class OfficeHomeModel(IQuerySession session, VerificationRule rule, TimeProvider clock) : HousePage
{
    public ParticipantCounts People { get; private set; } = null!;
    public Queues Waiting { get; private set; } = new(0, 0, 0, 0);
    public IReadOnlyList<ProgrammeCard> Programmes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        People = await CountParticipants.Run(session, rule, LocalMonth.DayOf(clock.GetUtcNow()), HttpContext.RequestAborted);
        Waiting = new((await AwaitedTransfers.Run(session, HttpContext.RequestAborted)).Count,
            await session.CountWaitingForCurator(HttpContext.RequestAborted),
            await session.CountMarkApplications(HttpContext.RequestAborted),
            await ListErasures.CountWaiting(session, HttpContext.RequestAborted));
        Programmes = await ListProgrammes.Run(session, HttpContext.RequestAborted);
    }
}
