using System.Text.Json.Serialization;
using JasperFx.Events;
using Marten.Schema;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace CraftMarket.Catalogue;

/// <summary>What a review is about: in older streams since the part was delivered, now when it is first written.</summary>
/// <param name="Regency">Where it went; all that is ever said of who wrote the review.</param>
public sealed record ReviewInvited(SellerOrderId SellerOrderId, ArtisanId ArtisanId, IReadOnlyList<ProductId> Products,
    RegionCode? Regency, DateOnly On);

/// <summary>The buyer gave stars, and perhaps words, which lie sealed beside.</summary>
/// <param name="Stars">1 to 5.</param>
public sealed record ReviewWritten(int Stars, DateTimeOffset At);

/// <summary>The maker answered; the words lie sealed beside.</summary>
public sealed record ReviewAnswered(DateTimeOffset At);

/// <summary>A curator or the office hid the review.</summary>
/// <param name="Reason">Code of the reason.</param>
public sealed record ReviewHidden(string Reason, DateTimeOffset At);

/// <summary>A hidden review is shown again.</summary>
public sealed record ReviewShown(DateTimeOffset At);

/// <summary>All money of the part went back to its buyer. Stands in older streams; <see cref="ReviewablePart"/> knows it
/// now.</summary>
public sealed record ReviewVoided(DateTimeOffset At);

/// <summary>The one review that the buyer of a delivered part can write.</summary>
/// <param name="Stars">Null until it is written.</param>
/// <param name="HiddenFor">Code of the reason; null while it is shown.</param>
public sealed record PartReview(Guid Id, SellerOrderId SellerOrderId, ArtisanId ArtisanId, IReadOnlyList<ProductId> Products,
    RegionCode? Regency,
    DateOnly DeliveredOn, int? Stars, DateTimeOffset? WrittenAt, DateTimeOffset? AnsweredAt, string? HiddenFor)
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_partreview";

    public static PartReview Create(IEvent<ReviewInvited> e) =>
        new(e.StreamId, e.Data.SellerOrderId, e.Data.ArtisanId, e.Data.Products, e.Data.Regency, e.Data.On, null, null,
            null, null);

    public PartReview Apply(ReviewWritten e) => this with { Stars = e.Stars, WrittenAt = e.At };

    public PartReview Apply(ReviewAnswered e) => this with { AnsweredAt = e.At };

    public PartReview Apply(ReviewHidden e) => this with { HiddenFor = e.Reason };

    public PartReview Apply(ReviewShown e) => this with { HiddenFor = null };

    public PartReview Apply(ReviewVoided _) => this;

    /// <summary>A stream of its own beside what Ordering keeps under the part's id.</summary>
    public static Guid StreamOf(SellerOrderId part) => StreamId.For("review", part.Value.ToString());

    public static void ConfigureMarten(DocumentMapping mapping)
    {
        mapping.Indexes.Add(new IndexDefinition("mt_doc_partreview_products")
        {
            Columns = ["(data -> 'Products')"],
            Method = IndexMethod.gin
        });
        mapping.Indexes.Add(new IndexDefinition("mt_doc_partreview_artisan") { Columns = ["(data ->> 'ArtisanId')"] });
    }
}

/// <summary>What buyer and maker wrote, the buyer's words sealed under the review's key and the answer under the artisan's: words
/// may name people, and each is erased with who wrote them.</summary>
/// <param name="Key">Only in words older than the key store.</param>
public sealed record ReviewWords(Guid Id, ArtisanId ArtisanId, SealedBox? Words, SealedBox? Answer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WrappedKey? Key = null)
{
    /// <summary>Empty when the buyer wrote nothing or was erased.</summary>
    public string Said(LoadedKeys keys) => Words is { } box ? keys.Open<string>(new Subject(Id), box, Key) ?? "" : "";

    /// <summary>Null when there is no answer, or the maker was erased.</summary>
    public string? Answered(LoadedKeys keys) => Answer is { } box ? keys.Open<string>(ArtisanId, box, Key) : null;

    internal IEnumerable<Subject> Subjects => [new(Id), ArtisanId];
}
