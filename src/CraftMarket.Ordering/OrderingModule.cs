using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Ordering;

/// <summary>What Ordering keeps: stock, orders and their seller parts.</summary>
public static class OrderingModule
{
    public static IServiceCollection AddOrdering(this IServiceCollection services) => services.ConfigureMarten(options =>
    {
    });
}
