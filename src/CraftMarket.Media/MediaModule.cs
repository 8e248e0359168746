using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace CraftMarket.Media;

/// <summary>What Media keeps: photos and their renditions.</summary>
public static class MediaModule
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddSingleton(x => new BlobStore(Path.GetFullPath(x.GetRequiredService<IConfiguration>()["Media:Root"] ?? ".local/media")));
        services.AddSingleton<PhotoIntake>();
        services.AddSingleton<PieceStore>().AddSingleton<UploadCleaning>().AddHostedService(x => x.GetRequiredService<UploadCleaning>());
        services.AddSingleton<RenditionMaker>();
        services.AddSingleton<ShareCardPainter>().AddSingleton<ShopPainter>();
        services.AddSingleton<LabelPainter>().AddSingleton<LabelPrint>();
        services.AddSingleton<IWolverineExtension, RenderQueue>();
        return services.ConfigureMarten(options =>
        {
            options.Events.AddEventTypes([typeof(PhotoUploaded), typeof(PhotoRenditionsMade), typeof(PhotoFoundUnusable)]);
            options.Projections.Snapshot<Photo>(SnapshotLifecycle.Inline);
            options.Schema.For<Upload>().Index(x => x.ExpiresAt);
        });
    }
}
