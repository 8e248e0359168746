using System.Text.Json.Serialization;
using JasperFx.Events;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Catalogue;

/// <summary>Whether an artisan may use the village mark.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MarkStatus>))]
public enum MarkStatus
{
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("given")] Given,
    [JsonStringEnumMemberName("refused")] Refused,
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,
}

/// <summary>An artisan accepted the rules of the village mark and asked to use it.</summary>
/// <param name="Rules">Number of the rules that were accepted.</param>
public sealed record MarkAskedFor(ArtisanId ArtisanId, RegionCode Village, int Rules, DateTimeOffset At);

/// <summary>The office let the artisan use the village mark.</summary>
public sealed record MarkGiven(DateTimeOffset At);

/// <summary>The office did not let the artisan use the village mark, for a reason.</summary>
public sealed record MarkRefused(string Reason, DateTimeOffset At);

/// <summary>The office took the village mark back, for a reason.</summary>
public sealed record MarkWithdrawn(string Reason, DateTimeOffset At);

/// <summary>An artisan's leave to use the village mark, from asking to the end. Every earlier answer stays in the
/// stream.</summary>
/// <param name="Rules">Number of the rules that the artisan accepted.</param>
/// <param name="Since">When it came to the present status.</param>
/// <param name="Reason">Of a refusal or withdrawal; the artisan reads it.</param>
public sealed record MarkUse(MarkUseId Id, ArtisanId ArtisanId, RegionCode Village, int Rules, MarkStatus Status,
    DateTimeOffset Since, string? Reason)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_markuse";

    /// <summary>Never stored: a fold knows no secret of this house.</summary>
    public VillageId VillageId => VillageId.Of(Village);

    public static MarkUse Create(IEvent<MarkAskedFor> e) => new(MarkUseId.From(e.StreamId), e.Data.ArtisanId, e.Data.Village,
        e.Data.Rules, MarkStatus.Waiting, e.Data.At, null);

    public MarkUse Apply(MarkAskedFor e) => this with
    {
        Village = e.Village,
        Rules = e.Rules,
        Status = MarkStatus.Waiting,
        Since = Status == MarkStatus.Waiting && Village == e.Village ? Since : e.At,
        Reason = null,
    };

    public MarkUse Apply(MarkGiven e) => this with { Status = MarkStatus.Given, Since = e.At, Reason = null };

    public MarkUse Apply(MarkRefused e) => this with { Status = MarkStatus.Refused, Since = e.At, Reason = e.Reason };

    public MarkUse Apply(MarkWithdrawn e) => this with { Status = MarkStatus.Withdrawn, Since = e.At, Reason = e.Reason };

    /// <summary>It waits under rules that are no longer in force: the artisan has to accept the newer ones before it can be
    /// granted.</summary>
    public bool NeedsNewer(MarkRules? rules) => Status == MarkStatus.Waiting && Rules < (rules?.Number ?? 0);

    public static void ConfigureMarten(DocumentMapping mapping) =>
        mapping.Indexes.Add(new IndexDefinition("mt_doc_markuse_artisan") { Columns = ["(data ->> 'ArtisanId')"] });
}
