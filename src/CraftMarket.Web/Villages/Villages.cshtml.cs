using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Villages;

/// <summary>The villages with their stage, and opening another.</summary>
[Authorize(Policy = Policies.Staff)]
public sealed class VillagesModel(VillageList list, IQuerySession session, Dispatch dispatch) : HousePage
{
    [BindProperty] public string? Code { get; set; }

    public IReadOnlyList<VillageCard> Villages { get; private set; } = [];

    public int Waiting { get; private set; }

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await dispatch.Send(new OpenVillage(RegionCode.TryParse(Code, out var code) ? code : default)) is Refusal refusal)
        {
            Show(refusal);
            await Load();
            return Again();
        }

        Notice("Desa dibuka. Sekarang tulis ceritanya.", "The village is open. Now write its story.");
        return LocalRedirect($"/kantor/desa/{code}");
    }

    private async Task Load()
    {
        Villages = await list.AllAsync(HttpContext.RequestAborted);
        Waiting = await session.CountMarkApplications(HttpContext.RequestAborted);
    }
}
