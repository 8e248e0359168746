using System.Text.Json.Serialization;
using Marten;

namespace CraftMarket.Payments;

/// <summary>What the operator works with: who is owed how much, the payouts so far, and what is open.</summary>
/// <param name="RefundsByHand">Refunds that are not with their buyers yet: to be sent by bank, or on their way through
/// Stripe.</param>
public sealed record PayoutOverview(IReadOnlyList<ArtisanBalance> Balances, IReadOnlyList<Payout> Payouts,
    IReadOnlyList<RefundItem> RefundsByHand,
    [property: JsonPropertyName("matters")] IReadOnlyList<PaymentIssue> Issues)
{
    private const int Newest = 100;

    public static async Task<PayoutOverview> Read(IQuerySession session, DateTimeOffset now,
        CancellationToken cancellation) => new(
        [.. (await session.Query<ArtisanBalance>().ToListAsync(cancellation)).Where(x => x.Balance != Rupiah.Zero)
            .OrderByDescending(x => x.Balance)],
        await session.Query<Payout>().OrderByDescending(x => x.AskedAt).Take(Newest).ToListAsync(cancellation),
        await ListRefunds.Open(session, now, cancellation),
        await PaymentIssues.Run(session, cancellation));
}
