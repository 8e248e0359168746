namespace CraftMarket.Kernel.Facts;

/// <summary>The buyer's money for an order has arrived in full.</summary>
public sealed record PaymentReceived(OrderId OrderId, Rupiah Amount, DateTimeOffset At);

/// <summary>The payment can no longer succeed: the payment page ended or the bank refused for good.</summary>
public sealed record PaymentFailed(OrderId OrderId);

/// <summary>Money of a paid order went back to its buyer and nobody here asked for it: by hand at Stripe, or by a dispute that
/// was lost.</summary>
/// <param name="Cause">The same for the same money, however often and late it is told.</param>
/// <param name="Reference">Stripe's payment or dispute.</param>
public sealed record MoneyTakenBack(OrderId OrderId, string Cause, Rupiah Amount, string Reference, DateTimeOffset At);

/// <summary>A refund stands in the ledger, in the refund's own stream.</summary>
/// <param name="Settled">Whether the part had been settled, so that the artisan's income falls by
/// <paramref name="Amount"/>.</param>
public sealed record SellerOrderRefunded(RefundId RefundId, SellerOrderId SellerOrderId, OrderId OrderId, ArtisanId ArtisanId,
    Rupiah Amount, bool Settled, DateOnly On);
