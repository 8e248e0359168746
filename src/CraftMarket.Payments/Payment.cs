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

    public static Payment Create(IEvent<PaymentAwaited> e) => new(PaymentId.From(e.StreamId), e.Data.OrderId, e.Data.Method, e.Data.Total,
        e.Data.Parts, e.Data.HeldUntil, PaymentStatus.Pending, null, null, null);

    public Payment Apply(CheckoutOpened e) => this with { SessionId = e.SessionId, Url = e.Url };
    public Payment Apply(PaymentCompleted e) => this with { Status = PaymentStatus.Paid, Reference = e.Reference, Url = null };
    public Payment Apply(PaymentEnded e) => this with { Status = PaymentStatus.Ended, Url = null };
}
