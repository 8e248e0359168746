using Marten;
using Marten.Linq.MatchesSql;
using Marten.Schema;

namespace CraftMarket.Payments;

/// <summary>Something about money that the operator has to see to or wait for.</summary>
/// <param name="Id">Stripe's id of what it is about.</param>
/// <param name="Kind"><see cref="Dispute"/>, <see cref="ForeignMoney"/> or <see cref="FailedRefund"/>.</param>
/// <param name="OrderId">Null when no order of ours is known for it.</param>
/// <param name="Amount">In hundredths of the currency, as Stripe told it.</param>
/// <param name="Ending">How it ended, in Stripe's words or as <c>done</c> by the operator.</param>
// The table has the name that it was made under.
[DocumentAlias("openmatter")]
public sealed record PaymentIssue(string Id, string Kind, OrderId? OrderId, long Amount, string Currency, DateTimeOffset SeenAt,
    DateTimeOffset? EndedAt, string? Ending)
{
    /// <summary>A buyer's bank wants the money back. Until that is decided, the order's money is not paid out.</summary>
    public const string Dispute = "dispute";

    /// <summary>Stripe speaks of money that is no whole rupiah, so it cannot be booked.</summary>
    public const string ForeignMoney = "foreignMoney";

    /// <summary>A refund that somebody made at Stripe's own pages did not reach the buyer.</summary>
    public const string FailedRefund = "failedRefund";

    /// <summary>How a dispute ends by which the bank takes the money back, in Stripe's word.</summary>
    public const string Lost = "lost";

    /// <summary>The operator said that it is settled.</summary>
    public const string Done = "done";

    /// <summary>Stripe itself told the end.</summary>
    internal bool IsOverAtStripe => EndedAt is not null && Ending != Done;

    /// <summary>The amount for people.</summary>
    public string Shown => StripeAmount.TryRead(Amount, Currency)?.ToString()
        ?? $"{Amount / 100m:0.00} {Currency.ToUpperInvariant()}";
}

/// <summary>Issues that are not over, the oldest first.</summary>
public static class PaymentIssues
{
    public static Task<IReadOnlyList<PaymentIssue>> Run(IQuerySession session, CancellationToken cancellation) =>
        session.Query<PaymentIssue>().Where(x => x.EndedAt == null).OrderBy(x => x.SeenAt).ToListAsync(cancellation);

    /// <summary>The disputes of an order, open or over.</summary>
    internal static Task<IReadOnlyList<PaymentIssue>> DisputesOf(IQuerySession session, OrderId order,
        CancellationToken cancellation) =>
        session.Query<PaymentIssue>()
            .Where(x => x.Kind == PaymentIssue.Dispute && x.MatchesSql("d.data ->> 'OrderId' = ?", order.Value.ToString()))
            .ToListAsync(cancellation);

    /// <summary>Orders under dispute.</summary>
    internal static async Task<IReadOnlySet<OrderId>> Disputed(IQuerySession session, CancellationToken cancellation) =>
        (await Run(session, cancellation)).Where(x => x.Kind == PaymentIssue.Dispute).Select(x => x.OrderId).OfType<OrderId>()
            .ToHashSet();

    /// <summary>What of an artisan's balance comes from orders under dispute.</summary>
    internal static async Task<Rupiah> Held(IQuerySession session, ArtisanId artisan, CancellationToken cancellation)
    {
        var orders = await Disputed(session, cancellation);
        if (orders.Count == 0) return Rupiah.Zero;
        var entries = await session.Query<LedgerEntry>().Where(x => x.ArtisanId == artisan).ToListAsync(cancellation);
        return Held([.. entries.Select(x => x.Booked)], orders);
    }

    internal static Rupiah Held(IEnumerable<EntryBooked> entries, IReadOnlySet<OrderId> disputed) => entries
        .Where(x => x.OrderId is { } order && disputed.Contains(order)).GroupBy(x => x.OrderId)
        .Select(x => -x.Sum(entry => entry.Change(Account.Payable))).Where(x => x > Rupiah.Zero).Sum();
}
