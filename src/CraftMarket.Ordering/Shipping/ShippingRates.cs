using Marten;

namespace CraftMarket.Ordering;

/// <summary>The rates of one day, of the zones that a question is about.</summary>
public sealed record ShippingRates(IReadOnlyDictionary<string, ShippingRate> Zones)
{
    /// <summary>There is no rate to that place.</summary>
    public static Refusal Unreached { get; } = Refusal.Invalid("unknown_zone",
        "Kami belum bisa mengirim ke sini, karena ongkos kirimnya belum ada. Pilih kabupaten atau kota lain, atau hubungi kami.",
        "We cannot send to this region yet: its shipping fee is not known. Choose another regency or city, or ask us.",
        "shipTo.regionCode");

    public static ShippingRates Of(IEnumerable<ZoneRates> zones, DateOnly day) => new(zones
        .Select(x => (x.Zone, Rate: x.On(day))).Where(x => x.Rate is not null).ToDictionary(x => x.Zone, x => x.Rate!));

    /// <summary>What parcels to that place cost on that day; without a place, what they cost within NTB.</summary>
    public static async Task<ShippingRates> Towards(IQuerySession session, RegionCode? to, DateOnly day,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Of(await session.LoadManyAsync<ZoneRates>(cancellation, IdsTowards(to)), day);
    }

    /// <summary>What the rates of parcels to that place are found by.</summary>
    internal static Guid[] IdsTowards(RegionCode? to) => [.. ZoneCode.Towards(to).Select(ZoneRates.StreamOf)];

    /// <summary>One parcel; null when a place is unknown, has no rate, or only its province is given, so that the buyer is asked,
    /// not guessed at.</summary>
    public ParcelQuote? Quote(RegionCode from, RegionCode to, int grams) =>
        ZoneCode.Between(from, to).Select(x => Zones.GetValueOrDefault(x)).FirstOrDefault(x => x is not null) is { } rate
            ? new(rate.For(grams), rate.DaysMin, rate.DaysMax) : null;

    /// <summary>What a parcel from there costs in every zone of NTB that has a rate, nearest first.</summary>
    public IReadOnlyList<ParcelPrice> Parcels(RegionCode from, int grams) => !from.IsWithin(Regions.Ntb) ? []
        : [.. ZoneCode.Within.Where(Zones.ContainsKey).Select(x =>
            new ParcelPrice(ZoneCode.Near(x)!.Value, Zones[x].For(grams)))];
}
