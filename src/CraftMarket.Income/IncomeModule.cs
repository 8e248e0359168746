using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Income;

/// <summary>What Income keeps: baselines, sales and the cohort reports.</summary>
public static class IncomeModule
{
    public static IServiceCollection AddIncome(this IServiceCollection services) => services.ConfigureMarten(options =>
    {
    });
}
