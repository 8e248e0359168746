using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Marks;

/// <summary>The rules of a village's mark, edition by edition.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class MarkRulesModel(IQuerySession session, Dispatch dispatch) : HousePage
{
    public Village Village { get; private set; } = null!;

    [BindProperty] public int Seen { get; set; }
    [BindProperty] public string? Rules { get; set; }
    [BindProperty] public string? RulesEn { get; set; }

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!await Load(code)) return NotFound();
        Seen = Village.Edition;
        (Rules, RulesEn) = (Village.Rules?.Text.Indonesian, Village.Rules?.Text.English);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code)
    {
        if (!await Load(code)) return NotFound();
        var rules = new Wording(Rules?.ReplaceLineEndings("\n").Trim() ?? "", RulesEn?.ReplaceLineEndings("\n").Trim() ?? "");
        if (await dispatch.Send(new IssueMarkRules(Village.Id, rules, Seen)) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Aturan diterbitkan.", "The rules are issued.");
        return LocalRedirect($"/kantor/desa/{code}/aturan");
    }

    private async Task<bool> Load(string code)
    {
        if (!RegionCode.TryParse(code, out var known)
            || await session.LoadAsync<Village>(VillageId.Of(known), HttpContext.RequestAborted) is not { } village) return false;
        Village = village;
        return true;
    }
}
