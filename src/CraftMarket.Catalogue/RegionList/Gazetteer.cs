using JasperFx.Events;

namespace CraftMarket.Catalogue;

/// <summary>An official list of regions was imported; what it changed.</summary>
/// <param name="Named">Regions that are new, renamed, back, or got a BPS code.</param>
/// <param name="Gone">Regions that the list covers and does not name any more.</param>
/// <param name="Whole">Regions of which the list named everything right below, and no list had before; null in an import that did
/// not look.</param>
public sealed record RegionsImported(IReadOnlyList<NamedRegion> Named, IReadOnlyList<RegionCode> Gone, DateTimeOffset At,
    IReadOnlyList<RegionCode>? Whole = null);

/// <summary>A region as an official list names it.</summary>
/// <param name="Slug">Its name in addresses; given once, kept through renames.</param>
public sealed record NamedRegion(RegionCode Code, string Name, string? BpsCode, string Slug);

/// <summary>Every region that was ever imported, with the name and BPS code stated last. Nothing is forgotten: a code that
/// vanished from the list is marked as gone and stays readable, and earlier names stay in the stream.</summary>
public sealed record Gazetteer(Guid Id, IReadOnlyDictionary<string, GazetteerLine> Lines, int Edition)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_gazetteer";

    public static Guid TheOnly => StreamId.For("gazetteer", "regions");

    public static Gazetteer Create(IEvent<RegionsImported> e) =>
        new Gazetteer(e.StreamId, new Dictionary<string, GazetteerLine>(), 0).Apply(e.Data);

    public Gazetteer Apply(RegionsImported e)
    {
        var lines = new Dictionary<string, GazetteerLine>(Lines);
        foreach (var region in e.Named)
            lines[region.Code.Value] =
                new(region.Name, region.BpsCode, region.Slug, null) { ListedWhole = Known(region.Code)?.ListedWhole == true };
        foreach (var code in e.Gone) lines[code.Value] = Known(code)! with { GoneAt = e.At };
        foreach (var code in e.Whole ?? DistrictsOf(e.Named))
            if (Known(code) is { } line) lines[code.Value] = line with { ListedWhole = true };
        return this with { Lines = lines, Edition = Edition + 1 };

        GazetteerLine? Known(RegionCode code) => lines.TryGetValue(code.Value, out var line) ? line
            : Regions.Shipped.FirstOrDefault(x => x.Code == code) is { } shipped ? GazetteerLine.Of(shipped) : null;
    }

    /// <summary>Imports that did not say so named a district's villages all at once.</summary>
    private static IEnumerable<RegionCode> DistrictsOf(IReadOnlyList<NamedRegion> named) =>
        named.Where(x => x.Code.IsVillage).Select(x => x.Code.Parent).Distinct();

    /// <summary>As the rest of the house reads regions.</summary>
    public IEnumerable<Region> Known() => Lines.Select(x => x.Value.Region(RegionCode.Parse(x.Key)));
}

/// <summary>What is known of a region.</summary>
/// <param name="GoneAt">When an import no longer named it; null while it is in the list.</param>
public sealed record GazetteerLine(string Name, string? BpsCode, string Slug, DateTimeOffset? GoneAt)
{
    /// <summary>A list named everything right below it.</summary>
    public bool ListedWhole { get; init; }

    public static GazetteerLine Of(Region region) =>
        new(region.Name, region.BpsCode, region.Slug, null) { ListedWhole = region.ListedWhole };

    public Region Region(RegionCode code) =>
        new(code, Name, BpsCode) { Slug = Slug, Gone = GoneAt is not null, ListedWhole = ListedWhole };
}
