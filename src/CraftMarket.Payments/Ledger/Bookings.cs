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
    public static Booking Received(Payment payment, OrderPart part, DateOnly on) =>
        new(LedgerEntryId.For("received", part.SellerOrderId.Value),
        new(EntryKind.Received, part.ArtisanId, payment.OrderId, part.SellerOrderId, on, part.Fee,
            [Posting.Debit(HolderOf(payment), part.Total), Posting.Credit(Account.Prepaid, part.Total)]));

    /// <summary>A delivered part: what buyers paid is now the artisan's, less the fee. Cash is the artisan's already, so only the
    /// fee is owed.</summary>
    public static Booking Settled(PartDelivered fact) => fact.Method.Money() is { In: MoneyIn.Door } door
        ? Of(fact, EntryKind.CashSale,
            Posting.Debit(door.Holder, fact.Goods + fact.Shipping),
            Posting.Credit(Account.CashSales, fact.Goods + fact.Shipping),
            Posting.Debit(Account.Payable, fact.Fee), Posting.Credit(Account.Fees, fact.Fee))
        : Of(fact, EntryKind.Settled,
            Posting.Debit(Account.Prepaid, fact.Goods + fact.Shipping),
            Posting.Credit(Account.Payable, fact.Goods + fact.Shipping - fact.Fee), Posting.Credit(Account.Fees, fact.Fee));

    /// <summary>
    /// Before delivery a refund comes out of what the buyer paid in advance. Afterwards the artisan bears it whole: the fee of a
    /// sale is not given back, and a balance below zero is netted off by later sales. Cash goes back the way it came, from the
    /// artisan's hand. What the office sends by bank is owed to the buyer until it is sent.
    /// </summary>
    public static Booking Refunded(Refund refund)
    {
        var money = refund.Method.Money();
        var credit = money.Back switch
        {
            MoneyBack.Office when !refund.Outside => Account.Returning,
            MoneyBack.Stripe or MoneyBack.Office or MoneyBack.Artisan => money.Holder,
        };
        var debit = refund.Apart ? Account.Returning : money.In switch
        {
            MoneyIn.Door => Account.CashSales,
            MoneyIn.Page or MoneyIn.Statement => refund.Settled ? Account.Payable : Account.Prepaid,
        };
        var kind = refund.Apart ? EntryKind.OtherReturned : EntryKind.Refunded;
        return new(RefundEntry(refund.Id), Of(refund, kind, refund.On, debit, credit));
    }

    public static LedgerEntryId RefundEntry(RefundId id) => LedgerEntryId.For("refund", id.Value);

    /// <summary>Stripe has the money again and the buyer does not: it is owed to the buyer. The artisan bears the refund as
    /// before.</summary>
    public static Booking RefundFailed(Refund refund, DateOnly on) => new(LedgerEntryId.For("refund-failed", refund.Id.Value),
        Of(refund, EntryKind.RefundFailed, on, Account.Stripe, Account.Returning));

    public static Booking SentByHand(Refund refund, DateOnly on) => new(LedgerEntryId.For("refund-by-hand", refund.Id.Value),
        Of(refund, EntryKind.RefundByHand, on, Account.Returning, Account.Bank));

    /// <summary>Money of another amount than the order's touches nobody's earnings; it stands with the order's first artisan
    /// until it is back.</summary>
    public static Booking OtherReceived(Payment payment, OtherAmountPaid other) =>
        Other(payment, other, "other-received", EntryKind.OtherReceived,
        LocalMonth.DayOf(other.At), Posting.Debit(Account.Stripe, other.Amount), Posting.Credit(Account.Returning, other.Amount));

    /// <summary>A transfer of another amount, until the order is paid by it or it goes back.</summary>
    public static Booking TransferSeen(Payment payment, TransferSeen seen) =>
        Other(payment, new(seen.Reference, seen.Amount, seen.At),
        "transfer-seen", EntryKind.OtherReceived, LocalMonth.DayOf(seen.At),
        Posting.Debit(payment.Method.Money().Holder, seen.Amount), Posting.Credit(Account.Returning, seen.Amount));

    public static Booking PayoutAsked(PayoutId id, ArtisanId artisan, Rupiah amount, DateOnly on) =>
        Of(id, "payout", EntryKind.Payout, artisan, on, Posting.Debit(Account.Payable, amount),
            Posting.Credit(Account.PayoutsPending, amount));

    public static Booking PayoutPaid(Payout payout, DateOnly on) =>
        Of(payout.Id, "payout-paid", EntryKind.PayoutPaid, payout.ArtisanId, on,
        Posting.Debit(Account.PayoutsPending, payout.Amount), Posting.Credit(Account.Bank, payout.Amount));

    public static Booking PayoutReturned(Payout payout, DateOnly on) => Of(payout.Id, "payout-returned", EntryKind.PayoutReturned,
        payout.ArtisanId, on,
        Posting.Debit(payout.Status == PayoutStatus.Paid ? Account.Bank : Account.PayoutsPending, payout.Amount),
        Posting.Credit(Account.Payable, payout.Amount));

    /// <summary>What was transferred in several amounts came in before and was kept apart.</summary>
    private static string HolderOf(Payment payment) =>
        payment.Undecided > Rupiah.Zero ? Account.Returning : payment.Method.Money().Holder;

    private static Booking Of(PartDelivered fact, string kind, params Posting[] postings) =>
        new(LedgerEntryId.For("settled", fact.SellerOrderId.Value),
            new(kind, fact.ArtisanId, fact.OrderId, fact.SellerOrderId, fact.On, Rupiah.Zero, postings));

    private static EntryBooked Of(Refund refund, string kind, DateOnly on, string debit, string credit) =>
        new(kind, refund.ArtisanId, refund.OrderId, refund.Apart ? null : refund.SellerOrderId, on, Rupiah.Zero,
            [Posting.Debit(debit, refund.Amount), Posting.Credit(credit, refund.Amount)]);

    private static Booking Other(Payment payment, OtherAmountPaid other, string cause, string kind, DateOnly on,
        params Posting[] postings) =>
        new(LedgerEntryId.For($"{cause} {other.Reference}", payment.Id.Value),
            new(kind, payment.Parts[0].ArtisanId, payment.OrderId, null, on, Rupiah.Zero, postings));

    private static Booking Of(PayoutId id, string cause, string kind, ArtisanId artisan, DateOnly on,
        params Posting[] postings) =>
        new(LedgerEntryId.For(cause, id.Value), new(kind, artisan, null, null, on, Rupiah.Zero, postings));
}
