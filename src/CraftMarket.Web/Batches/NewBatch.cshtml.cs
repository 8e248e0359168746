using System.Globalization;
using CraftMarket.Training;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Batches;

/// <summary>Plans a batch: in class with a venue, or at the trainees' place with a village.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class NewBatchModel(Dispatch dispatch, IQuerySession session, FormIds ids) : HousePage
{
    [BindProperty]
    public FormId<BatchId> Id { get; set; }

    [BindProperty]
    public Guid? ProgrammeId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Skill { get; set; }

    [BindProperty]
    public string? Mode { get; set; }

    [BindProperty]
    public string? PublicTitle { get; set; }

    [BindProperty]
    public string? Venue { get; set; }

    [BindProperty]
    public string? VillageCode { get; set; }

    [BindProperty]
    public string? StartsOn { get; set; }

    [BindProperty]
    public string? EndsOn { get; set; }

    [BindProperty]
    public string? Capacity { get; set; } = PlanBatch.UsualCapacity.ToString(CultureInfo.InvariantCulture);

    public IReadOnlyList<ProgrammeCard> Programmes { get; private set; } = [];
    public IReadOnlyList<SkillTrack> Skills { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? program)
    {
        await Offer();
        if (Programmes.Count == 0) return LocalRedirect("/kantor/program/baru");
        Id = ids.New<BatchId>();
        ProgrammeId = program ?? Programmes[0].Id.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await dispatch.Send(Command()) is Refusal refusal) Show(refusal);
        else
        {
            Notice("Angkatan disimpan. Sekarang isi kursinya.", "The batch is saved. Now fill its seats.");
            return LocalRedirect($"/kantor/angkatan/{Id.Id.Value}");
        }

        await Offer();
        return Again();
    }

    // The place of the other mode may have been typed before the mode was changed; it is not meant.
    private PlanBatch Command()
    {
        var spot = Mode == "onTheSpot";
        // Nothing chosen is a programme that is not there.
        return new(Id.Id, new(ProgrammeId ?? Guid.NewGuid()), Name, Skill, Mode, spot ? null : Venue, spot ? VillageCode : null,
            Typed.Day(StartsOn), Typed.Day(EndsOn),
            string.IsNullOrWhiteSpace(Capacity) ? null : Typed.Count(Capacity) ?? 0, PublicTitle);
    }

    private async Task Offer()
    {
        Programmes = await ListProgrammes.Run(session, HttpContext.RequestAborted);
        Skills = await session.Query<SkillTrack>().ToListAsync(HttpContext.RequestAborted);
    }
}
