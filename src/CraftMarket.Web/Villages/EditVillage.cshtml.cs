using System.Globalization;
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

/// <summary>What the office writes of a village: identity, mark, place, visits.</summary>
[Authorize(Policy = Policies.Staff)]
[RequestSizeLimit(PhotoIntake.MaxBytes + 65_536)]
public sealed class EditVillageModel(IServiceProvider services, IQuerySession session, Dispatch dispatch) : HousePage
{
    public Village Village { get; private set; } = null!;

    /// <summary>The logo on the form turned out unusable.</summary>
    public bool LogoFailed { get; private set; }

    [BindProperty] public int Seen { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Tagline { get; set; }
    [BindProperty] public string? TaglineEn { get; set; }
    [BindProperty] public string? Story { get; set; }
    [BindProperty] public string? StoryEn { get; set; }
    [BindProperty] public string? Character { get; set; }
    [BindProperty] public string? CharacterEn { get; set; }
    [BindProperty] public string? MarkName { get; set; }
    [BindProperty] public string? Colour { get; set; }
    [BindProperty] public string? Accent { get; set; }
    [BindProperty] public Guid? LogoPhotoId { get; set; }
    [BindProperty] public string? Directions { get; set; }
    [BindProperty] public string? DirectionsEn { get; set; }
    [BindProperty] public string? Latitude { get; set; }
    [BindProperty] public string? Longitude { get; set; }
    [BindProperty] public string? Hours { get; set; }
    [BindProperty] public string? HoursEn { get; set; }
    [BindProperty] public string? Office { get; set; }
    [BindProperty] public string? Phone { get; set; }

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!await Load(code)) return NotFound();
        Seen = Village.Edition;
        (Name, MarkName, Colour, Accent, LogoPhotoId) = (Village.Name, Village.Mark.Name, Village.Mark.Colour,
            Village.Mark.Accent, Village.Mark.Logo?.Value);
        (Tagline, TaglineEn) = (Village.Tagline.Indonesian, Village.Tagline.English);
        (Story, StoryEn) = (Village.Story.Indonesian, Village.Story.English);
        (Character, CharacterEn) = (Village.Character.Indonesian, Village.Character.English);
        (Directions, DirectionsEn) = (Village.Place?.Directions.Indonesian, Village.Place?.Directions.English);
        (Latitude, Longitude) = (Written(Village.Place?.Latitude), Written(Village.Place?.Longitude));
        (Hours, HoursEn) = (Village.Hours.Indonesian, Village.Hours.English);
        var contact = await session.LoadAsync<VillageContact>(Village.Code.Value, HttpContext.RequestAborted);
        (Office, Phone) = (contact?.Office, contact?.Phone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, IFormFile? logo, bool removeLogo)
    {
        if (!await Load(code)) return NotFound();
        if (removeLogo) LogoPhotoId = null;
        if (logo is not null) await Take(logo);
        MapPlace place = new(Both(Directions, DirectionsEn), Degrees(Latitude, "latitude"), Degrees(Longitude, "longitude"));
        var contact = Typed.Text(Office) is null && Typed.Text(Phone) is null ? null
            : new VillageContact(code, Typed.Text(Office) ?? "", Typed.Text(Phone));
        var said = new VillageDescription(Name?.Trim() ?? "", Both(Tagline, TaglineEn), Both(Story, StoryEn),
            Both(Character, CharacterEn),
            new(MarkName?.Trim() ?? "", Colour ?? "", Accent ?? "", LogoPhotoId is { } id ? new(id) : null), place,
            Both(Hours, HoursEn), contact);
        if (!ModelState.IsValid)
        {
            ShowBeside(DescribeVillageHandler.WhyNotFor(said, Village));
            return Again();
        }

        if (await dispatch.Send(new DescribeVillage(Village.Id, Seen, said)) is Refusal refusal)
        {
            Show(refusal);
            return Again();
        }

        Notice("Tersimpan. Halaman desa sudah berubah.", "Saved. The village page has changed.");
        return LocalRedirect($"/kantor/desa/{code}");
    }

    private async Task<bool> Load(string code)
    {
        if (!RegionCode.TryParse(code, out var known)
            || await session.LoadAsync<Village>(VillageId.Of(known), HttpContext.RequestAborted) is not { } village) return false;
        Village = village;
        LogoFailed = village.Mark.Logo is { } logo
            && await session.LoadAsync<Photo>(logo, HttpContext.RequestAborted) is { Status: PhotoStatus.Failed };
        return true;
    }

    private async Task Take(IFormFile logo)
    {
        await using var bytes = logo.OpenReadStream();
        var answer = await services.GetRequiredService<PhotoUpload>()
            .ReceiveAsync(bytes, PhotoOwner.Office, null, HttpContext.RequestAborted);
        if (answer is PhotoTaken taken) LogoPhotoId = taken.PhotoId.Value;
        else if (answer is Refusal refusal) Show(refusal with { Field = "logoPhotoId" });
    }

    private double? Degrees(string? text, string field)
    {
        if (Typed.Text(text) is not { } typed) return null;
        // A telephone's Indonesian keyboard offers a comma.
        if (double.TryParse(typed.Replace(',', '.'), CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees))
            return Math.Round(degrees, 5);
        Wrong(field, "Tulis angka seperti -8,77.", "Write a number such as -8.77.");
        return null;
    }

    // A browser sends line ends of its own; unchanged text must stay unchanged.
    private static Wording Both(string? indonesian, string? english) => new(Clean(indonesian), Clean(english));

    private static string Clean(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";

    private static string? Written(double? degrees) => degrees?.ToString(CultureInfo.InvariantCulture);
}
