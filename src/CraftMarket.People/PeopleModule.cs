using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.People;

/// <summary>What People keeps: accounts, person files, consents.</summary>
public static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services.ConfigureMarten(options =>
    {
    });
}
