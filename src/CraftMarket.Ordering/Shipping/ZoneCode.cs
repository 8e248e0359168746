namespace CraftMarket.Ordering;

/// <summary>How far a parcel goes within NTB.</summary>
public enum ShippingZone { SameRegency, SameIsland, OtherIsland }

/// <summary>The word that names a shipping zone: how far within NTB, else the code of the province, or of one regency that costs
/// something else than the rest of its province.</summary>
public static class ZoneCode
{
    private static readonly Dictionary<string, ShippingZone> Nearby = new()
    {
        ["same_regency"] = ShippingZone.SameRegency, ["same_island"] = ShippingZone.SameIsland,
        ["other_island"] = ShippingZone.OtherIsland,
    };

    private static readonly HashSet<string> OnLombok = ["52.01", "52.02", "52.03", "52.08", "52.71"];
    private static readonly HashSet<string> OnSumbawa = ["52.04", "52.05", "52.06", "52.07", "52.72"];

    /// <summary>The zones of NTB, nearest first.</summary>
    public static IEnumerable<string> Within => Nearby.Keys;

    /// <summary>The zone of NTB that a word names; null for one outside it.</summary>
    public static ShippingZone? Near(string zone) => Nearby.TryGetValue(zone, out var near) ? near : null;

    public static string Of(ShippingZone zone) => Nearby.Single(x => x.Value == zone).Key;

    /// <summary>The zones that a parcel's rate is looked for in, the narrower first; none from or to where nobody
    /// sends.</summary>
    public static IReadOnlyList<string> Between(RegionCode from, RegionCode to)
    {
        // A maker lives where she lived, also when her regency has another code since.
        if (!IsServed(to) || IslandOf(from) is not { } origin) return [];
        if (from.Regency == to.Regency) return [Of(ShippingZone.SameRegency)];
        if (IslandOf(to) is { } destination)
            return [Of(origin == destination ? ShippingZone.SameIsland : ShippingZone.OtherIsland)];
        return to.IsWithin(Regions.Ntb) ? [] : [to.Regency.Value, to.Province.Value];
    }

    /// <summary>All zones that could hold the rate of a parcel to that place, wherever in NTB it comes from.</summary>
    public static IEnumerable<string> Towards(RegionCode? to) =>
        to is { } place && IsServed(place) && !place.IsWithin(Regions.Ntb)
            ? [.. Within, place.Regency.Value, place.Province.Value] : Within;

    /// <summary>Whether there is such a zone: NTB itself is divided by how far a parcel goes.</summary>
    public static bool Exists(string zone) => Nearby.ContainsKey(zone)
        || (RegionCode.TryParse(zone, out var code) && (code.IsProvince || code.IsRegency) && !code.IsWithin(Regions.Ntb)
            && Regions.Find(code) is { Gone: false });

    /// <summary>A place whose regency is known: only a province is not enough to send to.</summary>
    private static bool IsServed(RegionCode place) => place.Value.Length >= 5 && Regions.Find(place.Regency) is { Gone: false };

    /// <summary>Regencies of NTB of which nobody has said on which island they lie: nothing is sent there, or from
    /// there.</summary>
    internal static IEnumerable<Region> Unplaced =>
        Regions.Regencies.Where(x => x.Code.IsWithin(Regions.Ntb) && IslandOf(x.Code) is null);

    private static string? IslandOf(RegionCode place) =>
        OnLombok.Contains(place.Regency.Value) ? "Lombok" : OnSumbawa.Contains(place.Regency.Value) ? "Sumbawa" : null;
}
