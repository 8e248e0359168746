using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Brands;

/// <summary>The artisan's brand: name, story, colours, logo, what is printed on labels; and every version that it had.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(PhotoIntake.MaxBytes + 65_536)]
public sealed class EditBrandModel(IServiceProvider services, Dispatch dispatch) : BrandFormPage(services)
{
    /// <summary>The shop's name in its address; null before the first version.</summary>
    public string? Slug { get; private set; }

    public async Task OnGetAsync()
    {
        if (await Session.LoadAsync<Maker>(Maker.StreamOf(User.ArtisanId()),
            HttpContext.RequestAborted) is { Colour: not null } maker) Fill(maker.Kit);
        await Look();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? logo)
    {
        if (logo is not null) await Take(logo);
        if (Picked())
        {
            await Look();
            return ModelState.IsValid ? Page() : Again();
        }

        if (!ModelState.IsValid)
        {
            ShowBeside(BrandRules.WhyNotFor(Said));
            return await AgainWithSample();
        }

        if (await dispatch.Send(Said) is Refusal refusal)
        {
            Show(refusal);
            return await AgainWithSample();
        }

        Notice("Merek tersimpan. Begini pembeli melihat Anda.", "Brand saved. This is how buyers see you.");
        return LocalRedirect("/perajin/merek");
    }

    private async Task<IActionResult> AgainWithSample()
    {
        await Look();
        return Again();
    }

    /// <summary>What the page shows beside the form.</summary>
    private async Task Look()
    {
        var (me, stop) = (User.ArtisanId(), HttpContext.RequestAborted);
        var brand = await Session.BrandOf(me, stop);
        Slug = brand?.Slug;
        Versions = await Session.BrandVersionsOf(me, stop);
        await ShowSample(brand?.Village, await Session.MarkOf(me, stop));
    }
}
