using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Storefront;

/// <summary>Curators and operators say which words mean the same to who searches the shop.</summary>
[Authorize(Policy = Policies.CuratorOrOperator)]
public sealed class SynonymsModel(IQuerySession session, Dispatch dispatch) : HousePage
{
    [BindProperty]
    public string? Groups { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public async Task OnGetAsync()
    {
        var known = await session.LoadAsync<Synonyms>(Synonyms.TheOnly, HttpContext.RequestAborted);
        (Groups, Version) = (string.Join('\n', (known?.Groups ?? []).Select(x => string.Join(", ", x))), known?.Edition ?? 0);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await dispatch.Send(new ChangeSynonyms(ChangeSynonyms.GroupsOf(Groups), Version)) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Kata pencarian disimpan dan langsung berlaku.", "The search words are saved and in force.");
        return LocalRedirect("/kantor/kata-cari");
    }
}
