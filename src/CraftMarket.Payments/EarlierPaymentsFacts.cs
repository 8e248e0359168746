using CraftMarket.Kernel.Facts;
using Marten;

namespace CraftMarket.Payments;

/// <summary>What older streams imply of refunds, and the entries of deliveries that were on their way to the ledger when the
/// program was changed.</summary>
internal sealed class EarlierPaymentsFacts(IDocumentStore store) : EarlierFacts(store, "payments")
{
    private readonly IDocumentStore _store = store;

    protected override async Task DeriveAsync(CancellationToken cancellation)
    {
        await AppendAsync("refund_requested", "seller_order_refunded", async (session, id) =>
            await session.LoadAsync<Refund>(new RefundId(id), cancellation) is { Apart: false } refund
                && await session.LoadAsync<LedgerEntry>(Bookings.RefundEntry(refund.Id), cancellation) is not null
                ? [refund.Refunded()] : [], cancellation);
        await using var session = _store.LightweightSession();
        foreach (var delivered in await session.Events.QueryRawEventDataOnly<PartDelivered>().ToListAsync(cancellation))
            if (delivered.IsSale && await session.LoadAsync<LedgerEntry>(Bookings.Settled(delivered).Id, cancellation) is null)
                Settlement.Book(delivered).Execute(session);
        await session.SaveChangesAsync(cancellation);
    }
}
