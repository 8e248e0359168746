using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx.Events;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>Money of a part is to go back to its buyer.</summary>
/// <param name="Outside">True when it went back without us; absent otherwise.</param>
public sealed record RefundRequested(OrderId OrderId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, PaymentMethod Method, Rupiah Amount,
    bool Settled, DateOnly On, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Outside = null);

/// <summary>The money went back.</summary>
/// <param name="Reference">Stripe's refund, or the dispute by which the bank took the money back.</param>
public sealed record RefundSent(string Reference);

/// <summary>Stripe sends nothing back of a payment under dispute, so the refund waits for the end of that.</summary>
public sealed record RefundDeferred;

/// <summary>A refund on its way to the buyer. By card Stripe sends it; otherwise the office (transfer) or the artisan (cash) hands it over.</summary>
public sealed record Refund(RefundId Id, OrderId OrderId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, PaymentMethod Method, Rupiah Amount,
    bool Settled, DateOnly On, string? Reference)
{
    /// <summary>Whether it went back without us.</summary>
    public bool Outside { get; init; }

    /// <summary>How often Stripe would not send it because the payment was under dispute.</summary>
    public int Deferrals { get; init; }

    /// <summary>It waits for the end of a dispute.</summary>
    public bool IsDeferred => Deferrals > 0 && Reference is null;

    public static Refund Create(IEvent<RefundRequested> e) => new(RefundId.From(e.StreamId), e.Data.OrderId, e.Data.SellerOrderId,
        e.Data.ArtisanId, e.Data.Method, e.Data.Amount, e.Data.Settled, e.Data.On, null)
    {
        Outside = e.Data.Outside ?? false,
    };

    public Refund Apply(RefundSent e) => this with { Reference = e.Reference };
    public Refund Apply(RefundDeferred e) => this with { Deferrals = Deferrals + 1 };

    internal static Refund Of(RefundAsked fact) => new(fact.RefundId, fact.OrderId, fact.SellerOrderId, fact.ArtisanId, fact.Method,
        fact.Amount, fact.Settled, fact.On, null);

    /// <summary>The money went back: it is booked and told.</summary>
    internal (Events, IEnumerable<IMartenOp>, OutgoingMessages) Sent(string reference) =>
        ([new RefundSent(reference)], [Bookings.Refunded(this).Start()], [Tell()]);

    internal SellerOrderRefunded Tell() => new(Id, SellerOrderId, OrderId, ArtisanId, Amount, Settled, On);
}
