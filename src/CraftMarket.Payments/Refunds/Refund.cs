using CraftMarket.Kernel.Facts;
using JasperFx.Events;

namespace CraftMarket.Payments;

/// <summary>Money of a part is to go back to its buyer.</summary>
public sealed record RefundRequested(OrderId OrderId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, PaymentMethod Method, Rupiah Amount,
    bool Settled, DateOnly On);

/// <summary>The money went back.</summary>
/// <param name="Reference">Stripe's refund.</param>
public sealed record RefundSent(string Reference);

/// <summary>A refund on its way to the buyer. By card Stripe sends it; otherwise the office (transfer) or the artisan (cash) hands it over.</summary>
public sealed record Refund(RefundId Id, OrderId OrderId, SellerOrderId SellerOrderId, ArtisanId ArtisanId, PaymentMethod Method, Rupiah Amount,
    bool Settled, DateOnly On, string? Reference)
{
    public static Refund Create(IEvent<RefundRequested> e) => new(RefundId.From(e.StreamId), e.Data.OrderId, e.Data.SellerOrderId,
        e.Data.ArtisanId, e.Data.Method, e.Data.Amount, e.Data.Settled, e.Data.On, null);

    public Refund Apply(RefundSent e) => this with { Reference = e.Reference };

    internal static Refund Of(RefundAsked fact) => new(fact.RefundId, fact.OrderId, fact.SellerOrderId, fact.ArtisanId, fact.Method,
        fact.Amount, fact.Settled, fact.On, null);

    internal SellerOrderRefunded Tell() => new(Id, SellerOrderId, OrderId, ArtisanId, Amount, Settled, On);
}
