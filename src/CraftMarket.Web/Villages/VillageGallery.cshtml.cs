using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Photos;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Villages;

/// <summary>The photos of a village: add one, describe them, put them in order.</summary>
[Authorize(Policy = Policies.Staff)]
[RequestSizeLimit(PhotoIntake.MaxBytes + 65_536)]
public sealed class VillageGalleryModel(IServiceProvider services, IQuerySession session, Dispatch dispatch) : HousePage
{
    public Village Village { get; private set; } = null!;
    public IReadOnlyList<GalleryPhoto> Photos { get; private set; } = [];

    /// <summary>Photos that turned out unusable.</summary>
    public IReadOnlySet<PhotoId> Failed { get; private set; } = new HashSet<PhotoId>();

    [BindProperty] public int Seen { get; set; }
    [BindProperty] public List<Guid> PhotoIds { get; set; } = [];
    [BindProperty] public List<string?> Descriptions { get; set; } = [];
    [BindProperty] public List<string?> English { get; set; } = [];
    [BindProperty] public List<string?> Places { get; set; } = [];
    [BindProperty] public List<Guid> Removed { get; set; } = [];
    [BindProperty] public string? NewDescription { get; set; }
    [BindProperty] public string? NewEnglish { get; set; }

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!await Load(code)) return NotFound();
        Seen = Village.Edition;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, IFormFile? file)
    {
        if (!await Load(code)) return NotFound();
        Photos = [.. PhotoIds.Select((id, i) =>
            (Place: Typed.Count(Places.ElementAtOrDefault(i))
            ?? i + 1, Photo: Described(id, Descriptions.ElementAtOrDefault(i), English.ElementAtOrDefault(i))))
            .OrderBy(x => x.Place).Select(x => x.Photo).Where(x => !Removed.Contains(x.PhotoId.Value))];
        if (file is not null) await Take(file);
        if (!ModelState.IsValid) return Again();
        if (await dispatch.Send(new ArrangeGallery(Village.Id, Photos, Seen)) is Refusal refusal)
        {
            Show(refusal with { Field = null });
            return Again();
        }

        Notice("Foto tersimpan.", "The photos are saved.");
        return LocalRedirect($"/kantor/desa/{code}/galeri");
    }

    private async Task Take(IFormFile file)
    {
        await using var bytes = file.OpenReadStream();
        var answer = await services.GetRequiredService<PhotoUpload>()
            .ReceiveAsync(bytes, PhotoOwner.Office, null, HttpContext.RequestAborted);
        if (answer is PhotoTaken taken) Photos = [.. Photos, Described(taken.PhotoId.Value, NewDescription, NewEnglish)];
        else if (answer is Refusal refusal) Show(refusal with { Field = "file" });
    }

    private async Task<bool> Load(string code)
    {
        if (!RegionCode.TryParse(code, out var known)
            || await session.LoadAsync<Village>(VillageId.Of(known), HttpContext.RequestAborted) is not { } village) return false;
        (Village, Photos) = (village, village.Gallery);
        var photos = await session.PhotosBy(village.Gallery.Select(x => x.PhotoId), HttpContext.RequestAborted);
        Failed = photos.Values.Where(x => x.Status == PhotoStatus.Failed).Select(x => x.Id).ToHashSet();
        return true;
    }

    private static GalleryPhoto Described(Guid photo, string? indonesian, string? english) =>
        new(new(photo), new(indonesian?.Trim() ?? "", english?.Trim() ?? ""));
}
