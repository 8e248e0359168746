namespace CraftMarket.Ordering;

/// <summary>How far a parcel goes within NTB.</summary>
public enum ShippingZone { SameRegency, SameIsland, OtherIsland }

/// <summary>What a parcel costs in one zone: the first kilogram, and each further one begun.</summary>
public sealed record ShippingRate(Rupiah FirstKilogram, Rupiah FurtherKilogram)
{
    public Rupiah For(int grams) => FirstKilogram + FurtherKilogram * (Math.Max(1, (grams + 999) / 1000) - 1);
}

/// <summary>Which regencies a parcel can reach, on which island each lies, and the rate of each zone.</summary>
/// <param name="Islands">Island by regency code. A regency that is not named here cannot be reached.</param>
public sealed record ShippingTable(string Id, IReadOnlyDictionary<string, string> Islands, IReadOnlyDictionary<ShippingZone, ShippingRate> Rates)
{
    public const string Current = "ntb";

    /// <summary>The fee of one parcel; null when a place is unknown or only its province is given, so that the buyer is asked, not guessed at.</summary>
    public Rupiah? Fee(RegionCode from, RegionCode to, int grams) =>
        Zone(from, to) is { } zone && Rates.TryGetValue(zone, out var rate) ? rate.For(grams) : null;

    /// <summary>What a parcel from there costs in every zone that has somewhere to go to, nearest first.</summary>
    public IReadOnlyList<ParcelPrice> Parcels(RegionCode from, int grams) =>
        [.. Islands.Keys.Select(x => Zone(from, RegionCode.Parse(x))).OfType<ShippingZone>().Distinct().Order()
            .Where(Rates.ContainsKey).Select(x => new ParcelPrice(x, Rates[x].For(grams)))];

    private ShippingZone? Zone(RegionCode from, RegionCode to)
    {
        if (IslandOf(from) is not { } origin || IslandOf(to) is not { } destination) return null;
        if (from.Regency == to.Regency) return ShippingZone.SameRegency;
        return origin == destination ? ShippingZone.SameIsland : ShippingZone.OtherIsland;
    }

    private string? IslandOf(RegionCode place) => place.Value.Length >= 5 ? Islands.GetValueOrDefault(place.Regency.Value) : null;
}
