using System.Text.Json;
using System.Text.Json.Serialization;

namespace CraftMarket.Kernel;

/// <summary>A small type around a UUID, so that an order's id can never stand where a product's belongs.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }
    static abstract TSelf From(Guid value);
}

/// <summary>Somebody with a person file: participant, artisan or companion.</summary>
[JsonConverter(typeof(IdJson<PersonId>))]
public readonly record struct PersonId(Guid Value) : IId<PersonId> { public static PersonId From(Guid value) => new(value); }

/// <summary>The seller role of a person.</summary>
[JsonConverter(typeof(IdJson<ArtisanId>))]
public readonly record struct ArtisanId(Guid Value) : IId<ArtisanId> { public static ArtisanId From(Guid value) => new(value); }

/// <summary>A group of artisans of one village (kelompok) with a brand of its own.</summary>
[JsonConverter(typeof(IdJson<GroupId>))]
public readonly record struct GroupId(Guid Value) : IId<GroupId> { public static GroupId From(Guid value) => new(value); }

/// <summary>A training programme.</summary>
[JsonConverter(typeof(IdJson<ProgrammeId>))]
public readonly record struct ProgrammeId(Guid Value)
    : IId<ProgrammeId>
{ public static ProgrammeId From(Guid value) => new(value); }

/// <summary>A training batch (angkatan) of a programme.</summary>
[JsonConverter(typeof(IdJson<BatchId>))]
public readonly record struct BatchId(Guid Value) : IId<BatchId> { public static BatchId From(Guid value) => new(value); }

/// <summary>An uploaded photo with its renditions.</summary>
[JsonConverter(typeof(IdJson<PhotoId>))]
public readonly record struct PhotoId(Guid Value) : IId<PhotoId> { public static PhotoId From(Guid value) => new(value); }

/// <summary>Whose a photo is: an artisan's, who alone may use it, or the office's, for the villages.</summary>
[JsonConverter(typeof(IdJson<PhotoOwner>))]
public readonly record struct PhotoOwner(Guid Value) : IId<PhotoOwner>
{
    public static readonly PhotoOwner Office = new(NewId.For("photo-owner", "office"));

    /// <summary>The artisan; null when it is the office.</summary>
    public ArtisanId? Artisan => this == Office ? null : new ArtisanId(Value);

    public static PhotoOwner From(Guid value) => new(value);
    public static PhotoOwner Of(ArtisanId artisan) => new(artisan.Value);
    public static implicit operator PhotoOwner(ArtisanId artisan) => Of(artisan);
}

/// <summary>An industrial village with its face, mark and stages.</summary>
[JsonConverter(typeof(IdJson<VillageId>))]
public readonly record struct VillageId(Guid Value) : IId<VillageId>
{
    public static VillageId From(Guid value) => new(value);
    public static VillageId Of(RegionCode village) => new(StreamId.For("village", village.Value));
}

/// <summary>An artisan's leave to use the mark of the home village.</summary>
[JsonConverter(typeof(IdJson<MarkUseId>))]
public readonly record struct MarkUseId(Guid Value) : IId<MarkUseId>
{
    public static MarkUseId From(Guid value) => new(value);
    public static MarkUseId Of(ArtisanId artisan) => new(StreamId.For("mark-use", artisan.Value.ToString()));
}

/// <summary>A product of an artisan.</summary>
[JsonConverter(typeof(IdJson<ProductId>))]
public readonly record struct ProductId(Guid Value) : IId<ProductId> { public static ProductId From(Guid value) => new(value); }

/// <summary>One size or colour in which a product is sold.</summary>
[JsonConverter(typeof(IdJson<VariantId>))]
public readonly record struct VariantId(Guid Value) : IId<VariantId> { public static VariantId From(Guid value) => new(value); }

/// <summary>What a buyer takes into the hand: a product, or one of its sizes or colours where it has them.</summary>
/// <param name="VariantId">Null for a product that is sold in one kind only.</param>
public readonly record struct Article(ProductId ProductId, VariantId? VariantId = null)
{
    public static implicit operator Article(ProductId product) => new(product);

    /// <summary>The product by its name with its size or colour: <c>Tas daun tembakau (Merah, besar)</c>.</summary>
    /// <param name="kind">Size or colour in words; null where there is one kind only.</param>
    public static string Titled(string product, string? kind) => kind is null ? product : $"{product} ({kind})";
}

/// <summary>The pieces of one article: a stream of its own, because the product's stream is Catalogue's.</summary>
[JsonConverter(typeof(IdJson<StockItemId>))]
public readonly record struct StockItemId(Guid Value) : IId<StockItemId>
{
    public static StockItemId From(Guid value) => new(value);
    public static StockItemId Of(Article article) => new(article.VariantId is { } variant
        ? StreamId.For("stock", article.ProductId.Value.ToString(), variant.Value.ToString())
        : StreamId.For("stock", article.ProductId.Value.ToString()));
}

/// <summary>A buyer's order: one payment, one part per artisan.</summary>
[JsonConverter(typeof(IdJson<OrderId>))]
public readonly record struct OrderId(Guid Value) : IId<OrderId> { public static OrderId From(Guid value) => new(value); }

/// <summary>The part of an order that one artisan makes and ships.</summary>
[JsonConverter(typeof(IdJson<SellerOrderId>))]
public readonly record struct SellerOrderId(Guid Value)
    : IId<SellerOrderId>
{ public static SellerOrderId From(Guid value) => new(value); }

/// <summary>The payment of one order.</summary>
[JsonConverter(typeof(IdJson<PaymentId>))]
public readonly record struct PaymentId(Guid Value) : IId<PaymentId>
{
    public static PaymentId From(Guid value) => new(value);
    public static PaymentId Of(OrderId order) => new(StreamId.For("payment", order.Value.ToString()));
}

/// <summary>One entry of the ledger. The same cause always has the same id, so that it is booked once.</summary>
[JsonConverter(typeof(IdJson<LedgerEntryId>))]
public readonly record struct LedgerEntryId(Guid Value) : IId<LedgerEntryId>
{
    public static LedgerEntryId From(Guid value) => new(value);
    public static LedgerEntryId For(string cause, Guid id) => new(StreamId.For("entry", cause, id.ToString()));
}

/// <summary>A sum of money sent to an artisan.</summary>
[JsonConverter(typeof(IdJson<PayoutId>))]
public readonly record struct PayoutId(Guid Value) : IId<PayoutId> { public static PayoutId From(Guid value) => new(value); }

/// <summary>A refund of one part of an order.</summary>
[JsonConverter(typeof(IdJson<RefundId>))]
public readonly record struct RefundId(Guid Value) : IId<RefundId> { public static RefundId From(Guid value) => new(value); }

/// <summary>A sale that did not go through the shop.</summary>
[JsonConverter(typeof(IdJson<SaleId>))]
public readonly record struct SaleId(Guid Value) : IId<SaleId> { public static SaleId From(Guid value) => new(value); }

/// <summary>A request to erase somebody's data.</summary>
[JsonConverter(typeof(IdJson<ErasureId>))]
public readonly record struct ErasureId(Guid Value) : IId<ErasureId> { public static ErasureId From(Guid value) => new(value); }

internal sealed class IdJson<T> : JsonConverter<T> where T : struct, IId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => T.From(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        T.From(Guid.Parse(reader.GetString()!));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value.ToString());
}
