using System.Buffers.Binary;

namespace CraftMarket.Media;

/// <summary>Counts the frames of a GIF. No GIF is taken; a moving one deserves the better sentence.</summary>
internal static class GifHeader
{
    public static ImageHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 13 || !(file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8))) return null;
        var header = new ImageHeader(null)
        {
            Width = BinaryPrimitives.ReadUInt16LittleEndian(file[6..]),
            Height = BinaryPrimitives.ReadUInt16LittleEndian(file[8..]),
        };
        var frames = 0;
        for (var at = 13 + Palette(file[10]); at < file.Length;)
        {
            if (file[at] == 0x21) at = AfterBlocks(file, at + 2);
            else if (file[at] == 0x2C && at + 10 < file.Length)
            {
                frames++;
                at = AfterBlocks(file, at + 10 + Palette(file[at + 9]) + 1);
            }
            else break;
        }

        header.Animated = frames > 1;
        return header;
    }

    private static int Palette(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);

    private static int AfterBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0) at += file[at] + 1;
        return at + 1;
    }
}
