using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Villages;

/// <summary>How far a village is in the roll-out, with its history, and whether it is a pilot.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class VillageStagesModel(IQuerySession session, Dispatch dispatch) : HousePage
{
    public Village Village { get; private set; } = null!;
    public IReadOnlyList<RolloutStage> Known { get; private set; } = [];

    [BindProperty] public string? Stage { get; set; }
    [BindProperty] public string? On { get; set; }
    [BindProperty] public string? Corrected { get; set; }

    public string NameOf(string stage) => Known.FirstOrDefault(x => x.Id == stage)?.Name.In(Lang) ?? stage;

    public async Task<IActionResult> OnGetAsync(string code) => await Load(code) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (!await Load(code)) return NotFound();
        return Answer(code, await dispatch.Send(new ReachStage(Village.Id, Stage, Typed.Day(On))));
    }

    public async Task<IActionResult> OnPostCorrectionAsync(string code, string? reached)
    {
        if (!await Load(code)) return NotFound();
        return Answer(code, await dispatch.Send(new CorrectStage(Village.Id, reached, Typed.Day(Corrected))));
    }

    public async Task<IActionResult> OnPostPilotAsync(string code, bool pilot)
    {
        if (!await Load(code)) return NotFound();
        return Answer(code, await dispatch.Send(new ChangePilot(Village.Id, pilot)));
    }

    private IActionResult Answer(string code, Answer answer)
    {
        if (answer is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Tercatat.", "Recorded.");
        return LocalRedirect($"/kantor/desa/{code}/tahap");
    }

    private async Task<bool> Load(string code)
    {
        if (!RegionCode.TryParse(code, out var known)
            || await session.LoadAsync<Village>(VillageId.Of(known), HttpContext.RequestAborted) is not { } village) return false;
        Village = village;
        Known = await session.Query<RolloutStage>().OrderBy(x => x.Place).ToListAsync(HttpContext.RequestAborted);
        return true;
    }
}
