using CraftMarket.Kernel.Facts;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Ordering;

/// <summary>What Ordering keeps: stock, orders and their seller parts.</summary>
public static class OrderingModule
{
    public static IServiceCollection AddOrdering(this IServiceCollection services)
    {
        services.AddSingleton<IReferenceData, OrderingReferenceData>();
        services.AddSingleton<IReferenceData, PartsGivenBackBefore>();
        services.AddSingleton<IReferenceData, EarlierOrderingFacts>();
        services.AddSingleton(SealedDocument.Of<DeliveryDetails>(
            new SealedPart(nameof(DeliveryDetails.Box), nameof(DeliveryDetails.Id), typeof(EraseBuyerHandler)),
            new SealedPart(nameof(DeliveryDetails.Reply), nameof(DeliveryDetails.Id), typeof(EraseBuyerHandler)),
            new SealedPart(nameof(DeliveryDetails.Reason), nameof(DeliveryDetails.Id), typeof(EraseBuyerHandler))));
        services.AddSingleton<OpenOrderCleaning>().AddHostedService(x => x.GetRequiredService<OpenOrderCleaning>());
        return services.ConfigureMarten(options =>
        {
            options.Events.AddEventTypes(
            [
                typeof(StockStarted), typeof(StockCounted), typeof(StockMadeToOrder), typeof(StockRestarted),
                typeof(StockReserved), typeof(StockReleased), typeof(StockShipped),
                typeof(OrderTaken), typeof(OrderPaid),  typeof(OrderHoldEnded), typeof(OrderHoldFreed),
                typeof(OrderCancelled), typeof(OrderKeyRenewed),
                typeof(LatePaymentReturned),
                typeof(OrderBookOpened), typeof(OrderEntered), typeof(ShippingRateSet),
                typeof(SellerOrderReceived), typeof(SellerOrderAccepted), typeof(SellerOrderRefused), typeof(SellerOrderShipped),
                typeof(PartDelivered), typeof(PartGivenBack), typeof(SellerOrderDelivered), typeof(SellerOrderGivenBack),
                typeof(RefundGranted),
            ]);
            // Its name in the database is older than what others call it.
            options.Events.MapEventType<OrderNumbered>("order_number_given");
            options.RegisterValueType<ArtisanId>();
            options.Projections.Snapshot<StockItem>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Order>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<OrderBook>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<SellerOrder>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<ZoneRates>(SnapshotLifecycle.Inline);
            options.Schema.For<ShippingTable>();
            options.Schema.For<FeeRule>();
            options.Schema.For<HoldTerms>();
            options.Schema.For<OpenOrder>().Index(x => x.PhoneHash).Index(x => x.HeldUntil);
            options.Schema.For<SellerOrder>().Index(x => x.ArtisanId);
            options.Schema.For<Offer>();
            options.Schema.For<MakerBrand>();
            options.Schema.For<GroupBrand>();
            options.Projections.Add(new OfferReader(), ProjectionLifecycle.Inline);
            options.Schema.For<DeliveryDetails>();
        });
    }
}
