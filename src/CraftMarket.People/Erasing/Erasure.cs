using System.Text.Json.Serialization;
using JasperFx.Events;
using Marten.Schema;
using Weasel.Postgresql.Tables;

namespace CraftMarket.People.Erasing;

/// <summary>Staff asked that somebody's data be erased: a person's, or those of an order's buyer.</summary>
/// <param name="PersonId">Null when it is a buyer.</param>
/// <param name="OrderId">Null when it is a person with a file.</param>
/// <param name="Reason">Code of the reason.</param>
/// <param name="By">Account that asked.</param>
public sealed record ErasureAsked(PersonId? PersonId, OrderId? OrderId, string Reason, string By, DateTimeOffset At);

/// <summary>A second person agreed, so the data go.</summary>
public sealed record ErasureAgreed(string By, DateTimeOffset At);

/// <summary>The data stay.</summary>
public sealed record ErasureDeclined(string By, DateTimeOffset At);

/// <summary>How far a request to erase is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureStatus>))]
public enum ErasureStatus
{
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("agreed")] Agreed,
    [JsonStringEnumMemberName("declined")] Declined,
}

/// <summary>A request to erase somebody's data, on which two people of the office decide. It stays as the office's record,
/// without a name.</summary>
public sealed record Erasure(ErasureId Id, PersonId? PersonId, OrderId? OrderId, string Reason, string AskedBy,
    DateTimeOffset AskedAt, ErasureStatus Status, string? DecidedBy, DateTimeOffset? DecidedAt)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_erasure";

    public static Erasure Create(IEvent<ErasureAsked> e) =>
        new(ErasureId.From(e.StreamId), e.Data.PersonId, e.Data.OrderId, e.Data.Reason, e.Data.By, e.Data.At,
            ErasureStatus.Waiting, null, null);

    public Erasure Apply(ErasureAgreed e) => this with { Status = ErasureStatus.Agreed, DecidedBy = e.By, DecidedAt = e.At };

    public Erasure Apply(ErasureDeclined e) => this with { Status = ErasureStatus.Declined, DecidedBy = e.By, DecidedAt = e.At };

    /// <summary>Whose key it concerns.</summary>
    public Subject Subject => PersonId is { } person ? person : OrderId!.Value;

    public static void ConfigureMarten(DocumentMapping mapping)
    {
        mapping.Indexes.Add(new IndexDefinition("mt_doc_erasure_person") { Columns = ["(data ->> 'PersonId')"] });
        mapping.Indexes.Add(new IndexDefinition("mt_doc_erasure_order") { Columns = ["(data ->> 'OrderId')"] });
    }
}

/// <summary>What staff wrote about a request, sealed under the key of whom it is about and erased with them.</summary>
/// <param name="Id">The request.</param>
/// <param name="Whose">The person or the order.</param>
public sealed record ErasureWords(Guid Id, Guid Whose, SealedBox Words);

/// <summary>Why data may be erased. The list is data: an office adds to it without a new version.</summary>
/// <param name="Id">The code.</param>
public sealed record ErasureReason(string Id, Wording Words, int Place)
{
    public static readonly ErasureReason[] Initial =
    [
        new("asked", new("Orangnya sendiri meminta", "The person asked for it"), 1),
        new("family", new("Keluarga meminta, orangnya sudah meninggal", "The family asked, the person has died"), 2),
        new("mistake", new("Datanya dicatat karena keliru", "Recorded by mistake"), 3),
        new("not_needed", new("Datanya tidak diperlukan lagi", "Not needed any more"), 4),
    ];
}
