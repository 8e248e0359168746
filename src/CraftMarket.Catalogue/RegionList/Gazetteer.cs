using JasperFx.Events;

namespace CraftMarket.Catalogue;

/// <summary>An official list of regions was imported; what it changed.</summary>
/// <param name="Named">Regions that are new, renamed, back, or got a BPS code.</param>
/// <param name="Gone">Regions that the list covers and does not name any more.</param>
public sealed record RegionsImported(IReadOnlyList<NamedRegion> Named, IReadOnlyList<RegionCode> Gone, DateTimeOffset At);

/// <summary>A region as an official list names it.</summary>
/// <param name="Slug">Its name in addresses; given once, kept through renames.</param>
public sealed record NamedRegion(RegionCode Code, string Name, string? BpsCode, string Slug);

/// <summary>Every region that was ever imported, with the name and BPS code stated last. Nothing is forgotten: a code that vanished from the
/// list is marked as gone and stays readable, and earlier names stay in the stream.</summary>
public sealed record Gazetteer(Guid Id, IReadOnlyDictionary<string, GazetteerLine> Lines, int Edition)
{
    public static readonly Guid TheOnly = NewId.For("gazetteer", "regions");

    public static Gazetteer Create(IEvent<RegionsImported> e) => new Gazetteer(e.StreamId, new Dictionary<string, GazetteerLine>(), 0).Apply(e.Data);

    public Gazetteer Apply(RegionsImported e)
    {
        var lines = new Dictionary<string, GazetteerLine>(Lines);
        foreach (var region in e.Named) lines[region.Code.Value] = new(region.Name, region.BpsCode, region.Slug, null);
        foreach (var code in e.Gone)
        {
            var line = lines.TryGetValue(code.Value, out var known) ? known : GazetteerLine.Of(Regions.Shipped.First(x => x.Code == code));
            lines[code.Value] = line with { GoneAt = e.At };
        }

        return this with { Lines = lines, Edition = Edition + 1 };
    }

    /// <summary>As the rest of the house reads regions.</summary>
    public IEnumerable<Region> Known() => Lines.Select(x => x.Value.Region(RegionCode.Parse(x.Key)));
}

/// <summary>What is known of a region.</summary>
/// <param name="GoneAt">When an import no longer named it; null while it is in the list.</param>
public sealed record GazetteerLine(string Name, string? BpsCode, string Slug, DateTimeOffset? GoneAt)
{
    public static GazetteerLine Of(Region region) => new(region.Name, region.BpsCode, region.Slug, null);

    public Region Region(RegionCode code) => new(code, Name, BpsCode) { Slug = Slug, Gone = GoneAt is not null };
}
