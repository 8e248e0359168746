using JasperFx.Events;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Takes in an official list of regions. The same list again changes nothing.</summary>
public sealed record ImportRegions(RegionFile File);

/// <summary>What came of an import.</summary>
/// <param name="Gone">Regions that the list covers and does not name any more; their codes stay readable.</param>
/// <param name="GoneWithheld">Some line could not be read, and any region may have stood there: so none was marked as
/// gone.</param>
public sealed record RegionsTaken(int Imported, int Changed, int Unchanged, int Gone, IReadOnlyList<RejectedRegion> Rejected,
    bool GoneWithheld) : Answer;

public static class ImportRegionsHandler
{
    public static Task<IEventStream<Gazetteer>> LoadAsync(ImportRegions command, IDocumentSession session,
        CancellationToken cancellation) =>
        session.Events.FetchForExclusiveWriting<Gazetteer>(Gazetteer.TheOnly, cancellation);

    public static (Answer, IEnumerable<IMartenOp>) Handle(ImportRegions command, IEventStream<Gazetteer> gazetteer,
        DateTimeOffset now)
    {
        var (taken, imported) = Decide(command.File, gazetteer.Aggregate?.Known() ?? [], now);
        return (taken, imported is null ? [] : [gazetteer.Append(imported)]);
    }

    internal static (RegionsTaken Taken, RegionsImported? Imported) Decide(RegionFile file, IEnumerable<Region> imported,
        DateTimeOffset now)
    {
        var known = Regions.Shipped.ToDictionary(x => x.Code);
        foreach (var region in imported) known[region.Code] = region;
        var (good, bad) = RegionCheck.Sort(file.Rows, known.ContainsKey, Holders(file, known));
        var slugs = known.Values.Where(x => x.Code.IsVillage).Select(x => x.Slug).ToHashSet();
        var named = new List<NamedRegion>();
        var renewed = 0;
        foreach (var (code, row) in good.OrderBy(x => x.Key.Value, StringComparer.Ordinal))
        {
            var before = known.GetValueOrDefault(code);
            // A list without BPS codes says nothing about them; it does not take them away.
            var bps = row.BpsCode
                ?? (before is { Gone: true } && known.Values.Any(x => !x.Gone && x.BpsCode == before.BpsCode) ? null
                : before?.BpsCode);
            if (before is { Gone: false } && (before.Name, before.BpsCode) == (row.Name, bps)) continue;
            if (before is not null) renewed++;
            named.Add(new(code, row.Name, bps, before?.Slug ?? Slug(code, row.Name, good, slugs)));
        }

        var gone = Missing(known, good, file);
        var whole = NamedWhole(known, good, bad, file);
        List<RejectedRegion> rejected = [.. bad.Concat(file.Damaged.Select(RejectedRegion.Of)).OrderBy(x => x.Row)];
        return (new(named.Count - renewed, renewed, good.Count - named.Count, gone.Count, rejected, file.IsDoubtful),
            named.Count + gone.Count + whole.Count > 0 ? new RegionsImported(named, gone, now, whole) : null);
    }

    /// <summary>Who keeps a BPS code after this list: a district that is split hands its villages' codes on, two regions may
    /// trade theirs.</summary>
    private static ILookup<string, RegionCode> Holders(RegionFile file, Dictionary<RegionCode, Region> known)
    {
        var likely = RegionCheck.Sort(file.Rows, known.ContainsKey, Array.Empty<RegionCode>().ToLookup(x => "")).Good;
        var leaving = Missing(known, likely, file).ToHashSet();
        return known.Values.Where(x => x is { Gone: false, BpsCode: not null } && !leaving.Contains(x.Code)
            && likely.GetValueOrDefault(x.Code)?.BpsCode is null)
            .ToLookup(x => x.BpsCode!, x => x.Code);
    }

    /// <summary>Plain where it is free; else with the district's name, else with the code: several villages of NTB share a
    /// name.</summary>
    private static string Slug(RegionCode code, string name, Dictionary<RegionCode, RegionRow> good, HashSet<string> taken)
    {
        var plain = Region.SlugOf(name) is { Length: > 0 } slug ? slug : "wilayah";
        if (!code.IsVillage || taken.Add(plain)) return plain;
        var district = good.TryGetValue(code.Parent, out var row) ? row.Name : Regions.NameOf(code.Parent);
        var longer = $"{plain}-{Region.SlugOf(district)}";
        return taken.Add(longer) ? longer : $"{plain}-{Region.SlugOf(code.Value)}";
    }

    /// <summary>A list speaks for the children of a region when it names the region itself and at least one of them: a list of
    /// one district says nothing of the others. What lies in a region that is gone is gone with it. A row with a mistake still
    /// names its code, and those above.</summary>
    private static List<RegionCode> Missing(Dictionary<RegionCode, Region> known, Dictionary<RegionCode, RegionRow> good,
        RegionFile file)
    {
        if (file.IsDoubtful) return [];
        var spokenFor = SpokenFor(good).ToHashSet();
        var named = file.Rows.SelectMany(x => Upwards(RegionCode.Parse(x.Code))).ToHashSet();
        var gone = known.Values.Where(x => x.Gone && !named.Contains(x.Code)).Select(x => x.Code).ToHashSet();
        var missing = new List<RegionCode>();
        // Parents first.
        foreach (var region in known.Values.Where(x => !x.Gone && !x.Code.IsProvince && !named.Contains(x.Code))
            .OrderBy(x => x.Code.Value.Length))
            if ((spokenFor.Contains(region.Code.Parent) || gone.Contains(region.Code.Parent)) && gone.Add(region.Code))
                missing.Add(region.Code);
        return [.. missing.OrderBy(x => x.Value, StringComparer.Ordinal)];
    }

    /// <summary>Regions that the list speaks for whole and no list did before. A row that was refused may be the one that is
    /// missing.</summary>
    private static List<RegionCode> NamedWhole(Dictionary<RegionCode, Region> known, Dictionary<RegionCode, RegionRow> good,
        IReadOnlyList<RejectedRegion> bad, RegionFile file)
    {
        if (file.IsDoubtful) return [];
        var doubtful = bad.Select(x => RegionCode.Parse(x.Region).Parent).ToHashSet();
        return [.. SpokenFor(good).Where(x => !doubtful.Contains(x) && known.GetValueOrDefault(x) is not { ListedWhole: true })
            .OrderBy(x => x.Value, StringComparer.Ordinal)];
    }

    private static IEnumerable<RegionCode> SpokenFor(Dictionary<RegionCode, RegionRow> good) =>
        good.Keys.Where(x => !x.IsProvince && good.ContainsKey(x.Parent)).Select(x => x.Parent).Distinct();

    private static IEnumerable<RegionCode> Upwards(RegionCode code)
    {
        for (; !code.IsProvince; code = code.Parent) yield return code;
    }
}
