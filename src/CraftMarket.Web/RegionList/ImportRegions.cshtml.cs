using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.RegionList;

/// <summary>Takes in an official list of regions; the same list again changes nothing.</summary>
[Authorize(Policy = Policies.Staff)]
internal sealed class ImportRegionsModel(Dispatch dispatch, RegionsLearned regions) : HousePage
{
    public const int MostRows = 200;

    public RegionsApi.Imported? Result { get; private set; }

    /// <summary>Villages whose BPS code nobody has stated yet.</summary>
    public IReadOnlyList<Region> WithoutBps => [.. Regions.Villages.Where(x => x.BpsCode is null)];

    public void OnGet()
    {
    }

    // The result stands on the answer itself: sent again by a reload, the same list changes nothing.
    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        switch (await RegionsApi.Take(file, dispatch, regions, HttpContext))
        {
            case RegionsApi.Imported imported:
                Result = imported;
                return Page();
            case Refusal refusal:
                Show(refusal);
                return Again();
            case var other:
                throw new InvalidOperationException($"The import answered {other.GetType().Name}.");
        }
    }
}
