using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Aggregation;

namespace CraftMarket.Ordering;

/// <summary>What a buyer orders of one article, at the price of that moment.</summary>
/// <param name="Name">The product's name on that day.</param>
/// <param name="Variant">Its size or colour in words; null where there is one kind only.</param>
/// <param name="GroupId">The group under whose brand it was sold; null when it was the artisan's own.</param>
public sealed record OrderLine(SellerOrderId SellerOrderId, ProductId ProductId, string Name, int Quantity, Rupiah Price,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VariantId? VariantId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Variant = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GroupId? GroupId = null)
{
    public Article Article => new(ProductId, VariantId);

    /// <summary>The product with its size or colour.</summary>
    public string Title => Article.Titled(Name, Variant);

    public Rupiah Goods => Price * Quantity;
}

/// <summary>A buyer ordered; stock is held until <paramref name="HeldUntil"/>.</summary>
/// <param name="KeyHash">Hash of the key that opens the order's page; the key itself is told once, and kept only sealed with the
/// e-mail of who gave one.</param>
/// <param name="Brands">The makers' brands on that day; absent in orders older than this.</param>
public sealed record OrderTaken(PaymentMethod Method, string KeyHash, IReadOnlyList<OrderLine> Lines,
    IReadOnlyList<OrderPart> Parts, DateTimeOffset HeldUntil, IReadOnlyList<BrandAtSale>? Brands = null);

/// <summary>The order was paid in full.</summary>
public sealed record OrderPaid(DateTimeOffset At);

/// <summary>The hold ended without payment and the stock became free.</summary>
public sealed record OrderHoldEnded;

/// <summary>The office ended the hold of an order that was neither paid nor answered, and the stock became free.</summary>
public sealed record OrderHoldFreed;

/// <summary>The buyer cancelled it before it was paid or answered, and the stock became free.</summary>
public sealed record OrderCancelled;

/// <summary>The office gave the buyer another key; the one before opens the order no more.</summary>
public sealed record OrderKeyRenewed(string KeyHash);

/// <summary>Payment came after the hold ended and the stock was gone, so all of it goes back.</summary>
public sealed record LatePaymentReturned(DateTimeOffset At);

/// <summary>Where an order stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderStatus>))]
public enum OrderStatus
{
    [JsonStringEnumMemberName("placed")] Placed,
    [JsonStringEnumMemberName("confirmed")] Confirmed,
    [JsonStringEnumMemberName("lapsed")] Lapsed,
    [JsonStringEnumMemberName("returned")] Returned,
}

/// <summary>A buyer's order: one payment, a part for each artisan.</summary>
public sealed record Order(OrderId Id, PaymentMethod Method, string KeyHash, IReadOnlyList<OrderLine> Lines,
    IReadOnlyList<OrderPart> Parts,
    DateTimeOffset PlacedAt, DateTimeOffset HeldUntil, OrderStatus Status, DateTimeOffset? PaidAt, string? Number)
        : IdentifiedBy<OrderId>
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    public static Order Create(IEvent<OrderTaken> e) => new(OrderId.From(e.StreamId), e.Data.Method, e.Data.KeyHash, e.Data.Lines,
        e.Data.Parts, e.Timestamp, e.Data.HeldUntil, OrderStatus.Placed, null, null)
    {
        Brands = e.Data.Brands ?? [],
    };

    /// <summary>The makers' brands of the day it was placed.</summary>
    public IReadOnlyList<BrandAtSale> Brands { get; init; } = [];

    /// <summary>The office ended it before its time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsFreed { get; init; }

    /// <summary>The buyer ended it; money that comes all the same goes back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCancelled { get; init; }

    public Order Apply(OrderPaid e) => this with { Status = OrderStatus.Confirmed, PaidAt = e.At };
    public Order Apply(OrderNumbered e) => this with { Status = OrderStatus.Confirmed, Number = e.Number };
    public Order Apply(OrderHoldEnded e) => this with { Status = OrderStatus.Lapsed };
    public Order Apply(OrderHoldFreed e) => this with { Status = OrderStatus.Lapsed, IsFreed = true };
    public Order Apply(OrderCancelled e) => this with { Status = OrderStatus.Lapsed, IsCancelled = true };
    public Order Apply(OrderKeyRenewed e) => this with { KeyHash = e.KeyHash };
    public Order Apply(LatePaymentReturned e) => this with { Status = OrderStatus.Returned, PaidAt = e.At };

    /// <summary>Nothing of it will come: it lapsed, was paid too late, or every part was refused or given back.</summary>
    public bool IsOff(IReadOnlyCollection<SellerOrder> started) => Status is OrderStatus.Lapsed or OrderStatus.Returned
        || (started.Count == Parts.Count && started.All(x => x.IsOff));

    /// <summary>Its artisans have their parts: it is paid, or will be at the door.</summary>
    internal bool HasParts => Status == OrderStatus.Confirmed || Method.IsPaidAtDoor();

    public Rupiah Total => Parts.Sum(x => x.Total);

    public BrandAtSale? BrandOf(ArtisanId artisan) => Brands.FirstOrDefault(x => x.ArtisanId == artisan && x.GroupId is null);

    /// <summary>The brands of groups under which goods of one artisan were sold.</summary>
    public IReadOnlyList<BrandAtSale> GroupBrandsOf(ArtisanId artisan) =>
        [.. Brands.Where(x => x.ArtisanId == artisan && x.GroupId is not null)];

    public IEnumerable<OrderLine> LinesOf(SellerOrderId part) => Lines.Where(x => x.SellerOrderId == part);
}
