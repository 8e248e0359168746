using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Pages.Artisan;

/// <summary>The artisan's brand: name, story, colours, logo, what is printed on labels; and every version that it had.</summary>
[Authorize(Policy = Policies.Artisan)]
[RequestSizeLimit(PhotoIntake.MaxBytes + 65_536)]
public sealed class MerekModel(IServiceProvider services, IQuerySession session, Dispatch dispatch) : HousePage
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Story { get; set; }
    [BindProperty] public string? StoryEnglish { get; set; }
    [BindProperty] public string Colour { get; set; } = "#6b4526";
    [BindProperty] public string Accent { get; set; } = "#c9973f";
    [BindProperty] public string? Tagline { get; set; }
    [BindProperty] public string? CareNote { get; set; }
    [BindProperty] public Guid? LogoPhotoId { get; set; }

    /// <summary>The shop's name in its address; null before the first version.</summary>
    public string? Slug { get; private set; }

    public IReadOnlyList<BrandVersion> Versions { get; private set; } = [];

    /// <summary>A label of some product, to see how the brand looks.</summary>
    public LabelView Sample { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        if (await Look() is not { Colour: not null } brand) return;
        (Name, Story, StoryEnglish, Tagline, CareNote) = (brand.Name, brand.Story, brand.StoryEnglish, brand.Tagline, brand.CareNote);
        (Colour, Accent) = (brand.Colour, brand.Accent ?? Accent);
        LogoPhotoId = brand.LogoPhotoId?.Value;
        await Look();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? logo)
    {
        if (logo is not null) await Take(logo);
        if (!ModelState.IsValid) return await AgainWithSample();
        var command = new ChangeBrand(User.ArtisanId(), Name?.Trim() ?? "", Story?.Trim() ?? "", Colour, LogoPhotoId is { } id ? new(id) : null)
        {
            StoryEnglish = StoryEnglish?.Trim() ?? "",
            Accent = Accent,
            Tagline = Tagline?.Trim() ?? "",
            CareNote = CareNote?.Trim() ?? "",
        };
        if (await dispatch.Send(command) is Refusal refusal)
        {
            Show(refusal);
            return await AgainWithSample();
        }

        if (await session.BrandOf(User.ArtisanId(), HttpContext.RequestAborted) is { } brand)
            await services.GetRequiredService<Aftermath>().BrandIsKnown(brand, HttpContext.RequestAborted);
        Notice("Merek tersimpan. Begini pembeli melihat Anda.", "Brand saved. This is how buyers see you.");
        return LocalRedirect("/perajin/merek");
    }

    private async Task<IActionResult> AgainWithSample()
    {
        await Look();
        return Again();
    }

    /// <summary>What the page shows beside the form.</summary>
    private async Task<Brand?> Look()
    {
        var (me, stop) = (User.ArtisanId(), HttpContext.RequestAborted);
        var brand = await session.BrandOf(me, stop);
        Slug = brand?.Slug;
        Versions = await session.BrandVersionsOf(me, stop);
        var logo = LogoPhotoId is { } id ? await session.LoadAsync<Photo>(new PhotoId(id), stop) : null;
        if (logo?.Status == PhotoStatus.Failed)
            Wrong("logoPhotoId", "Logo ini rusak dan tidak bisa ditampilkan. Pilih foto lain.", "This logo is damaged and cannot be shown. Choose another photo.");
        var maker = new MakerMark(Name is { Length: > 0 } name ? name : T("Nama merek", "Your brand"), Tagline, Colour, Accent, null,
            brand?.Village is { } village ? Regions.NameOf(village) : "", null);
        Sample = new(new(T("Tas anyam", "Woven bag"), "Rp150.000", T("Bahan: daun tembakau, katun", "Material: tobacco leaf, cotton"), CareNote,
            PrintableLabels.PlaceOf(maker, Lang), PrintableLabels.Invitation.In(Lang), maker,
            Whole("/")), LabelShape.Tag, logo is { Status: not PhotoStatus.Failed } ? $"/perajin/foto/{logo.Id.Value}" : null,
            await session.MarkOf(me, stop));
        return brand;
    }

    private async Task Take(IFormFile logo)
    {
        await using var bytes = logo.OpenReadStream();
        var answer = await services.GetRequiredService<PhotoUpload>().ReceiveAsync(bytes, User.ArtisanId(), null, HttpContext.RequestAborted);
        if (answer is PhotoTaken taken) LogoPhotoId = taken.PhotoId.Value;
        else if (answer is Refusal refusal) Show(refusal with { Field = "logoPhotoId" });
    }
}
