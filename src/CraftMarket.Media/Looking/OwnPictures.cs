using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.Memory;

namespace CraftMarket.Media;

/// <summary>Sets ImageSharp up for pictures that we made ourselves: it knows WebP and PNG and no other format (decision
/// 0001).</summary>
internal static class OwnPictures
{
    public static readonly Configuration Settings = new(new WebpConfigurationModule(), new PngConfigurationModule())
    {
        MaxDegreeOfParallelism = 1,
        MemoryAllocator = MemoryAllocator.Create(new() { MaximumPoolSizeMegabytes = 4 }),
    };
}
