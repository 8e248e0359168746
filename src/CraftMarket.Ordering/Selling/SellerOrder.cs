using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Aggregation;

namespace CraftMarket.Ordering;

/// <summary>An artisan got a part of an order to fill.</summary>
public sealed record SellerOrderReceived(OrderId OrderId, ArtisanId ArtisanId, PaymentMethod Method, Rupiah Goods,
    Rupiah Shipping, Rupiah Fee, IReadOnlyList<OrderLine> Lines);

/// <summary>The artisan takes the part on.</summary>
public sealed record SellerOrderAccepted;

/// <summary>The artisan cannot fill the part, or did not answer in time.</summary>
public sealed record SellerOrderRefused(string Reason);

/// <summary>The part is with a courier.</summary>
public sealed record SellerOrderShipped(string Courier, string TrackingNumber);

/// <summary>The buyer has the part. Stands in older streams; <see cref="PartDelivered"/> says it now.</summary>
/// <param name="On">The day in WITA.</param>
public sealed record SellerOrderDelivered(DateOnly On);

/// <summary>All the buyer's money went back before the part left the house: it ends, and its pieces are free again.</summary>
public sealed record SellerOrderGivenBack;

/// <summary>Money of the part goes back to the buyer.</summary>
public sealed record RefundGranted(RefundId RefundId, Rupiah Amount, string Reason);

/// <summary>Where an artisan's part stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SellerOrderStatus>))]
public enum SellerOrderStatus
{
    [JsonStringEnumMemberName("received")] Received,
    [JsonStringEnumMemberName("accepted")] Accepted,
    [JsonStringEnumMemberName("refused")] Refused,
    [JsonStringEnumMemberName("shipped")] Shipped,
    [JsonStringEnumMemberName("delivered")] Delivered,
    [JsonStringEnumMemberName("givenBack")] GivenBack,
}

/// <summary>The part of an order that one artisan fills.</summary>
public sealed record SellerOrder(SellerOrderId Id, OrderId OrderId, ArtisanId ArtisanId, PaymentMethod Method, Rupiah Goods,
    Rupiah Shipping,
    Rupiah Fee, IReadOnlyList<OrderLine> Lines, DateTimeOffset ReceivedAt, SellerOrderStatus Status, string? RefusalReason,
    string? Courier,
    string? TrackingNumber, DateOnly? DeliveredOn, IReadOnlyList<RefundGranted> Refunds) : IdentifiedBy<SellerOrderId>
{
    /// <summary>Its table, for queries that name it.</summary>
    internal const string Table = "market.mt_doc_sellerorder";

    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    public static SellerOrder Create(IEvent<SellerOrderReceived> e) =>
        new(SellerOrderId.From(e.StreamId), e.Data.OrderId, e.Data.ArtisanId,
        e.Data.Method, e.Data.Goods, e.Data.Shipping, e.Data.Fee, e.Data.Lines, e.Timestamp, SellerOrderStatus.Received, null,
        null, null, null, []);

    public SellerOrder Apply(SellerOrderAccepted e) => this with { Status = SellerOrderStatus.Accepted };

    public SellerOrder Apply(IEvent<SellerOrderRefused> e) => this with
    {
        Status = SellerOrderStatus.Refused,
        RefusalReason = e.Data.Reason,
        EndedAt = Reason.CodeOf(e.Data.Reason) is null ? null : e.Timestamp,
    };

    public SellerOrder Apply(SellerOrderShipped e) =>
        this with { Status = SellerOrderStatus.Shipped, Courier = e.Courier, TrackingNumber = e.TrackingNumber };

    public SellerOrder Apply(PartDelivered e) =>
        this with { Status = SellerOrderStatus.Delivered, DeliveredOn = e.On, FeeTaken = e.Fee };

    public SellerOrder Apply(SellerOrderDelivered e) =>
        this with { Status = SellerOrderStatus.Delivered, DeliveredOn = e.On, FeeTaken = FeeOfLeft };

    /// <summary>Said already by the refunds: it is for those who read what was sold.</summary>
    public SellerOrder Apply(PartGivenBack _) => this;

    public SellerOrder Apply(RefundGranted e) => this with { Refunds = [.. Refunds, e] };

    public SellerOrder Apply(IEvent<SellerOrderGivenBack> e) =>
        this with { Status = SellerOrderStatus.GivenBack, EndedAt = e.Timestamp };

    /// <summary>When it ended without its artisan: its money went back, its buyer or the office cancelled it, or its time to
    /// be answered was over. Null while it has not, and in parts cancelled before this was kept.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The code of a reason that nobody typed; null when the artisan wrote it.</summary>
    public string? RefusalCode => Reason.CodeOf(RefusalReason);

    public Rupiah Total => Goods + Shipping;
    public Rupiah Refunded => Refunds.Sum(x => x.Amount);

    /// <summary>The fee as delivery took it; null before, and in parts delivered before it was kept.</summary>
    public Rupiah? FeeTaken { get; init; }

    /// <summary>The fee of what is left: as frozen at the sale, but never more than that.</summary>
    internal Rupiah FeeOfLeft => Fee < Total - Refunded ? Fee : Total - Refunded;

    /// <summary>What the artisan gets for the part, as the ledger books it; below zero when money went back after
    /// delivery.</summary>
    public Rupiah Net => Total - Refunded - (FeeTaken ?? (IsDelivered ? Fee : FeeOfLeft));

    public IReadOnlyList<ProductId> Products => [.. Lines.Select(x => x.ProductId).Distinct()];

    /// <summary>All its money goes back to the buyer.</summary>
    public bool IsGivenBack => Refunded >= Total;
    public bool IsDelivered => Status == SellerOrderStatus.Delivered;

    /// <summary>Nothing of it will come.</summary>
    public bool IsOff => Status is SellerOrderStatus.Refused or SellerOrderStatus.GivenBack;

    /// <summary>Its pieces are held for it and still in the house, so it can end without them.</summary>
    public bool IsUnsent => Status is SellerOrderStatus.Received or SellerOrderStatus.Accepted;

    /// <summary>Money of this part that the buyer has paid and not got back. Cash on delivery is paid when it is
    /// delivered.</summary>
    public Rupiah Refundable => !Method.IsPaidAtDoor() || IsDelivered ? Total - Refunded : Rupiah.Zero;

    /// <summary>Name and address are the artisan's to see once the part is paid or, for cash on delivery, taken on.</summary>
    public bool ShowsRecipient => !IsOff
        && (!Method.IsPaidAtDoor() || Status != SellerOrderStatus.Received);
}
