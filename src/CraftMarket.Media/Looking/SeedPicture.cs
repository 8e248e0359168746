using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace CraftMarket.Media;

/// <summary>Four by three dots of a photo in 20 to 40 bytes, shown large and soft until the photo is there. It is WebP, so that
/// no
/// script has to draw it; what all of them share is left out of what is kept.</summary>
public static class SeedPicture
{
    private const int Width = 4, Height = 3, MostBytes = 40;

    /// <summary>Tried in turn until the picture is small enough.</summary>
    private static readonly int[] Qualities = [20, 8, 1];

    /// <summary>In a WebP file the data begin here: first three bytes of its own, then start code and size, which are always the
    /// same.</summary>
    private const int DataAt = 20, OwnBytes = 3;

    private static readonly byte[] Shared = [0x9D, 0x01, 0x2A, Width, 0, Height, 0];

    /// <summary>The picture as an address that needs no fetching.</summary>
    public static string Address(string seed)
    {
        var own = Convert.FromBase64String(seed);
        byte[] data = [.. own[..OwnBytes], .. Shared, .. own[OwnBytes..]];
        var even = data.Length % 2;
        byte[] file = [.. "RIFF"u8, .. BitConverter.GetBytes(12 + data.Length + even), .. "WEBPVP8 "u8,
            .. BitConverter.GetBytes(data.Length), .. data, .. new byte[even]];
        return $"data:image/webp;base64,{Convert.ToBase64String(file)}";
    }

    internal static string Of(Image<Rgb24> picture)
    {
        using var tiny = picture.Clone(x => x.Resize(Width, Height, KnownResamplers.Box));
        return Convert.ToBase64String(Qualities.Select(x => Packed(tiny, x))
            .First(x => x.Own.Length <= MostBytes || x.IsLast).Own);
    }

    private static (byte[] Own, bool IsLast) Packed(Image<Rgb24> tiny, int quality)
    {
        using var file = new MemoryStream();
        tiny.Save(file, new WebpEncoder
        {
            FileFormat = WebpFileFormatType.Lossy, Quality = quality, Method = WebpEncodingMethod.BestQuality,
        });
        var bytes = file.ToArray();
        var data = bytes.AsSpan(DataAt, BitConverter.ToInt32(bytes, DataAt - 4));
        if (!bytes.AsSpan(12, 4).SequenceEqual("VP8 "u8) || !data.Slice(OwnBytes, Shared.Length).SequenceEqual(Shared))
            throw new InvalidOperationException("A tiny picture was written in another way than expected.");
        return ([.. data[..OwnBytes], .. data[(OwnBytes + Shared.Length)..]], quality == Qualities[^1]);
    }
}
