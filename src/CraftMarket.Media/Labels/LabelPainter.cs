using NetVips;

namespace CraftMarket.Media;

/// <summary>Draws labels for a printer, 300 dots per inch.</summary>
internal static class LabelPainter
{
    public const int DotsPerInch = 300;

    /// <summary>One label, whole size.</summary>
    public static Image Paint(Label label, LabelShape shape, LocalOriginals originals)
    {
        var grid = LabelGrid.Of(shape);
        return Canvas.Paint(Dots(grid.Width), Dots(grid.Height), Tint.White,
            shape == LabelShape.Tag ? x => Tag(x, label, originals) : x => Sticker(x, label, originals), DotsPerInch);
    }

    /// <summary>A sheet of A4 with thin lines to cut along.</summary>
    public static Image PaintSheet(IReadOnlyList<Label> labels, LabelShape shape, LocalOriginals originals)
    {
        var grid = LabelGrid.Of(shape);
        var drawn = labels.Distinct().ToDictionary(x => x, x => Paint(x, shape, originals));
        try
        {
            return Canvas.Paint(Dots(LabelGrid.SheetWidth), Dots(LabelGrid.SheetHeight), Tint.White, canvas =>
            {
                for (var i = 0; i < labels.Count; i++)
                {
                    var (left, top) =
                        (Dots(grid.Left + i % grid.Columns * grid.Width), Dots(grid.Top + i / grid.Columns * grid.Height));
                    canvas.Put(drawn[labels[i]], left, top);
                    canvas.Outline(new(left, top, Dots(grid.Width), Dots(grid.Height)), CutLine);
                }
            }, DotsPerInch);
        }
        finally
        {
            foreach (var picture in drawn.Values) picture.Dispose();
        }
    }

    /// <summary>Millimetres in dots.</summary>
    internal static int Dots(double millimetres) => (int)Math.Round(millimetres * DotsPerInch / 25.4);

    private static readonly Tint CutLine = new(190, 184, 174);

    private static int Points(double points) => (int)Math.Round(points * DotsPerInch / 72);

    private static void Tag(Canvas canvas, Label label, LocalOriginals originals)
    {
        var tint = Tint.Of(label.Maker.Colour);
        canvas.Fill(Millimetres(0, 0, 60, 34), tint);
        canvas.Weave(Millimetres(0, 0, 60, 34), tint.Over, Dots(4));
        canvas.Fill(Millimetres(0, 34, 60, 1.2), label.Maker.AccentTint);
        // Where the string goes.
        canvas.Disc(Dots(30), Dots(5), Dots(2.6), tint.Over);
        canvas.Disc(Dots(30), Dots(5), Dots(2), Tint.White);
        canvas.Logo(originals, label.Maker, Dots(30), Dots(16.5), Dots(7.5), tint);
        canvas.Write(label.Maker.Name, Millimetres(4, 25, 52, 4.8),
            new(Points(11), Points(7), tint.Over, Bold: true, Serif: true) { Centred = true });
        canvas.Write(label.Maker.Under, Millimetres(4, 30, 52, 3.2), new(Points(6.8), Points(5.4), tint.Over) { Centred = true });
        var next = 37
            + Written(canvas.Write(label.Name, Millimetres(4, 37, 52, 10),
            new(Points(11.5), Points(8), Tint.Ink, Bold: true) { Centred = true })) + 2.4;
        next += Written(canvas.Write(label.Materials, Millimetres(4, next, 52, 6),
            new(Points(7.5), Points(6), Tint.Ink) { Centred = true })) + 2;
        canvas.Write(label.Care, Millimetres(4, next, 52, 60.5 - next),
            new(Points(6.8), Points(5.6), Tint.Soft) { Centred = true });
        Qr(canvas, label, 3, 61, 26);
        canvas.Write(label.Price, Millimetres(31, 63, 26, 6.5), new(Points(14), Points(9), tint.Readable, Bold: true));
        canvas.Write(label.Place, Millimetres(31, 71, 26, 4), new(Points(7.5), Points(6), Tint.Ink));
        if (label.Maker.Seal is { } seal) canvas.Seal(originals, seal, Dots(49.5), Dots(81), Dots(6.5));
        canvas.Write(label.Invitation, Millimetres(31, 76.5, 11, 9), new(Points(6), Points(5), Tint.Soft));
    }

    private static void Sticker(Canvas canvas, Label label, LocalOriginals originals)
    {
        var tint = Tint.Of(label.Maker.Colour);
        canvas.Fill(Millimetres(0, 0, 90, 14), tint);
        canvas.Weave(Millimetres(0, 0, 90, 14), tint.Over, Dots(4));
        canvas.Fill(Millimetres(0, 14, 90, 0.8), label.Maker.AccentTint);
        canvas.Logo(originals, label.Maker, Dots(9), Dots(7), Dots(5.4), tint);
        canvas.Write(label.Maker.Name, Millimetres(17, 2.6, 54, 5.4),
            new(Points(12), Points(8), tint.Over, Bold: true, Serif: true));
        canvas.Write(label.Maker.Under ?? label.Place, Millimetres(17, 8.6, 54, 3.8), new(Points(7.2), Points(5.6), tint.Over));
        if (label.Maker.Seal is { } seal) canvas.Seal(originals, seal, Dots(81), Dots(9), Dots(7.5));
        var next = 17
            + Written(canvas.Write(label.Name, Millimetres(4, 17, 54, 9.6), new(Points(11.5), Points(8), Tint.Ink, Bold: true)))
            + 2;
        next += Written(canvas.Write(label.Materials, Millimetres(4, next, 54, 6), new(Points(7.5), Points(6), Tint.Ink))) + 1.6;
        canvas.Write(label.Care, Millimetres(4, next, 54, 41 - next), new(Points(6.8), Points(5.6), Tint.Soft));
        canvas.Write(label.Price, Millimetres(4, 42, 34, 8),
            new(Points(16), Points(10), tint.Readable, Bold: true) { Stands = Stands.Below });
        canvas.Write(label.Place, Millimetres(38, 45.5, 21, 4.5),
            new(Points(7.5), Points(6), Tint.Ink) { Stands = Stands.Below });
        Qr(canvas, label, 60, 17.6, 28);
        canvas.Write(label.Invitation, Millimetres(60, 47, 28, 3.4), new(Points(6.2), Points(5), Tint.Soft) { Centred = true });
    }

    private static void Qr(Canvas canvas, Label label, double left, double top, double side)
    {
        using var qr = QrSquare.Of(label.Address).Picture(Dots(side));
        var rest = (Dots(side) - qr.Width) / 2;
        canvas.Put(qr, Dots(left) + rest, Dots(top) + rest);
    }

    /// <summary>Dots in millimetres.</summary>
    private static double Written(int dots) => dots * 25.4 / DotsPerInch;

    private static Area Millimetres(double left, double top, double width, double height) =>
        new(Dots(left), Dots(top), Dots(width), Dots(height));
}
