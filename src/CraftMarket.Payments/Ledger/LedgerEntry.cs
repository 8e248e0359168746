using JasperFx.Events;

namespace CraftMarket.Payments;

/// <summary>An amount on one account: debit positive, credit negative.</summary>
public sealed record Posting(string Account, Rupiah Amount)
{
    public static Posting Debit(string account, Rupiah amount) => new(account, amount);
    public static Posting Credit(string account, Rupiah amount) => new(account, -amount);
}

/// <summary>Where money is or to whom it belongs. Every entry concerns one artisan, whose own accounts these are.</summary>
public static class Account
{
    /// <summary>Money that lies with Stripe for the platform.</summary>
    public const string Stripe = "platform.stripe";

    /// <summary>Money in the platform's bank account.</summary>
    public const string Bank = "platform.bank";

    /// <summary>Paid by buyers for parts that are not delivered yet.</summary>
    public const string Prepaid = "buyers.prepaid";

    /// <summary>Owed to buyers beside their orders: what came in another amount or a second time, and what goes back but is not
    /// with them yet.</summary>
    public const string Returning = "buyers.returning";

    /// <summary>What the platform owes the artisan; the artisan's balance is its credit.</summary>
    public const string Payable = "artisan.payable";

    /// <summary>What the platform keeps of sales.</summary>
    public const string Fees = "platform.fees";

    /// <summary>Sent to the artisan's bank, not yet confirmed.</summary>
    public const string PayoutsPending = "payouts.pending";

    /// <summary>Cash that the artisan took at the door. The platform never owes it.</summary>
    public const string Cash = "artisan.cash";

    /// <summary>Sales paid in cash at the door, the other side of <see cref="Cash"/>.</summary>
    public const string CashSales = "artisan.cashSales";
}

/// <summary>Why an entry was booked.</summary>
public static class EntryKind
{
    public const string Received = "received";
    public const string Settled = "sale";
    public const string CashSale = "cashSale";
    public const string Refunded = "refund";
    public const string Payout = "payout";
    public const string PayoutPaid = "payoutPaid";
    public const string PayoutReturned = "payoutReturned";
    public const string OtherReceived = "otherReceived";
    public const string OtherReturned = "otherReturned";
    public const string RefundFailed = "refundFailed";
    public const string RefundByHand = "refundByHand";
}

/// <summary>An entry was booked. Its postings sum to zero, or it cannot exist.</summary>
/// <param name="OrderId">Null for payouts.</param>
/// <param name="Fee">The fee that will be kept of money received in advance.</param>
/// <param name="On">The day in WITA.</param>
public sealed record EntryBooked(string Kind, ArtisanId ArtisanId, OrderId? OrderId, SellerOrderId? SellerOrderId, DateOnly On,
    Rupiah Fee, IReadOnlyList<Posting> Postings)
{
    public IReadOnlyList<Posting> Postings { get; init; } = Postings.Sum(x => x.Amount) == Rupiah.Zero
        ? Postings
        : throw new ArgumentException($"An entry must sum to zero, but this {Kind} sums to {Postings.Sum(x => x.Amount)}.",
            nameof(Postings));

    /// <summary>What the entry does to an account: debit positive.</summary>
    public Rupiah Change(string account) => Postings.Where(x => x.Account == account).Sum(x => x.Amount);
}

/// <summary>One entry of the ledger, booked once and never changed.</summary>
public sealed record LedgerEntry(LedgerEntryId Id, ArtisanId ArtisanId, DateTimeOffset At, EntryBooked Booked)
{
    public static LedgerEntry Create(IEvent<EntryBooked> e) =>
        new(LedgerEntryId.From(e.StreamId), e.Data.ArtisanId, e.Timestamp, e.Data);
}
