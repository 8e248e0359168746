using System.Diagnostics;
using CraftMarket.Kernel;
using CraftMarket.Media;
using NetVips;

namespace CraftMarket.Benchmarks;

/// <summary>A 12-megapixel photo to all renditions, beside the same four pictures made by libvips alone.</summary>
internal static class PhotoBench
{
    /// <returns>Median milliseconds of ours and of the bare pipeline, run in turn.</returns>
    public static async Task<(double Ours, double Bare)> RunAsync(string folder)
    {
        var original = Path.Combine(folder, "twelve.jpg");
        using (var noise = Image.Perlin(4000, 3000, cellSize: 64))
        using (var grey = noise.Linear([110.0], [128.0]).Cast(Enums.BandFormat.Uchar))
        using (var colour = grey.Bandjoin(grey.Rot180(), grey.Invert()).Copy(interpretation: Enums.Interpretation.Srgb))
            colour.Jpegsave(original, q: 90);
        var store = new BlobStore(new FolderKeeper(Path.Combine(folder, $"blobs-{Guid.NewGuid():N}")));
        var content = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(original)));
        var copy = Path.Combine(folder, "copy.jpg");
        File.Copy(original, copy, overwrite: true);
        await store.KeepOriginalAsync(copy, content, CancellationToken.None);
        var photo = new Photo(new(Guid.NewGuid()), new ArtisanId(Guid.NewGuid()), content, PhotoStatus.Processing, []);
        var maker = new RenditionMaker(store);
        await maker.MakeAsync(photo, CancellationToken.None);
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var i = 0; i < 7; i++)
        {
            ours.Add(await Time(() => maker.MakeAsync(photo, CancellationToken.None)));
            bare.Add(await Time(() =>
            {
                Bare(original);
                return Task.CompletedTask;
            }));
        }

        return (Median(ours), Median(bare));
    }

    private static void Bare(string original)
    {
        using var largest = Image.Thumbnail(original, 1600, size: Enums.Size.Down).CopyMemory();
        largest.WebpsaveBuffer(q: 80, effort: 2, keep: Enums.ForeignKeep.None);
        foreach (var width in new[] { 1080, 640, 320 })
        {
            using var smaller = largest.ThumbnailImage(width);
            smaller.WebpsaveBuffer(q: 80, effort: 2, keep: Enums.ForeignKeep.None);
        }
    }

    private static async Task<double> Time(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
