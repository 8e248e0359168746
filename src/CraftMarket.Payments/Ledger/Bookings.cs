using CraftMarket.Kernel.Facts;
using Wolverine.Marten;

namespace CraftMarket.Payments;

/// <summary>An entry with the id that its cause leads to.</summary>
internal sealed record Booking(LedgerEntryId Id, EntryBooked Entry)
{
    public IMartenOp Start() => MartenOps.StartStream<LedgerEntry>(Id.Value, Entry);
}

/// <summary>How each thing that happens to money is booked.</summary>
internal static class Bookings
{
    public static Booking Received(Payment payment, OrderPart part, DateOnly on) => new(LedgerEntryId.For("received", part.SellerOrderId.Value),
        new(EntryKind.Received, part.ArtisanId, payment.OrderId, part.SellerOrderId, on, part.Fee,
            [Posting.Debit(Holder(payment.Method), part.Total), Posting.Credit(Account.Prepaid, part.Total)]));

    /// <summary>A delivered part: what buyers paid is now the artisan's, less the fee. Cash is the artisan's already, so only the fee is owed.</summary>
    public static Booking Settled(SellerOrderSettled fact) => fact.Method == PaymentMethod.CashOnDelivery
        ? Of(fact, EntryKind.CashSale,
            Posting.Debit(Account.Cash, fact.Goods + fact.Shipping), Posting.Credit(Account.CashSales, fact.Goods + fact.Shipping),
            Posting.Debit(Account.Payable, fact.Fee), Posting.Credit(Account.Fees, fact.Fee))
        : Of(fact, EntryKind.Settled,
            Posting.Debit(Account.Prepaid, fact.Goods + fact.Shipping),
            Posting.Credit(Account.Payable, fact.Goods + fact.Shipping - fact.Fee), Posting.Credit(Account.Fees, fact.Fee));

    /// <summary>
    /// Before delivery a refund comes out of what the buyer paid in advance. Afterwards the artisan bears it whole: the fee of a sale is not
    /// given back, and a balance below zero is netted off by later sales. Cash goes back the way it came, from the artisan's hand.
    /// </summary>
    public static Booking Refunded(Refund refund)
    {
        var (debit, credit) = refund.Method == PaymentMethod.CashOnDelivery
            ? (Account.CashSales, Account.Cash)
            : (refund.Settled ? Account.Payable : Account.Prepaid, Holder(refund.Method));
        return new(LedgerEntryId.For("refund", refund.Id.Value), new(EntryKind.Refunded, refund.ArtisanId, refund.OrderId, refund.SellerOrderId,
            refund.On, Rupiah.Zero, [Posting.Debit(debit, refund.Amount), Posting.Credit(credit, refund.Amount)]));
    }

    /// <summary>Money of another amount than the order's touches nobody's earnings; it stands with the order's first artisan until it is back.</summary>
    public static Booking OtherReceived(Payment payment, OtherAmountPaid other) => Other(payment, other, "other-received", EntryKind.OtherReceived,
        LocalMonth.DayOf(other.At), Posting.Debit(Account.Stripe, other.Amount), Posting.Credit(Account.Returning, other.Amount));

    public static Booking OtherReturned(Payment payment, OtherAmountPaid other, DateOnly on) => Other(payment, other, "other-returned",
        EntryKind.OtherReturned, on, Posting.Debit(Account.Returning, other.Amount), Posting.Credit(Account.Stripe, other.Amount));

    public static Booking PayoutAsked(PayoutId id, ArtisanId artisan, Rupiah amount, DateOnly on) =>
        Of(id, "payout", EntryKind.Payout, artisan, on, Posting.Debit(Account.Payable, amount), Posting.Credit(Account.PayoutsPending, amount));

    public static Booking PayoutPaid(Payout payout, DateOnly on) => Of(payout.Id, "payout-paid", EntryKind.PayoutPaid, payout.ArtisanId, on,
        Posting.Debit(Account.PayoutsPending, payout.Amount), Posting.Credit(Account.Bank, payout.Amount));

    public static Booking PayoutReturned(Payout payout, DateOnly on) => Of(payout.Id, "payout-returned", EntryKind.PayoutReturned,
        payout.ArtisanId, on,
        Posting.Debit(payout.Status == PayoutStatus.Paid ? Account.Bank : Account.PayoutsPending, payout.Amount),
        Posting.Credit(Account.Payable, payout.Amount));

    private static string Holder(PaymentMethod method) => method == PaymentMethod.Card ? Account.Stripe : Account.Bank;

    private static Booking Of(SellerOrderSettled fact, string kind, params Posting[] postings) =>
        new(LedgerEntryId.For("settled", fact.SellerOrderId.Value),
            new(kind, fact.ArtisanId, fact.OrderId, fact.SellerOrderId, fact.On, Rupiah.Zero, postings));

    private static Booking Other(Payment payment, OtherAmountPaid other, string cause, string kind, DateOnly on, params Posting[] postings) =>
        new(LedgerEntryId.For($"{cause} {other.Reference}", payment.Id.Value),
            new(kind, payment.Parts[0].ArtisanId, payment.OrderId, null, on, Rupiah.Zero, postings));

    private static Booking Of(PayoutId id, string cause, string kind, ArtisanId artisan, DateOnly on, params Posting[] postings) =>
        new(LedgerEntryId.For(cause, id.Value), new(kind, artisan, null, null, on, Rupiah.Zero, postings));
}
