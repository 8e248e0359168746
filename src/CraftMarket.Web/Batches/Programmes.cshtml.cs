using CraftMarket.Training;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Batches;

/// <summary>The training programmes and how far each has come.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class ProgrammesModel(IQuerySession session) : HousePage
{
    public IReadOnlyList<ProgrammeCard> Programmes { get; private set; } = [];

    public async Task OnGetAsync() => Programmes = await ListProgrammes.Run(session, HttpContext.RequestAborted);
}
