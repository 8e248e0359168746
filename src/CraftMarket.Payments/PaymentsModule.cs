using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Payments;

/// <summary>What Payments keeps: payments, the ledger, payouts.</summary>
public static class PaymentsModule
{
    public static IServiceCollection AddPayments(this IServiceCollection services) => services.ConfigureMarten(options =>
    {
    });
}
