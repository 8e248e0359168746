using System.Text.Json.Serialization;
using CraftMarket.Kernel.Facts;
using JasperFx.Events;

namespace CraftMarket.Payments;

/// <summary>Money of a part is to go back to its buyer.</summary>
/// <param name="Outside">True when it went back without us; absent otherwise.</param>
public sealed record RefundRequested(OrderId OrderId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, PaymentMethod Method, Rupiah Amount,
    bool Settled, DateOnly On, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Outside = null);

/// <summary>The money went back.</summary>
/// <param name="Reference">Stripe's refund.</param>
public sealed record RefundSent(string Reference);

/// <summary>A refund on its way to the buyer. By card Stripe sends it; otherwise the office (transfer) or the artisan (cash) hands it over.</summary>
public sealed record Refund(RefundId Id, OrderId OrderId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, PaymentMethod Method, Rupiah Amount,
    bool Settled, DateOnly On, string? Reference)
{
    /// <summary>Whether it went back without us.</summary>
    public bool Outside { get; init; }

    public static Refund Create(IEvent<RefundRequested> e) => new(RefundId.From(e.StreamId), e.Data.OrderId, e.Data.SellerOrderId,
        e.Data.ArtisanId, e.Data.Method, e.Data.Amount, e.Data.Settled, e.Data.On, null)
    {
        Outside = e.Data.Outside ?? false,
    };

    public Refund Apply(RefundSent e) => this with { Reference = e.Reference };

    internal static Refund Of(RefundAsked fact) => new(fact.RefundId, fact.OrderId, fact.SellerOrderId, fact.ArtisanId, fact.Method,
        fact.Amount, fact.Settled, fact.On, null);

    internal SellerOrderRefunded Tell() => new(Id, SellerOrderId, OrderId, ArtisanId, Amount, Settled, On);
}
