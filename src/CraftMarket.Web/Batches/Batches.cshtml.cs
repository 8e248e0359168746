using CraftMarket.Training;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Batches;

/// <summary>The batches of one programme or of all, with seats taken and finished.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class BatchesModel(IQuerySession session) : HousePage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Program { get; set; }

    public IReadOnlyList<ProgrammeCard> Programmes { get; private set; } = [];
    public IReadOnlyList<BatchCard> Batches { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Programmes = await ListProgrammes.Run(session, HttpContext.RequestAborted);
        Batches = await ListBatches.Run(session, Program is { } id ? new ProgrammeId(id) : null, HttpContext.RequestAborted);
    }
}
