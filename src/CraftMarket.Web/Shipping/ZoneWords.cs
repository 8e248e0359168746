using CraftMarket.Ordering;

namespace CraftMarket.Web.Shipping;

/// <summary>A shipping zone in words.</summary>
internal static class ZoneWords
{
    public static string Of(string zone, string language) => ZoneCode.Near(zone) switch
    {
        ShippingZone.SameRegency => new Wording("Kabupaten atau kota yang sama", "The same regency or city").In(language),
        ShippingZone.SameIsland => new Wording("Pulau yang sama di NTB", "The same island of NTB").In(language),
        ShippingZone.OtherIsland => new Wording("Pulau lain di NTB", "The other island of NTB").In(language),
        null => RegionCode.TryParse(zone, out var place) ? Regions.NameOf(place) : zone,
    };
}
