using JasperFx.Events;

namespace CraftMarket.Ordering;

/// <summary>From a day on, parcels to a zone cost this much.</summary>
/// <param name="Zone">See <see cref="ZoneCode"/>.</param>
/// <param name="From">The first day in WITA.</param>
/// <param name="Rate">Null when from that day on nothing is sent there.</param>
public sealed record ShippingRateSet(string Zone, DateOnly From, ShippingRate? Rate);

/// <summary>What parcels to one zone cost, day by day: a new rate leaves the days before it as they were.</summary>
/// <param name="Rates">By their first day, earliest first.</param>
public sealed record ZoneRates(Guid Id, string Zone, IReadOnlyList<DatedRate> Rates)
{
    public static Guid StreamOf(string zone) => StreamId.For("shipping zone", zone);

    public static ZoneRates Create(IEvent<ShippingRateSet> e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return new ZoneRates(e.StreamId, e.Data.Zone, []).Apply(e.Data);
    }

    /// <summary>A zone to which nothing was ever sent.</summary>
    internal static ZoneRates None(string zone) => new(StreamOf(zone), zone, []);

    public ZoneRates Apply(ShippingRateSet e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return this with { Rates = [.. Rates.Where(x => x.From != e.From).Append(new(e.From, e.Rate)).OrderBy(x => x.From)] };
    }

    /// <summary>The rate in force on that day; null before the first, and while nothing is sent there.</summary>
    public ShippingRate? On(DateOnly day) => Rates.LastOrDefault(x => x.From <= day)?.Rate;
}

/// <summary>A rate and the first day on which it holds.</summary>
public sealed record DatedRate(DateOnly From, ShippingRate? Rate);
