using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace CraftMarket.Media;

/// <summary>What Media keeps: photos and their renditions.</summary>
public static class MediaModule
{
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        if (BucketSettings.Of(configuration) is { } bucket) services.KeepInBucket(bucket);
        else services.KeepInFolder(configuration["Media:Root"] is { Length: > 0 } root ? root : ".local/media");
        services.AddSingleton<BlobStore>().AddSingleton<PhotoIntake>();
        services.AddSingleton<PieceStore>().AddSingleton<UploadCleaning>()
            .AddHostedService(x => x.GetRequiredService<UploadCleaning>());
        services.AddSingleton<RenditionMaker>();
        services.AddSingleton<ShareCardPainter>().AddSingleton<ShopPainter>();
        services.AddSingleton<LabelPrint>();
        services.AddHostedService<EarlierPhotos>();
        services.AddSingleton<IWolverineExtension, RenderQueue>();
        return services.ConfigureMarten(options =>
        {
            options.Events.AddEventTypes([typeof(PhotoUploaded), typeof(PhotoRenditionsMade), typeof(PhotoFoundUnusable),
                typeof(PhotoErased)]);
            options.Projections.Snapshot<Photo>(SnapshotLifecycle.Inline);
            options.Schema.For<Upload>().Index(x => x.ExpiresAt);
            options.Schema.For<PhotoLook>();
        });
    }

    private static void KeepInFolder(this IServiceCollection services, string root)
    {
        var folder = Path.GetFullPath(root);
        var keeper = new FolderKeeper(folder);
        services.AddSingleton<IBlobKeeper>(keeper).AddHostedService(_ => keeper).AddSingleton<IPieces>(new FolderPieces(folder));
    }

    private static void KeepInBucket(this IServiceCollection services, BucketSettings bucket) => services.AddSingleton(bucket)
        .AddSingleton<Bucket>().AddSingleton<IBlobKeeper, BucketKeeper>().AddSingleton<IPieces, BucketPieces>();
}
