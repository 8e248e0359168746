using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Payments;

/// <summary>What Payments keeps: payments, the ledger, refunds and payouts.</summary>
public static class PaymentsModule
{
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddSingleton<StripeDesk>();
        return services.ConfigureMarten(options =>
        {
            options.Events.AddEventTypes(
            [
                typeof(PaymentAwaited), typeof(CheckoutOpened), typeof(PaymentCompleted), typeof(PaymentEnded),
                typeof(OtherAmountPaid), typeof(OtherAmountReturned), typeof(ReturnsTold), typeof(EntryBooked),
                typeof(RefundRequested), typeof(RefundSent), typeof(RefundDeferred),
                typeof(PayoutAsked), typeof(PayoutPaid), typeof(PayoutReturned),
            ]);
            options.Projections.Snapshot<Payment>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<LedgerEntry>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Refund>(SnapshotLifecycle.Inline);
            options.Projections.Snapshot<Payout>(SnapshotLifecycle.Inline);
            options.Projections.Add(new ArtisanBalanceProjection(), ProjectionLifecycle.Async);
            options.Schema.For<LedgerEntry>().Index(x => x.ArtisanId);
            options.Schema.For<SeenStripeEvent>();
            options.Schema.For<OrderLabel>();
            options.Schema.For<OpenMatter>();
        });
    }
}
