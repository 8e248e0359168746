using JasperFx.Events;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Catalogue;

/// <summary>An industrial village: what is its own, its mark, how far its roll-out is, where it lies.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Rules">The rules of the mark that hold now; null before the first.</param>
/// <param name="Stages">Every stage reached, by day.</param>
/// <param name="Hours">When visitors are welcome.</param>
/// <param name="Edition">Counts changes, so that nobody overwrites what they have not seen.</param>
public sealed record Village(VillageId Id, RegionCode Code, string Slug, string Name, Wording Tagline, Wording Story,
    Wording Character,
    MarkDesign Mark, MarkRules? Rules, IReadOnlyList<GalleryPhoto> Gallery, IReadOnlyList<StageStep> Stages, bool Pilot,
    MapPlace? Place, Wording Hours, int Edition)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_village";

    /// <summary>The look of a mark that nobody has designed yet.</summary>
    public const string PlainColour = "#6b4a2f", PlainAccent = "#c9973f";

    public static Village Create(IEvent<VillageOpened> e) =>
        new(VillageId.From(e.StreamId), e.Data.Code, e.Data.Slug, e.Data.Name ?? e.Data.Slug,
        Wording.Nothing, Wording.Nothing, Wording.Nothing, new(e.Data.Name ?? e.Data.Slug, PlainColour, PlainAccent, null), null,
        [], [], false, null, Wording.Nothing, 1);

    public Village Apply(VillageIdentityWritten e) =>
        Next() with { Name = e.Name, Tagline = e.Tagline, Story = e.Story, Character = e.Character };

    public Village Apply(VillageMarkDesigned e) => Next() with { Mark = e.Design };

    // Nobody wrote anything, so nobody's form becomes stale.
    public Village Apply(VillageLogoReady e) => this with { ReadyLogo = e.Logo };

    public Village Apply(VillageMarkRulesIssued e) => Next() with { Rules = new(e.Number, e.Rules, e.At) };

    public Village Apply(VillageGalleryArranged e) => Next() with { Gallery = e.Photos };

    public Village Apply(VillageStageReached e) =>
        Next() with { Stages = [.. Stages.Append(new(e.Stage, e.On)).OrderBy(x => x.On)] };

    public Village Apply(VillageStageCorrected e) => Next() with { Stages = [.. Stages.SkipLast(1), new(e.Stage, e.On)] };

    public Village Apply(VillagePilotChanged e) => Next() with { Pilot = e.Pilot };

    public Village Apply(VillagePlaced e) => Next() with { Place = e.Place };

    public Village Apply(VillageHoursChanged e) => Next() with { Hours = e.Hours };

    public Village Apply(VillageContactChanged e) => Next();

    /// <summary>Somebody else has written since the office's writer looked.</summary>
    /// <param name="seen">The edition that the writer had before them; null to write over whatever is there.</param>
    internal Refusal? Stale(int? seen) => seen is null || seen == Edition ? null
        : Refusal.Conflict("stale", "Data ini sudah diubah orang lain. Muat ulang, lalu coba lagi.",
            "Somebody changed this meanwhile. Reload and try again.");

    /// <summary>The logo that can be shown; another than the mark's while that one is in the making.</summary>
    public PhotoId? ReadyLogo { get; init; }

    /// <summary>Where the roll-out stands; null before its first stage.</summary>
    public string? Stage => Stages is [.., var last] ? last.Stage : null;

    private Village Next() => this with { Edition = Edition + 1 };

    public static void ConfigureMarten(DocumentMapping mapping) =>
        mapping.Indexes.Add(new IndexDefinition("mt_doc_village_code") { Columns = ["(data ->> 'Code')"] });
}
