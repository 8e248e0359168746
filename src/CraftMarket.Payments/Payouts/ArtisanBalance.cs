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
