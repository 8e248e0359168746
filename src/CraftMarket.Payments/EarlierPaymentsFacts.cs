using CraftMarket.Kernel.Facts;
using Marten;
using Marten.Events;

namespace CraftMarket.Payments;

/// <summary>What older streams imply of refunds, and the entries of deliveries that were on their way to the ledger when the
/// program was changed.</summary>
internal sealed class EarlierPaymentsFacts(IDocumentStore store) : EarlierFacts(store, "payments")
{
    protected override async Task DeriveAsync(CancellationToken cancellation)
    {
        await AppendAsync("refund_requested", "seller_order_refunded", async (session, id) =>
            await session.LoadAsync<Refund>(new RefundId(id), cancellation) is { Apart: false } refund
                && await session.LoadAsync<LedgerEntry>(Bookings.RefundEntry(refund.Id), cancellation) is not null
                ? [refund.Refunded()] : [], cancellation);
        var last = 0L;
        await InStepsAsync(async session =>
        {
            var told = await session.Events.QueryAllRawEvents().Where(x => x.EventTypesAre(typeof(PartDelivered)))
                .Where(x => x.Sequence > last).OrderBy(x => x.Sequence).Take(AtATime).ToListAsync(cancellation);
            foreach (var delivered in told.Select(x => (PartDelivered)x.Data).Where(x => x.IsSale))
                if (await session.LoadAsync<LedgerEntry>(Bookings.Settled(delivered).Id, cancellation) is null)
                    Settlement.Book(delivered).Execute(session);
            last = told is [.., var end] ? end.Sequence : last;
            return told.Count > 0;
        }, cancellation);
    }
}
