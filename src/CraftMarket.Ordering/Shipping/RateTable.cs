using Marten;

namespace CraftMarket.Ordering;

/// <summary>All rates that hold today or will hold later, nearest zone first: what the operator looks at, takes home and
/// edits.</summary>
public sealed record RateTable(IReadOnlyList<RateLine> Lines)
{
    public static async Task<RateTable> Read(IQuerySession session, DateOnly today, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return Of(await session.Query<ZoneRates>().ToListAsync(cancellation), today);
    }

    internal static RateTable Of(IEnumerable<ZoneRates> zones, DateOnly today) => new([.. zones
        .OrderBy(x => ZoneCode.Near(x.Zone) is { } near ? (int)near : int.MaxValue).ThenBy(x => x.Zone, StringComparer.Ordinal)
        .SelectMany(x => x.Rates.Where((rate, i) => rate.From > today || i == x.Rates.Count - 1 || x.Rates[i + 1].From > today)
            .Select(rate => new RateLine(x.Zone, rate.From, rate.Rate, rate.From > today)))]);

    /// <summary>Provinces to which nothing is sent today, except perhaps to some of their regencies, and regencies of NTB that
    /// are new to this program.</summary>
    public IEnumerable<Region> Unreached => Regions.Provinces
        .Where(x => x.Code != Regions.Ntb && !Lines.Any(line =>
            line.Zone == x.Code.Value && line is { IsLater: false, Rate: not null }))
        .Concat(ZoneCode.Unplaced);
}

/// <summary>A zone's rate from a day on.</summary>
/// <param name="Rate">Null while nothing is sent there.</param>
/// <param name="IsLater">It does not hold yet.</param>
public sealed record RateLine(string Zone, DateOnly From, ShippingRate? Rate, bool IsLater);
