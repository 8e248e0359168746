using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace CraftMarket.Payments;

/// <summary>What the operator sees of an artisan's account, a moment after the fact. A payout looks at the ledger
/// itself.</summary>
public sealed record ArtisanBalance(ArtisanId Id, Rupiah Balance);

public sealed class ArtisanBalanceProjection : MultiStreamProjection<ArtisanBalance, ArtisanId>
{
    public ArtisanBalanceProjection()
    {
        IncludeType<EntryBooked>();
        Identity<EntryBooked>(x => x.ArtisanId);
    }

    public override ArtisanBalance? Evolve(ArtisanBalance? snapshot, ArtisanId id, IEvent e) => e is IEvent<EntryBooked> booked
        ? new(id, (snapshot?.Balance ?? Rupiah.Zero) - booked.Data.Change(Account.Payable))
        : snapshot;
}

/// <summary>What the operator works with: who is owed how much, the payouts so far, and what is open.</summary>
/// <param name="RefundsByHand">Refunds that are not with their buyers yet: to be sent by bank, or on their way through
/// Stripe.</param>
public sealed record PayoutDesk(IReadOnlyList<ArtisanBalance> Balances, IReadOnlyList<Payout> Payouts,
    IReadOnlyList<RefundItem> RefundsByHand, IReadOnlyList<OpenMatter> Matters)
{
    private const int Newest = 100;

    public static async Task<PayoutDesk> Read(IQuerySession session, DateTimeOffset now, CancellationToken cancellation) => new(
        [.. (await session.Query<ArtisanBalance>().ToListAsync(cancellation)).Where(x => x.Balance != Rupiah.Zero)
            .OrderByDescending(x => x.Balance)],
        await session.Query<Payout>().OrderByDescending(x => x.AskedAt).Take(Newest).ToListAsync(cancellation),
        await ListRefunds.Open(session, now, cancellation),
        await OpenMatters.Run(session, cancellation));
}
