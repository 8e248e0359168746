using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CraftMarket.Media;

/// <summary>A PDF (ISO 32000-1) whose pages are one picture each, filling a sheet of A4. The pixels go over as PNG packed them,
/// nothing is lost.</summary>
/// <remarks>All that is needed of the format, and small; decision 0010 tells why no library does it.</remarks>
internal static class PictureBook
{
    private const string SheetPoints = "595.276 841.89";

    /// <param name="width">Pixels of each picture.</param>
    /// <param name="height">Pixels of each picture.</param>
    public static byte[] Of(string title, IReadOnlyList<byte[]> pngs, int width, int height)
    {
        using var file = new MemoryStream();
        var starts = new List<long>();
        Write(file, "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        Thing("<</Type/Catalog/Pages 2 0 R>>");
        Thing($"<</Type/Pages/Count {pngs.Count}/Kids[{string.Join(' ', pngs.Select((_, i) => $"{4 + 3 * i} 0 R"))}]>>");
        Thing($"<</Title<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}>/Producer(CraftMarket)>>");
        for (var i = 0; i < pngs.Count; i++)
        {
            var first = 4 + 3 * i;
            Thing($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {SheetPoints}]/Contents {first + 1} 0 R/Resources<</XObject<</Sheet "
                + $"{first + 2} 0 R>>>>>>");
            Thing("<</Length {0}>>",
                Encoding.Latin1.GetBytes($"q {SheetPoints.Replace(" ", " 0 0 ", StringComparison.Ordinal)} 0 0 cm /Sheet Do Q"));
            Thing($"<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent "
                + $"8/Filter/FlateDecode"
                + $"/DecodeParms<</Predictor 15/Colors 3/BitsPerComponent 8/Columns {width}>>/Length {{0}}>>", Pixels(pngs[i]));
        }

        var index = file.Position;
        Write(file, $"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n");
        foreach (var start in starts) Write(file, string.Create(CultureInfo.InvariantCulture, $"{start:0000000000} 00000 n \n"));
        Write(file, $"trailer\n<</Size {starts.Count + 1}/Root 1 0 R/Info 3 0 R>>\nstartxref\n{index}\n%%EOF\n");
        return file.ToArray();

        void Thing(string dictionary, byte[]? stream = null)
        {
            starts.Add(file.Position);
            var described = stream is null ? dictionary
                : dictionary.Replace("{0}", stream.Length.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Write(file, $"{starts.Count} 0 obj\n{described}");
            if (stream is not null)
            {
                Write(file, "\nstream\n");
                file.Write(stream);
                Write(file, "\nendstream");
            }

            Write(file, "\nendobj\n");
        }
    }

    /// <summary>The packed pixels of an 8-bit RGB PNG: its IDAT parts, one after the other.</summary>
    private static byte[] Pixels(byte[] png)
    {
        using var pixels = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) pixels.Write(png, at + 8, length);
            at += 12 + length;
        }

        return pixels.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
