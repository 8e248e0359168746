using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Aggregation;

namespace CraftMarket.Payments;

/// <summary>An order waits for its money.</summary>
public sealed record PaymentAwaited(OrderId OrderId, PaymentMethod Method, Rupiah Total, IReadOnlyList<OrderPart> Parts, DateTimeOffset HeldUntil);

/// <summary>Stripe's page for the payment is open.</summary>
public sealed record CheckoutOpened(string SessionId, string Url, DateTimeOffset ExpiresAt);

/// <summary>The money arrived in full.</summary>
/// <param name="Reference">Stripe's payment, or the reference on the bank statement.</param>
public sealed record PaymentCompleted(string Reference, DateTimeOffset At);

/// <summary>Money came in another amount than the order's. It is kept apart and goes back whole.</summary>
/// <param name="Reference">Stripe's payment.</param>
public sealed record OtherAmountPaid(string Reference, Rupiah Amount, DateTimeOffset At);

/// <summary>The money of another amount went back.</summary>
/// <param name="Reference">Stripe's refund.</param>
public sealed record OtherAmountReturned(string Reference);

/// <summary>Stripe told how much of the payment has gone back to the buyer in all.</summary>
/// <param name="Total">Whoever sent it: this house, or somebody at Stripe's own pages.</param>
/// <param name="Outside">What of it nobody here asked for and was not counted before.</param>
public sealed record ReturnsTold(Rupiah Total, Rupiah Outside);

/// <summary>Nobody waits for the money any more: the page ended, the bank refused, or the order lapsed.</summary>
public sealed record PaymentEnded;

/// <summary>Where a payment stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentStatus>))]
public enum PaymentStatus
{
    [JsonStringEnumMemberName("pending")] Pending,
    [JsonStringEnumMemberName("paid")] Paid,
    [JsonStringEnumMemberName("ended")] Ended,
}

/// <summary>The payment of one order by card or bank transfer. Cash on delivery has none: the platform never holds that money.</summary>
public sealed record Payment(PaymentId Id, OrderId OrderId, PaymentMethod Method, Rupiah Total, IReadOnlyList<OrderPart> Parts,
    DateTimeOffset HeldUntil, PaymentStatus Status, string? SessionId, string? Url, string? Reference) : IdentifiedBy<PaymentId>
{
    /// <summary>What the database finds it by (decision 0015).</summary>
    [Identity]
    public Guid Uuid => Id.Value;

    /// <summary>The most that Stripe told to have gone back in all.</summary>
    public Rupiah ToldReturned { get; init; }

    /// <summary>What of it went back without us.</summary>
    public Rupiah ReturnedOutside { get; init; }

    /// <summary>Money of another amount that came for this order; null when there was none.</summary>
    public OtherAmountPaid? Other { get; init; }

    public bool OtherWentBack { get; init; }

    public static Payment Create(IEvent<PaymentAwaited> e) => new(PaymentId.From(e.StreamId), e.Data.OrderId, e.Data.Method, e.Data.Total,
        e.Data.Parts, e.Data.HeldUntil, PaymentStatus.Pending, null, null, null);

    public Payment Apply(CheckoutOpened e) => this with { SessionId = e.SessionId, Url = e.Url };
    public Payment Apply(PaymentCompleted e) => this with { Status = PaymentStatus.Paid, Reference = e.Reference, Url = null };
    public Payment Apply(OtherAmountPaid e) => this with { Other = e, OtherWentBack = false };
    public Payment Apply(OtherAmountReturned e) => this with { OtherWentBack = true };

    public Payment Apply(ReturnsTold e) =>
        this with { ToldReturned = e.Total > ToldReturned ? e.Total : ToldReturned, ReturnedOutside = ReturnedOutside + e.Outside };

    public Payment Apply(PaymentEnded e) => this with { Status = PaymentStatus.Ended, Url = null };
}
