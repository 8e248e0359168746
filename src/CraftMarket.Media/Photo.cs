using System.Text.Json.Serialization;
using JasperFx.Events;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Media;

/// <summary>What an uploaded photo is made of, judged by its bytes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PhotoFormat>))]
public enum PhotoFormat
{
    [JsonStringEnumMemberName("jpeg")] Jpeg,
    [JsonStringEnumMemberName("png")] Png,
    [JsonStringEnumMemberName("webp")] Webp,
    [JsonStringEnumMemberName("heif")] Heif,
}

/// <summary>How far an uploaded photo is on its way to being shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PhotoStatus>))]
public enum PhotoStatus
{
    [JsonStringEnumMemberName("processing")] Processing,
    [JsonStringEnumMemberName("ready")] Ready,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>A picture made from a photo, fit to be shown: upright, sRGB, without metadata.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Url">Named after its content, so it may be cached for ever.</param>
public sealed record Rendition(
    [property: JsonPropertyName("width")] int Width, [property: JsonPropertyName("height")] int Height,
    [property: JsonPropertyName("format")] string Format, [property: JsonPropertyName("url")] string Url);

/// <summary>An artisan or the office uploaded a photo; its original lies in the private store under its content's name.</summary>
public sealed record PhotoUploaded(PhotoOwner Owner, string Content, PhotoFormat Format, int Width, int Height, long Bytes);

/// <summary>The renditions of a photo were made.</summary>
public sealed record PhotoRenditionsMade(IReadOnlyList<Rendition> Renditions);

/// <summary>A photo turned out to be unreadable when its pixels were looked at.</summary>
public sealed record PhotoFoundUnusable(string Reason);

/// <summary>The photo's owner was erased: original and pictures are forgotten.</summary>
public sealed record PhotoErased;

/// <summary>A photo of an artisan or of the office: the private original and the renditions that anyone may see.</summary>
public sealed record Photo(PhotoId Id, PhotoOwner Owner, string Content, PhotoStatus Status, IReadOnlyList<Rendition> Renditions)
{
    /// <summary>Its table, for queries that name it.</summary>
    public const string Table = "market.mt_doc_photo";

    public static void ConfigureMarten(DocumentMapping mapping) =>
        mapping.Indexes.Add(new IndexDefinition("mt_doc_photo_owner") { Columns = ["(data ->> 'Owner')"] });

    /// <summary>Size of the original.</summary>
    public long Bytes { get; init; }

    public static Photo Create(IEvent<PhotoUploaded> e) =>
        new(PhotoId.From(e.StreamId), e.Data.Owner, e.Data.Content, PhotoStatus.Processing, []) { Bytes = e.Data.Bytes };

    public Photo Apply(PhotoRenditionsMade e) => this with { Status = PhotoStatus.Ready, Renditions = e.Renditions };

    /// <summary>Nothing is left of it but that it was there.</summary>
    public bool Erased { get; init; }

    public Photo Apply(PhotoErased e) => this with { Status = PhotoStatus.Failed, Renditions = [], Erased = true };

    /// <summary>What to tell whoever sent it; null while nothing is wrong.</summary>
    public Refusal? Problem => Status == PhotoStatus.Failed ? PhotoRefusals.Damaged : null;

    public Photo Apply(PhotoFoundUnusable e) => this with { Status = PhotoStatus.Failed };
}
