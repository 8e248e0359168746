using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Brands;

/// <summary>The brand of the artisan's group: every member sees it, the leader changes it.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(PhotoIntake.MaxBytes + 65_536)]
public sealed class EditGroupBrandModel(IServiceProvider services, Dispatch dispatch) : BrandFormPage(services)
{
    public MakerGroup Group { get; private set; } = null!;

    public bool Leads => Group.Leader == User.ArtisanId();

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Find()) return LocalRedirect("/perajin/kelompok");
        Fill(Group.Brand);
        await Look();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? logo)
    {
        if (!await Find()) return LocalRedirect("/perajin/kelompok");
        if (logo is not null) await Take(logo);
        if (Picked())
        {
            await Look();
            return ModelState.IsValid ? Page() : Again();
        }

        if (!ModelState.IsValid) ShowBeside(BrandRules.WhyNotFor(Said));
        else if (await dispatch.Send(new ChangeGroupBrand(Group.Id, Said)) is Refusal refusal) Show(refusal);
        if (!ModelState.IsValid)
        {
            await Look();
            return Again();
        }

        Notice("Merek kelompok tersimpan.", "The group's brand is saved.");
        return LocalRedirect("/perajin/kelompok/merek");
    }

    private async Task<bool> Find()
    {
        if (await Session.GroupOf(User.ArtisanId(), HttpContext.RequestAborted) is not { } group) return false;
        Group = group;
        return true;
    }

    private async Task Look()
    {
        Versions = await Session.BrandVersionsOf(Group.Id, HttpContext.RequestAborted);
        await ShowSample(Group.Village, null);
    }
}
