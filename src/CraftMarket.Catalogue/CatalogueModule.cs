using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Catalogue;

/// <summary>What Catalogue keeps: brands, products, curation, search.</summary>
public static class CatalogueModule
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services.ConfigureMarten(options =>
    {
    });
}
