using CraftMarket.Catalogue;
using CraftMarket.Income.Sales;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using Marten;

namespace CraftMarket.Web.Composition;

/// <summary>Holds the reply to a delivery until the artisan's earnings and reports count it and the buyer may review
/// it.</summary>
public static class DeliveryAftermath
{
    public static Task<bool> DeliveryIsKnown(this Aftermath aftermath, SellerOrderId part, CancellationToken cancellation) =>
        aftermath.Seen(async x =>
    {
        // Nothing is earned by what the buyer's money went back for.
        if (await x.LoadAsync<SellerOrder>(part.Value, cancellation) is { IsGivenBack: true }) return true;
        return await x.LoadAsync<LedgerEntry>(LedgerEntryId.For("settled", part.Value), cancellation) is not null
            && await x.Events.FetchStreamStateAsync(MarketplaceSale.IdOf(part), cancellation) is not null
            && await x.LoadAsync<PartReview>(PartReview.StreamOf(part), cancellation) is not null;
    }, cancellation);
}
