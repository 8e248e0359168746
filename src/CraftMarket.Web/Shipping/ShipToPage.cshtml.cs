using CraftMarket.Web.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Shipping;

/// <summary>The buyer chooses once where things are sent, and comes back to where they were.</summary>
/// <remarks>No antiforgery token: the worst a forged choice does is to show the fee of another place, and checkout shows the
/// place again.</remarks>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ShipToPageModel : HousePage
{
    private const int MostFound = 40;

    /// <summary>Where to go back to; a page of ours.</summary>
    [BindProperty(SupportsGet = true)] public string? Next { get; set; }

    /// <summary>A province whose regencies and cities are to be shown.</summary>
    [BindProperty(SupportsGet = true, Name = "provinsi")] public string? ProvinceCode { get; set; }

    /// <summary>The name as typed.</summary>
    [BindProperty] public string? Place { get; set; }

    public RegionCode? Chosen => ShipTo.Read(HttpContext);

    public Region? Province => Kernel.RegionCode.TryParse(ProvinceCode, out var code) && code.IsProvince ? Regions.Find(code)
        : null;

    /// <summary>What to choose from: what was found of a typed name, else what lies in the province.</summary>
    public IReadOnlyList<Region> Choices { get; private set; } = [];

    public void OnGet()
    {
        if (Province is { } province) Choices = [.. Regions.Regencies.Where(x => x.Code.IsWithin(province.Code))];
    }

    /// <param name="region">The code of the place, of a button; else the typed name is looked for.</param>
    public IActionResult OnPost(string? region)
    {
        if (ShipTo.Known(region) is { } code) return Kept(code);
        Choices = PlaceSearch.Of(Place);
        if (Choices is [var only]) return Kept(only.Code);
        if (Choices.Count is > 0 and <= MostFound) return Page();
        if (Choices.Count > 0)
            Wrong("place", "Banyak tempat cocok dengan itu. Tulis lebih lengkap, atau pilih provinsinya di bawah.",
                "Many places match that. Write more of the name, or choose the province below.");
        else
            Wrong("place", "Kami tidak menemukan kabupaten atau kota itu. Coba nama lain, atau pilih provinsinya di bawah.",
                "We did not find that regency or city. Try another name, or choose the province below.");
        Choices = [];
        return Again();
    }

    private LocalRedirectResult Kept(RegionCode place)
    {
        ShipTo.Write(HttpContext, place);
        return LocalRedirect(Url.IsLocalUrl(Next) ? Next : "/");
    }
}
