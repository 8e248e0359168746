using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Pages;
using CraftMarket.Web.Photos;
using Marten;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Brands;

/// <summary>A page with the form of a brand, one's own or that of a group: name, story, colours, logo, what is printed on
/// labels.</summary>
public abstract class BrandFormPage(IServiceProvider services) : HousePage
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Story { get; set; }
    [BindProperty] public string? StoryEnglish { get; set; }
    [BindProperty] public string Colour { get; set; } = "#6b4526";
    [BindProperty] public string Accent { get; set; } = "#c9973f";
    [BindProperty] public string? Tagline { get; set; }
    [BindProperty] public string? CareNote { get; set; }
    [BindProperty] public Guid? LogoPhotoId { get; set; }

    /// <summary>A colour tapped among the proposals: it is put into the form, and nothing is saved yet.</summary>
    [BindProperty] public string? Pick { get; set; }

    /// <summary>Colours for the brand from its logo.</summary>
    public IReadOnlyList<string> Proposed { get; private set; } = [];

    public IReadOnlyList<BrandVersion> Versions { get; protected set; } = [];

    /// <summary>A label of some product, to see how the brand looks.</summary>
    public LabelView Sample { get; private set; } = null!;

    protected IQuerySession Session { get; } = services.GetRequiredService<IQuerySession>();

    /// <summary>The brand as the form says it.</summary>
    protected ChangeBrand Said => new(User.ArtisanId(), Typed.Words(Name), Typed.Words(Story), Colour, LogoPhotoId is { } id
        ? new(id) : null)
    {
        StoryEnglish = Typed.Words(StoryEnglish),
        Accent = Accent,
        Tagline = Typed.Words(Tagline),
        CareNote = Typed.Words(CareNote),
    };

    protected void Fill(BrandKit brand)
    {
        (Name, Story, StoryEnglish, Tagline, CareNote) = (brand.Name, brand.Story, brand.StoryEnglish, brand.Tagline,
            brand.CareNote);
        (Colour, Accent) = (brand.Colour ?? Colour, brand.Accent ?? Accent);
        LogoPhotoId = brand.Logo?.Value;
    }

    /// <summary>Draws the label beside the form from what stands in it.</summary>
    protected async Task ShowSample(RegionCode? village, VillageMark? mark)
    {
        var logo = LogoPhotoId is { } id ? await Session.LoadAsync<Photo>(new PhotoId(id), HttpContext.RequestAborted) : null;
        if (logo?.Status == PhotoStatus.Failed)
            Wrong("logoPhotoId", "Logo ini rusak dan tidak bisa ditampilkan. Pilih foto lain.",
                "This logo is damaged and cannot be shown. Choose another photo.");
        Proposed = await Session.ColoursFrom(LogoPhotoId is { } photo ? new(photo) : null, HttpContext.RequestAborted);
        var maker = new MakerMark(Name is { Length: > 0 } name ? name : T("Nama merek", "Your brand"), Tagline, Colour,
            Accent, null, village is { } home ? Regions.NameOf(home) : "", null);
        Sample = new(new(T("Tas anyam", "Woven bag"), "Rp150.000",
            T("Bahan: daun tembakau, katun", "Material: tobacco leaf, cotton"), CareNote,
            PrintableLabels.PlaceOf(maker, Lang), PrintableLabels.Invitation.In(Lang), maker,
            Whole("/")), LabelShape.Tag, logo is { Status: not PhotoStatus.Failed } ? AddressOf(logo) : null, mark);
    }

    /// <summary>Takes a tapped proposal over into the form; false when none was tapped.</summary>
    protected bool Picked()
    {
        if (Pick is not { Length: 7 } colour) return false;
        Colour = colour;
        return true;
    }

    protected async Task Take(IFormFile logo)
    {
        await using var bytes = logo.OpenReadStream();
        var answer = await services.GetRequiredService<PhotoUpload>()
            .ReceiveAsync(bytes, User.ArtisanId(), null, HttpContext.RequestAborted);
        if (answer is PhotoTaken taken) LogoPhotoId = taken.PhotoId.Value;
        else if (answer is Refusal refusal) Show(refusal with { Field = "logoPhotoId" });
    }

    /// <summary>One's own photo shows itself while it is being made; another's only when it is ready.</summary>
    private string? AddressOf(Photo logo) => logo.Owner == User.ArtisanId() ? $"/perajin/foto/{logo.Id.Value}"
        : logo.Renditions is [var small, ..] ? small.Url : null;
}
