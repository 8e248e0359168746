using System.Buffers.Binary;

namespace CraftMarket.Media;

/// <summary>Walks a PNG's chunks from IHDR to IEND.</summary>
internal static class PngHeader
{
    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Signature)) return null;
        var header = new ImageHeader(PhotoFormat.Png);
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            var type = file.Slice(at + 4, 4);
            var fits = length <= file.Length - at - 12;
            var isHeader = type.SequenceEqual("IHDR"u8);
            // The size is what stands first, as for whoever decodes it; a file that says another one later is never whole.
            if (isHeader != (at == 8)) break;
            if (isHeader && file.Length >= at + 16)
            {
                header.Width = Side(file[(at + 8)..]);
                header.Height = Side(file[(at + 12)..]);
            }

            if (!fits) break;
            header.Animated |= type.SequenceEqual("acTL"u8);
            if (!type.SequenceEqual("IDAT"u8)) header.Notes.Add((at + 8)..(at + 8 + (int)length));
            at += 12 + (int)length;
            if (!type.SequenceEqual("IEND"u8)) continue;
            header.Whole = true;
            header.End = at;
            break;
        }

        return header;
    }

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static int Side(ReadOnlySpan<byte> bytes) => (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(bytes));
}
