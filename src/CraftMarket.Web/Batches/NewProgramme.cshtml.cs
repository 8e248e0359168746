using CraftMarket.Training;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Batches;

/// <summary>Starts a training programme.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class NewProgrammeModel(Dispatch dispatch, FormIds ids) : HousePage
{
    [BindProperty]
    public FormId<ProgrammeId> Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Organiser { get; set; }

    [BindProperty]
    public string? Target { get; set; }

    [BindProperty]
    public string? PublicTitle { get; set; }

    public void OnGet() => Id = ids.New<ProgrammeId>();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await dispatch.Send(new StartProgramme(Id.Id, Name, Organiser, Typed.Count(Target)
            ?? 0, PublicTitle)) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Program disimpan. Sekarang buat angkatannya.", "The programme is saved. Now plan its batches.");
        return LocalRedirect("/kantor/program");
    }
}
