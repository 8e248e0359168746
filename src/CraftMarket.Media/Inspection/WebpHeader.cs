using System.Buffers.Binary;

namespace CraftMarket.Media;

/// <summary>Walks a WebP's RIFF chunks.</summary>
internal static class WebpHeader
{
    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 20 || !file.StartsWith("RIFF"u8) || !file[8..].StartsWith("WEBP"u8)) return null;
        var header = new ImageHeader(PhotoFormat.Webp);
        var end = 8L + BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (end > file.Length) end = -1;
        var limit = end < 0 ? file.Length : (int)end;
        for (var at = 12; at + 8 <= limit;)
        {
            var type = file.Slice(at, 4);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var body = file.Slice(at + 8, (int)Math.Min(length, limit - at - 8));
            Note(type, body, header, at + 8);
            if (length > limit - at - 8) { end = -1; break; }
            at += 8 + (int)length + (int)(length & 1);
        }

        header.Whole = end > 0;
        header.End = limit;
        return header;
    }

    private static void Note(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body, ImageHeader header, int at)
    {
        if (type.SequenceEqual("VP8X"u8) && body.Length >= 10)
        {
            header.Animated |= (body[0] & 0x02) != 0;
            Size(header, 1 + (body[4] | body[5] << 8 | body[6] << 16), 1 + (body[7] | body[8] << 8 | body[9] << 16));
        }
        else if (type.SequenceEqual("VP8 "u8))
        {
            if (body.Length < 10) return;
            Size(header, BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
        }
        else if (type.SequenceEqual("VP8L"u8))
        {
            if (body.Length < 5) return;
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            Size(header, (int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
        }
        else if (type.SequenceEqual("ANIM"u8) || type.SequenceEqual("ANMF"u8)) header.Animated = true;
        else if (!type.SequenceEqual("ALPH"u8)) header.Notes.Add(at..(at + body.Length));
    }

    private static void Size(ImageHeader header, int width, int height)
    {
        header.Width = Math.Max(header.Width, width);
        header.Height = Math.Max(header.Height, height);
    }
}
