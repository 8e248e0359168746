using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Ordering;

/// <summary>Takes in a table of shipping rates, whole or not at all: one wrong row, and nothing of it counts. Zones that it does
/// not name keep their rates.</summary>
/// <param name="OnlyLook">Says what would change and changes nothing.</param>
public sealed record ImportRates(RateFile File, bool OnlyLook);

/// <summary>What became of the rows, each of them, in the order of the file.</summary>
/// <param name="Taken">The rates are in force, or will be from their day on.</param>
public sealed record RatesRead(IReadOnlyList<RateOutcome> Rows, bool Taken) : Answer
{
    public IEnumerable<RateOutcome> Wrong => Rows.Where(x => x.Problem is not null);

    public int Changed => Rows.Count(x => x.Problem is null && x.IsChange);
}

/// <summary>What became of a row.</summary>
/// <param name="Set">What it says; null when it cannot be read.</param>
/// <param name="Before">The rate that would hold on its first day without it; null where nothing is sent.</param>
/// <param name="Problem">Null for a good row.</param>
public sealed record RateOutcome(int Row, string Zone, ShippingRateSet? Set, ShippingRate? Before, RateProblem? Problem)
{
    /// <summary>It says something else than holds already.</summary>
    public bool IsChange => Set is not null && Set.Rate != Before;
}

/// <summary>The zones that a file names, each locked; one without rates so far has no state.</summary>
public sealed record LockedZones(IReadOnlyDictionary<string, IEventStream<ZoneRates>> Streams);

public static class ImportRatesHandler
{
    /// <summary>The zones that the file names, locked in one order, so that two imports cannot mix.</summary>
    public static async Task<LockedZones> LoadAsync(ImportRates command, IDocumentSession session, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        var zones = command.File.Rows.Select(x => RateCheck.Read(x, default).Set?.Zone).OfType<string>().Distinct()
            .Order(StringComparer.Ordinal).ToList();
        var batch = session.CreateBatchQuery();
        var streams = zones.Select(x => batch.Events.FetchForExclusiveWriting<ZoneRates>(ZoneRates.StreamOf(x))).ToList();
        await batch.Execute(cancellation);
        return new(zones.Zip(await Task.WhenAll(streams)).ToDictionary(x => x.First, x => x.Second));
    }

    public static (Answer, IEnumerable<IMartenOp>) Handle(ImportRates command, LockedZones zones, DateTimeOffset now)
    {
        var rows = Decide(command.File, zones.Streams.ToDictionary(x => x.Key, x => x.Value.Aggregate), LocalMonth.DayOf(now));
        var taken = !command.OnlyLook && rows.All(x => x.Problem is null);
        return (new RatesRead(rows, taken), !taken ? [] : [.. rows.Where(x => x.IsChange)
            .Select(x => zones.Streams[x.Zone].Append(x.Set!))]);
    }

    internal static IReadOnlyList<RateOutcome> Decide(RateFile file, IReadOnlyDictionary<string, ZoneRates?> known,
        DateOnly today)
    {
        var seen = new HashSet<(string, DateOnly)>();
        var zones = new Dictionary<string, ZoneRates?>(known);
        // A row is held against what the earlier days of the same file make of its zone: a fee may go up for a feast and back.
        return [.. file.Rows.Select(x => (x.Row, x.Zone, Read: RateCheck.Read(x, today)))
            .OrderBy(x => x.Read.Set?.From).ThenBy(x => x.Row)
            .Select(x => Outcome(x.Row, x.Zone, x.Read.Set, x.Read.Problem)).ToList().OrderBy(x => x.Row)];

        RateOutcome Outcome(int row, string zone, ShippingRateSet? set, RateProblem? problem)
        {
            if (set is null) return new(row, zone, null, null, problem);
            var rates = zones.GetValueOrDefault(set.Zone) ?? ZoneRates.None(set.Zone);
            var outcome = new RateOutcome(row, set.Zone, set, rates.On(set.From), null);
            if (!seen.Add((set.Zone, set.From))) return outcome with { Problem = Twice };
            if (outcome.IsChange && set.From < today) return outcome with { Problem = Past };
            zones[set.Zone] = rates.Apply(set);
            return outcome;
        }
    }

    private static readonly RateProblem Twice = new("duplicate_zone",
        new("Zona ini dengan tanggal mulai yang sama sudah ada di baris lain.",
        "This zone stands in another row already, with the same first day."));

    private static readonly RateProblem Past = new("day_past", new(
        "Ongkos ini berubah, tetapi tanggal mulainya sudah lewat. Tulis hari ini atau sesudahnya; kosong berarti mulai hari ini.",
        "This rate changes, but its first day is over. Write today or a later day; empty means from today."));
}
