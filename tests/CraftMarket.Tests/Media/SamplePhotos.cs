using System.Buffers.Binary;
using System.IO.Compression;
using NetVips;

namespace CraftMarket.Tests.Media;

/// <summary>Photos as phones send them, and files as attackers send them; all made here.</summary>
internal static class SamplePhotos
{
    /// <summary>Left half brown, right half green, so that turning and cutting can be seen.</summary>
    public static Image Picture(int width, int height)
    {
        var left = Plain(width / 2, height, 150, 90, 40);
        return left.Join(Plain(width - width / 2, height, 40, 120, 60), Enums.Direction.Horizontal);
    }

    public static byte[] Jpeg(int width = 2000, int height = 1500) => Picture(width, height).JpegsaveBuffer(q: 85);

    /// <summary>Full of detail, so that it is as heavy as a real photo: 1200 × 900 pixels are about half a megabyte.</summary>
    public static byte[] Grainy(int width = 1200, int height = 900, int seed = 7) =>
        Noise(width, height, seed).JpegsaveBuffer(q: 60);

    public static byte[] Png(int width = 400, int height = 300) => Picture(width, height).PngsaveBuffer();

    public static byte[] Webp(int width = 400, int height = 300) => Picture(width, height).WebpsaveBuffer();

    public static byte[] Avif() => Picture(400, 300).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0);

    public static byte[] SixteenBitPng() =>
        Picture(400, 300).Colourspace(Enums.Interpretation.Rgb16).PngsaveBuffer(bitdepth: 16);

    public static byte[] CmykJpeg() => Picture(400, 300).IccTransform("cmyk", inputProfile: "srgb").JpegsaveBuffer();

    /// <summary>Stored 400 × 300 with the note that the phone was held sideways: upright it is 300 × 400.</summary>
    public static byte[] Sideways() => Picture(400, 300).Mutate(x => x.Set(GValue.GIntType, "orientation", 6)).JpegsaveBuffer();

    public static byte[] WithGps() => Picture(400, 300).Mutate(x =>
    {
        x.Set(GValue.GStrType, "exif-ifd0-Make", "Telepon Inaq Sahnun");
        x.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "8/1 46/1 12/1");
        x.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "S");
    }).JpegsaveBuffer(keep: Enums.ForeignKeep.All);

    /// <summary>Whole by its structure, but the compressed pixels stop half way.</summary>
    public static byte[] HollowJpeg()
    {
        var photo = Noise(1200, 900).JpegsaveBuffer();
        return [.. photo[..(photo.Length / 3)], 0xFF, 0xD9];
    }

    public static byte[] AnimatedGif() => Frames().GifsaveBuffer();

    public static byte[] AnimatedWebp() => Frames().WebpsaveBuffer();

    public static byte[] AnimatedPng() => WithChunk(Png(), "acTL", [0, 0, 0, 2, 0, 0, 0, 0]);

    /// <summary>A few bytes that promise 1 × 500,000,000 pixels.</summary>
    public static byte[] EndlessPng()
    {
        return [.. Png(8, 8)[..8], .. Header(1, 500_000_000), .. Chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]),
            .. Chunk("IEND", [])];
    }

    /// <summary>Its first header, which decoders read, states one size; a second one states 8 × 8.</summary>
    public static byte[] TwoFacedPng(uint width, uint height)
    {
        var small = Png(8, 8);
        return [.. small[..8], .. Header(width, height), .. Header(8, 8), .. small[33..]];
    }

    /// <summary>A note stands before the header.</summary>
    public static byte[] LateHeaderPng()
    {
        var png = Png();
        return [.. png[..8], .. Chunk("tEXt", "Title\0Tas"u8.ToArray()), .. png[8..]];
    }

    public static byte[] WithArchive(byte[] photo)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("run.txt").Open()) entry.Write("hello"u8);
        return [.. photo, .. archive.ToArray()];
    }

    public static byte[] WithComment(byte[] jpeg, string comment) =>
        [.. jpeg[..2], 0xFF, 0xFE, (byte)((comment.Length + 2) >> 8), (byte)(comment.Length + 2), .. comment.Select(x => (byte)x),
            .. jpeg[2..]];

    public static byte[] Svg() =>
        """<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>"""u8.ToArray();

    private static Image Plain(int width, int height, params double[] colour) =>
        (Image.Black(width, height, bands: 3) + colour).Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);

    private static Image Noise(int width, int height, int seed = 7) =>
        Image.Gaussnoise(width, height, sigma: 60, mean: 128, seed: seed).Cast(Enums.BandFormat.Uchar);

    private static Image Frames() =>
        Picture(40, 30).Join(Plain(40, 30, 200, 30, 30), Enums.Direction.Vertical)
            .Mutate(x => x.Set(GValue.GIntType, "page-height", 30));

    /// <summary>Eight bits of grey.</summary>
    private static byte[] Header(uint width, uint height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return Chunk("IHDR", header);
    }

    private static byte[] WithChunk(byte[] png, string type, byte[] body) => [.. png[..33], .. Chunk(type, body), .. png[33..]];

    private static byte[] Chunk(string type, byte[] body)
    {
        byte[] named = [.. type.Select(x => (byte)x), .. body];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Checksum(named));
        return chunk;
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? sum >> 1 ^ 0xEDB88320u : sum >> 1;
        }

        return ~sum;
    }
}
