using System.Buffers.Binary;

namespace CraftMarket.Media;

/// <summary>Walks the boxes of a HEIC or AVIF file.</summary>
internal static class HeifHeader
{
    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 16 || !file[4..].StartsWith("ftyp"u8)) return null;
        var brand = file.Slice(8, 4);
        var moving = brand.SequenceEqual("msf1"u8) || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("avis"u8);
        var still = brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8)
            || brand.SequenceEqual("avif"u8);
        if (!moving && !still) return null;
        var header = new ImageHeader(PhotoFormat.Heif) { Animated = moving };
        long at = 0;
        while (at + 8 <= file.Length && BoxLength(file[(int)at..]) is var length and >= 8 && at + length <= file.Length)
        {
            var type = file.Slice((int)at + 4, 4);
            var body = (int)at..(int)(at + length);
            if (type.SequenceEqual("meta"u8)) LargestPicture(file[body], header);
            if (!type.SequenceEqual("mdat"u8)) header.Notes.Add(body);
            at += length;
        }

        header.Whole = header.Width > 0 && at == file.Length;
        header.End = (int)at;
        return header;
    }

    private static long BoxLength(ReadOnlySpan<byte> box) => BinaryPrimitives.ReadUInt32BigEndian(box) switch
    {
        0 => box.Length,
        1 => box.Length < 16 ? 0 : (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(box[8..]), int.MaxValue),
        var length => length,
    };

    /// <summary>Every picture and tile states its size in an <c>ispe</c> box; the largest is the photo.</summary>
    private static void LargestPicture(ReadOnlySpan<byte> meta, ImageHeader header)
    {
        for (var at = 0; meta[at..].IndexOf("ispe"u8) is var found and >= 0 && at + found + 16 <= meta.Length; at += found + 4)
        {
            var size = meta[(at + found + 8)..];
            var width = (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(size));
            var height = (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(size[4..]));
            if ((long)width * height <= (long)header.Width * header.Height) continue;
            header.Width = width;
            header.Height = height;
        }
    }
}
