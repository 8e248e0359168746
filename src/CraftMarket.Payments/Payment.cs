using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Aggregation;

namespace CraftMarket.Payments;

/// <summary>An order waits for its money.</summary>
public sealed record PaymentAwaited(OrderId OrderId, PaymentMethod Method, Rupiah Total, IReadOnlyList<OrderPart> Parts,
    DateTimeOffset HeldUntil);

/// <summary>Stripe's page for the payment is open.</summary>
public sealed record CheckoutOpened(string SessionId, string Url, DateTimeOffset ExpiresAt);

/// <summary>Stripe was at fault when it was to open its page. Under the same key it says so for a day, whether it opened one or
/// not.</summary>
public sealed record CheckoutFaulted(DateTimeOffset At);

/// <summary>A transfer stood on the bank statement that is not just the order's amount. It is kept apart until the rest comes or
/// the office decides.</summary>
/// <param name="Reference">As it stands on the statement.</param>
public sealed record TransferSeen(string Reference, Rupiah Amount, DateTimeOffset At);

/// <summary>All that was transferred goes back to the buyer, by bank.</summary>
public sealed record TransfersReturned(RefundId RefundId, Rupiah Amount);

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

/// <summary>The payment of one order that is paid ahead. Cash on delivery has none: the platform never holds that
/// money.</summary>
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

    /// <summary>Money that came last beside what the order asks for, of another amount or a second time; null when there was
    /// none.</summary>
    public OtherAmountPaid? Other { get; init; }

    public bool OtherWentBack { get; init; }

    /// <summary>Stripe's payments whose money is kept apart and goes back whole.</summary>
    public IReadOnlyList<string> Apart { get; init; } = [];

    /// <summary>How often Stripe was at fault when it was to open the page; each try has a key of its own.</summary>
    public int Faults { get; init; }

    /// <summary>When it was so for the first time; null while it never was.</summary>
    public DateTimeOffset? FaultedAt { get; init; }

    /// <summary>Transfers that were not just the order's amount, the oldest first.</summary>
    public IReadOnlyList<TransferSeen> Transfers { get; init; } = [];

    /// <summary>What was transferred and waits for the rest or for the office's decision.</summary>
    public Rupiah Undecided { get; init; }

    /// <summary>The refund by which the transfers went back whole; null when they did not.</summary>
    public RefundId? TransfersWentBackBy { get; init; }

    /// <summary>What is still to come of the order's amount.</summary>
    public Rupiah Missing => Undecided < Total ? Total - Undecided : Rupiah.Zero;

    /// <summary>What came beyond the order's amount.</summary>
    public Rupiah Over => Undecided > Total ? Undecided - Total : Rupiah.Zero;

    internal bool IsApart(string reference) => Other?.Reference == reference || Apart.Contains(reference);

    public static Payment Create(IEvent<PaymentAwaited> e) =>
        new(PaymentId.From(e.StreamId), e.Data.OrderId, e.Data.Method, e.Data.Total,
        e.Data.Parts, e.Data.HeldUntil, PaymentStatus.Pending, null, null, null);

    public Payment Apply(CheckoutOpened e) => this with { SessionId = e.SessionId, Url = e.Url };
    public Payment Apply(CheckoutFaulted e) => this with { Faults = Faults + 1, FaultedAt = FaultedAt ?? e.At };

    public Payment Apply(PaymentCompleted e) =>
        this with { Status = PaymentStatus.Paid, Reference = e.Reference, Url = null, Undecided = Rupiah.Zero };

    public Payment Apply(TransferSeen e) => this with { Transfers = [.. Transfers, e], Undecided = Undecided + e.Amount };
    public Payment Apply(TransfersReturned e) => this with { Undecided = Rupiah.Zero, TransfersWentBackBy = e.RefundId };
    public Payment Apply(OtherAmountPaid e) => this with { Other = e, OtherWentBack = false, Apart = [.. Apart, e.Reference] };
    public Payment Apply(OtherAmountReturned e) => this with { OtherWentBack = true };

    public Payment Apply(ReturnsTold e) =>
        this with
        {
            ToldReturned = e.Total > ToldReturned ? e.Total : ToldReturned,
            ReturnedOutside = ReturnedOutside
            + e.Outside
        };

    public Payment Apply(PaymentEnded e) => this with { Status = PaymentStatus.Ended, Url = null };
}
