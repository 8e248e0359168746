using CraftMarket.Kernel.Facts;
using Marten;

namespace CraftMarket.Ordering;

/// <summary>What older streams imply of parts that were delivered and of those whose money went back after that.</summary>
internal sealed class EarlierOrderingFacts(IDocumentStore store, IKeyStore keys) : EarlierFacts(store, "ordering")
{
    protected override Task DeriveAsync(CancellationToken cancellation) => AppendAsync("seller_order_delivered", "part_delivered",
        (session, id) => Of(session, id, cancellation), cancellation);

    private async Task<IReadOnlyList<object>> Of(IDocumentSession session, Guid id, CancellationToken cancellation)
    {
        if (await session.LoadAsync<SellerOrder>(new SellerOrderId(id).Value, cancellation) is not { } now) return [];
        var told = (await session.Events.FetchStreamAsync(id, token: cancellation)).Select(x => x.Data).ToList();
        var on = told.OfType<SellerOrderDelivered>().First().On;
        // As it was when it arrived: what was granted after that is not taken off the sale.
        var before = now with
        {
            Status = SellerOrderStatus.Shipped,
            DeliveredOn = null,
            FeeTaken = null,
            Refunds = [.. told.TakeWhile(x => x is not SellerOrderDelivered).OfType<RefundGranted>()],
        };
        var details = await session.LoadAsync<DeliveryDetails>(before.OrderId.Value, cancellation);
        var region = details?.Open(await keys.TakeAsync(session, [before.OrderId], cancellation))?.Region.Regency;
        var delivered = Delivery.Of(before, region, on)!;
        return delivered.IsSale && now.IsGivenBack
            ? [delivered, new PartGivenBack(now.Id, now.ArtisanId, now.Products, on)] : [delivered];
    }
}
