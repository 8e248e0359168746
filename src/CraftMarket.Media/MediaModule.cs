using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace CraftMarket.Media;

/// <summary>What Media keeps: photos and their renditions.</summary>
public static class MediaModule
{
    public static IServiceCollection AddMedia(this IServiceCollection services) => services.ConfigureMarten(options =>
    {
    });
}
