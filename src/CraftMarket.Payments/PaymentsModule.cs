using CraftMarket.Kernel.Facts;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Payments;

/// <summary>What Payments keeps: payments, the ledger, refunds and payouts.</summary>
public static class PaymentsModule
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddSingleton<StripeGateway>();
        services.AddSingleton<IReferenceData, EarlierPaymentsFacts>();
        return services.ConfigureMarten(options =>
        {
            options.Events.AddEventTypes(
            [
                typeof(PaymentAwaited), typeof(CheckoutOpened), typeof(PaymentCompleted), typeof(PaymentEnded),
                typeof(CheckoutFaulted), typeof(TransferSeen), typeof(TransfersReturned),
                typeof(OtherAmountPaid), typeof(OtherAmountReturned), typeof(ReturnsTold), typeof(EntryBooked),
                typeof(RefundRequested), typeof(RefundSent), typeof(RefundDeferred), typeof(RefundFaulted),
                typeof(RefundStateTold), typeof(SellerOrderRefunded),
                typeof(PayoutAsked), typeof(PayoutPaid), typeof(PayoutReturned),
            ]);
            options.Projections.Snapshot<Payment>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<LedgerEntry>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Refund>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Payout>(SnapshotLifecycle.Inline);
            options.Projections.Add(new PaymentsReaders(), ProjectionLifecycle.Inline);
            options.Projections.Add(new ArtisanBalanceProjection(), ProjectionLifecycle.Async);
            options.Schema.For<LedgerEntry>().Index(x => x.ArtisanId);
            options.RegisterValueType<OrderId>();
            options.Schema.For<Refund>().Index(x => x.OrderId);
            options.Schema.For<Payment>().Index(x => x.Reference!);
            options.Schema.For<Payout>().Index(x => x.Reference!);
            options.Schema.For<UsedReference>();
            options.Schema.For<KnownArtisan>();
            options.Schema.For<SeenStripeEvent>();
            options.Schema.For<OrderLabel>();
            options.Schema.For<PaymentIssue>();
        });
    }
}
