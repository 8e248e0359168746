using NetVips;

namespace CraftMarket.Media;

/// <summary>Sets libvips up for strangers' files: only the four loaders for phone photos, little cache, one thread per
/// picture.</summary>
internal static class Libvips
{
    /// <summary>WebP holds no side longer than this; very tall pictures are shrunk to fit.</summary>
    public const int MaxWebpSide = 16_000;

    private static readonly Lazy<bool> Ready = new(SetUp);

    public static void Prepare() => _ = Ready.Value;

    private static bool SetUp()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in new[] { "Jpeg", "Png", "Webp", "Heif" }) Operation.Block($"VipsForeignLoad{loader}", false);
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
        return true;
    }
}
