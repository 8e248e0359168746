using System.Globalization;
using System.Net;
using NetVips;

namespace CraftMarket.Media;

/// <summary>What stands on a share card.</summary>
/// <param name="Photo">Content of the photo's original; null to draw without one.</param>
/// <param name="Title">Name of the product.</param>
/// <param name="Price">As shown, such as <c>Rp150.000</c>.</param>
/// <param name="Colour">Colour of the village mark, <c>#rrggbb</c>.</param>
public sealed record ShareCard(string? Photo, string Title, string Price, string Maker, string Place, string Colour);

/// <summary>Draws a JPEG of 1200 × 630 pixels: the photo on the left, the words on the right, the village mark below.</summary>
public sealed class ShareCardPainter(BlobStore blobs)
{
    private const int Width = 1200, Height = 630, Margin = 40, TextWidth = Width - Height - 2 * Margin;

    private static readonly double[] Paper = [250, 246, 238];
    private static readonly double[] Ink = [52, 40, 32];

    /// <summary>The card's address; the same card has the same address.</summary>
    public string Paint(ShareCard card)
    {
        Libvips.Prepare();
        var mark = Rgb(card.Colour);
        using var paper = Plain(Width, Height, Paper);
        using var band = paper.Insert(Plain(Width - Height, 14, mark), Height, Height - 14);
        var canvas = card.Photo is { } photo && TryPhoto(photo) is { } picture ? band.Insert(picture, 0, 0) : band.Insert(Plain(Height, Height, mark), 0, 0);
        canvas = Write(canvas, card.Title, "bold 40", 60, Ink, 230);
        canvas = Write(canvas, card.Price, "bold 52", 320, mark, 70);
        canvas = Write(canvas, card.Maker, "28", 420, Ink, 80);
        canvas = Write(canvas, card.Place, "bold 28", 520, mark, 60);
        using var whole = canvas;
        return blobs.Publish(whole.JpegsaveBuffer(q: 82, optimizeCoding: true, keep: Enums.ForeignKeep.None), "jpg");
    }

    private Image? TryPhoto(string content)
    {
        try
        {
            using var shrunk = Image.Thumbnail(blobs.OriginalPath(content), Height, height: Height, crop: Enums.Interesting.Centre, outputProfile: "srgb");
            using var colours = shrunk.Colourspace(Enums.Interpretation.Srgb);
            using var flat = colours.HasAlpha() ? colours.Flatten(background: Paper) : colours.Copy();
            return flat.Cast(Enums.BandFormat.Uchar).CopyMemory();
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <summary>A machine without any font still gives a card, with the picture alone.</summary>
    private static Image Write(Image canvas, string words, string font, int top, double[] colour, int height)
    {
        if (words.Length == 0) return canvas;
        try
        {
            using var shape = Image.Text(WebUtility.HtmlEncode(words), font: $"sans {font}", width: TextWidth, dpi: 72, wrap: Enums.TextWrap.WordChar);
            using var fitting = shape.Height > height ? shape.Crop(0, 0, shape.Width, height) : shape.Copy();
            using var ink = Plain(fitting.Width, fitting.Height, colour).Bandjoin(fitting);
            return canvas.Composite2(ink, Enums.BlendMode.Over, x: Height + Margin, y: top).Flatten().Cast(Enums.BandFormat.Uchar);
        }
        catch (VipsException)
        {
            return canvas;
        }
    }

    private static Image Plain(int width, int height, double[] colour) =>
        (Image.Black(width, height, bands: 3) + colour).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    private static double[] Rgb(string colour) =>
        [.. new[] { 1, 3, 5 }.Select(x => (double)byte.Parse(colour.AsSpan(x, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
