namespace CraftMarket.Ordering;

/// <summary>The rates within NTB as versions before the dated ones kept them: read once, when a database of theirs is brought to
/// this version.</summary>
public sealed record ShippingTable(string Id, IReadOnlyDictionary<ShippingZone, UndatedRate> Rates)
{
    public const string Current = "ntb";

    /// <summary>The old rate of a zone with the days of a fresh house; null where the table had none.</summary>
    internal ShippingRate? For(string zone, ShippingRate first) =>
        ZoneCode.Near(zone) is { } near && Rates.TryGetValue(near, out var old)
            ? first with { FirstKilogram = old.FirstKilogram, FurtherKilogram = old.FurtherKilogram } : null;
}

/// <summary>What a parcel cost in one zone of the old table.</summary>
public sealed record UndatedRate(Rupiah FirstKilogram, Rupiah FurtherKilogram);
