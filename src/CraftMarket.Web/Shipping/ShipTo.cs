using CraftMarket.Ordering;
using CraftMarket.Web.Composition;

namespace CraftMarket.Web.Shipping;

/// <summary>Where a buyer wants things sent and what it costs there: the regency or city is kept in a cookie on the buyer's own
/// device, without an account.</summary>
/// <param name="Place">The regency or city; null when none was chosen.</param>
/// <param name="Parcel">What one piece costs; null without a place, and where none is sent.</param>
/// <param name="Next">The page to come back to after choosing.</param>
public sealed record ShipTo(RegionCode? Place, ParcelQuote? Parcel, string Next)
{
    private const string Cookie = "kirim";

    public string PlaceName => Place is { } place ? Regions.NameOf(place) : "";

    /// <summary>Where one chooses, to come back afterwards.</summary>
    public string Choosing => Address(Next);

    public static string Address(string next) => $"/kirim-ke?next={Uri.EscapeDataString(next)}";

    /// <summary>The place that came with the request; one that is not known, or not any more, is none.</summary>
    public static RegionCode? Read(HttpContext http) =>
        http.Request.Cookies.TryGetValue(HouseCookies.NameOf(Cookie, http.Request), out var kept) ? Known(kept) : null;

    /// <summary>Remembers a place for a year.</summary>
    public static void Write(HttpContext http, RegionCode place) =>
        http.Response.Cookies.Append(HouseCookies.NameOf(Cookie, http.Request), place.Value,
        HouseCookies.Kept(http.Request, TimeSpan.FromDays(365)));

    /// <summary>The regency or city with that code; null for anything else.</summary>
    public static RegionCode? Known(string? code) =>
        RegionCode.TryParse(code, out var place) && place.IsRegency && Regions.Find(place) is { Gone: false } ? place : null;
}
