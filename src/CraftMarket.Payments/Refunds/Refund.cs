using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Money of a part is to go back to its buyer.</summary>
/// <param name="Outside">True when it went back without us; absent otherwise.</param>
/// <param name="Apart">True when the money came beside what the order asks for and is no part's; absent otherwise.</param>
/// <param name="Intent">Stripe's payment that it goes back from, when that is not the order's.</param>
public sealed record RefundRequested(OrderId OrderId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, PaymentMethod Method,
    Rupiah Amount,
    bool Settled, DateOnly On, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Outside = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Apart = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Intent = null);

/// <summary>The money went back.</summary>
/// <param name="Reference">Stripe's refund, the dispute by which the bank took the money back, or the bank's reference of a
/// transfer.</param>
public sealed record RefundSent(string Reference);

/// <summary>Stripe sends nothing back of a payment under dispute, so the refund waits for the end of that.</summary>
public sealed record RefundDeferred;

/// <summary>Stripe was at fault when it was to send the money. Under the same key it says so for a day, whether it sent it or
/// not.</summary>
public sealed record RefundFaulted;

/// <summary>Stripe told how a refund that it took on stands.</summary>
/// <param name="Reference">Stripe's refund.</param>
/// <param name="State">In Stripe's words: <c>requires_action</c>, <c>succeeded</c>, <c>failed</c> or <c>canceled</c>.</param>
/// <param name="Why">Why it failed, as one of Stripe's codes.</param>
public sealed record RefundStateTold(string Reference, string State, string? Why, DateTimeOffset At)
{
    /// <summary>The buyer does not get it by Stripe, and the money lies there again.</summary>
    public static bool IsFailure(string? state) => state is "failed" or "canceled";

    /// <summary>News come in any order, and a card can fail after it succeeded: the highest stands.</summary>
    public static int Rank(string? state) => state switch
    {
        "requires_action" => 1,
        "succeeded" => 2,
        "failed" or "canceled" =>
        3,
        _ => 0
    };
}

/// <summary>A refund on its way to the buyer. Stripe sends it, the office does by bank, or the artisan hands it over.</summary>
public sealed record Refund(RefundId Id, OrderId OrderId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, PaymentMethod Method,
    Rupiah Amount, bool Settled, DateOnly On, string? Reference)
{
    /// <summary>Whether it went back without us.</summary>
    public bool Outside { get; init; }

    /// <summary>Whether the money came beside what the order asks for.</summary>
    public bool Apart { get; init; }

    /// <summary>Stripe's payment that it goes back from; null for the order's.</summary>
    public string? Intent { get; init; }

    /// <summary>How often Stripe would not send it because the payment was under dispute.</summary>
    public int Deferrals { get; init; }

    /// <summary>How often Stripe was at fault when it was to send it.</summary>
    public int Faults { get; init; }

    /// <summary>What Stripe told of it last; null once the office has sent it instead.</summary>
    public RefundStateTold? Told { get; init; }

    /// <summary>It waits for the end of a dispute.</summary>
    public bool IsDeferred => Deferrals > 0 && Reference is null;

    /// <summary>Stripe could not deliver it, and nobody has handed it over yet.</summary>
    public bool IsFailed => RefundStateTold.IsFailure(Told?.State);

    /// <summary>When Stripe could not deliver it; null when that is not so.</summary>
    public DateTimeOffset? FailedAt => IsFailed ? Told?.At : null;

    /// <summary>The office sends it by bank: that is how the buyer paid, or the card did not take it.</summary>
    public bool IsByHand => IsFailed || (Method.Money().Back == MoneyBack.Office && Reference is null);

    internal int Tries => Deferrals + Faults;

    /// <summary>Condition on the document: it is of this order, by the index.</summary>
    internal const string OfOrder = "cast(d.data ->> 'OrderId' as uuid) = ?";

    public static Refund Create(IEvent<RefundRequested> e) => new(RefundId.From(e.StreamId), e.Data.OrderId, e.Data.SellerOrderId,
        e.Data.ArtisanId, e.Data.Method, e.Data.Amount, e.Data.Settled, e.Data.On, null)
    {
        Outside = e.Data.Outside ?? false,
        Apart = e.Data.Apart ?? false,
        Intent = e.Data.Intent,
    };

    public Refund Apply(RefundSent e) => this with { Reference = e.Reference, Told = null };

    /// <summary>For those who read what goods brought in; the refund itself knows.</summary>
    public Refund Apply(SellerOrderRefunded _) => this;

    public Refund Apply(RefundDeferred e) => this with { Deferrals = Deferrals + 1 };
    public Refund Apply(RefundFaulted e) => this with { Faults = Faults + 1 };
    public Refund Apply(RefundStateTold e) => this with { Told = e };

    internal static Refund Of(RefundAsked fact) =>
        new(fact.RefundId, fact.OrderId, fact.SellerOrderId, fact.ArtisanId, fact.Method,
        fact.Amount, fact.Settled, fact.On, null);

    /// <summary>The money went back: it is booked and told.</summary>
    internal (Events, IEnumerable<IMartenOp>) Sent(string reference) =>
        ([new RefundSent(reference), .. Apart ? Array.Empty<object>() : [Refunded()]], [Bookings.Refunded(this).Start()]);

    internal SellerOrderRefunded Refunded() => new(Id, SellerOrderId, OrderId, ArtisanId, Amount, Settled, On);
}
