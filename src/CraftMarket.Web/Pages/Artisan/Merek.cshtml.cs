using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>The artisan's brand: name, story, colour, logo.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(PhotoIntake.MaxBytes + 65_536)]
public sealed class MerekModel(IServiceProvider services, IQuerySession session, Dispatch dispatch) : HousePage
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Story { get; set; }
    [BindProperty] public string Colour { get; set; } = "#6b4526";
    [BindProperty] public Guid? LogoPhotoId { get; set; }

    public async Task OnGetAsync()
    {
        if (await session.BrandOf(User.ArtisanId(), HttpContext.RequestAborted) is not { } brand) return;
        (Name, Story, Colour) = (brand.Colour is null ? "" : brand.Name, brand.Story, brand.Colour ?? Colour);
        LogoPhotoId = brand.LogoPhotoId?.Value;
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? logo)
    {
        if (logo is not null) await Take(logo);
        if (!ModelState.IsValid) return Again();
        PhotoId? photo = LogoPhotoId is { } id ? new(id) : null;
        if (await dispatch.Send(new ChangeBrand(User.ArtisanId(), Name?.Trim() ?? "", Story?.Trim() ?? "", Colour, photo)) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Merek tersimpan. Begini pembeli melihat Anda.", "Brand saved. This is how buyers see you.");
        return LocalRedirect("/perajin/merek");
    }

    private async Task Take(IFormFile logo)
    {
        await using var bytes = logo.OpenReadStream();
        var answer = await services.GetRequiredService<PhotoUpload>().ReceiveAsync(bytes, User.ArtisanId(), null, HttpContext.RequestAborted);
        if (answer is PhotoTaken taken) LogoPhotoId = taken.PhotoId.Value;
        else if (answer is Refusal refusal) Show(refusal with { Field = "logoPhotoId" });
    }
}
