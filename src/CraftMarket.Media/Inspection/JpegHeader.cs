using System.Buffers.Binary;

namespace CraftMarket.Media;

/// <summary>Walks a JPEG's segments from start to end marker.</summary>
internal static class JpegHeader
{
    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file is not [0xFF, 0xD8, 0xFF, ..]) return null;
        var header = new ImageHeader(PhotoFormat.Jpeg);
        Walk(file, 0, header);
        // Phones append further JPEGs: a depth map, an HDR gain map (Multi-Picture Format).
        while (header.Whole && file[header.End..] is [0xFF, 0xD8, 0xFF, ..])
        {
            var next = new ImageHeader(PhotoFormat.Jpeg);
            Walk(file, header.End, next);
            if (!next.Whole) break;
            header.Notes.AddRange(next.Notes);
            header.End = next.End;
        }

        return header;
    }

    private static void Walk(ReadOnlySpan<byte> file, int start, ImageHeader header)
    {
        var at = start + 2;
        while (at + 1 < file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF) { at++; continue; }
            at += 2;
            if (marker == 0xD9)
            {
                header.Whole = true;
                header.End = at;
                return;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD7)) continue;
            if (at + 2 > file.Length) return;
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2 || at + length > file.Length) return;
            var body = file.Slice(at + 2, length - 2);
            if (IsFrame(marker) && body.Length >= 5 && header.Width == 0)
            {
                header.Height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
                header.Width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
            }
            else if (marker is >= 0xE0 and <= 0xFE) header.Notes.Add((at + 2)..(at + length));

            at += length;
            if (marker == 0xDA) at = EndOfScan(file, at);
        }
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Compressed data runs until a marker that is neither a stuffed zero nor a restart.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (true)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length) return file.Length;
            at += next;
            if (file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7))) return at;
            at += 2;
        }
    }
}
