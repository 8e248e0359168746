using System.Net;
using NetVips;

namespace CraftMarket.Media;

/// <summary>Where in its area a text stands.</summary>
internal enum Stands { Above, Middle, Below }

/// <summary>How words are written on a picture.</summary>
/// <param name="Size">Pixels of the letters at most.</param>
/// <param name="Smallest">Below this nobody reads it; a longer text loses its end instead.</param>
internal sealed record Lettering(int Size, int Smallest, Tint Tint, bool Bold = false, bool Serif = false)
{
    public bool Centred { get; init; }

    public Stands Stands { get; init; }

    // The first that the machine has; every Debian has DejaVu once a font is installed at all.
    private const string SansFamilies = "Noto Sans,Liberation Sans,DejaVu Sans,sans",
        SerifFamilies = "Noto Serif,Liberation Serif,DejaVu Serif,serif";

    /// <summary>The words as a stencil; null without words, and on a machine without any font, which still gets its
    /// pictures.</summary>
    public Image? Shape(string? words, int width, int height)
    {
        if (string.IsNullOrWhiteSpace(words) || width < Smallest || height < Smallest / 2) return null;
        try
        {
            for (var size = Size; size >= Smallest; size = Math.Min(size - 1, (int)(size * 0.93)))
                if (Fitting(words, size, width, height) is { } shape) return shape;
            for (var kept = words.Length - 1; kept > 0; kept = Math.Min(kept - 1, kept * 9 / 10))
                if (Fitting(Begun(words, kept) + "…", Smallest, width, height) is { } shape) return shape;
            return null;
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <summary>The beginning of the words, without half a word at its end where it can be helped.</summary>
    private static string Begun(string words, int kept) =>
        words[..(words.LastIndexOf(' ', kept) is var end && end > kept / 2 ? end : kept)].TrimEnd(' ', ',', '.', ';', '\n');

    private Image? Fitting(string words, int size, int width, int height)
    {
        var shape = Image.Text(WebUtility.HtmlEncode(words),
            font: $"{(Serif ? SerifFamilies : SansFamilies)} {(Bold ? "bold " : "")}{size}", width: width,
            dpi: 72, wrap: Enums.TextWrap.Word, align: Centred ? Enums.Align.Centre : Enums.Align.Low);
        if (shape.Width <= width && shape.Height <= height) return shape;
        shape.Dispose();
        return null;
    }
}
