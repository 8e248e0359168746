using NetVips;

namespace CraftMarket.Media;

/// <summary>A place on a picture, in pixels.</summary>
internal readonly record struct Area(int Left, int Top, int Width, int Height)
{
    public int Right => Left + Width;
    public int Bottom => Top + Height;

    public Area Inset(int by) => new(Left + by, Top + by, Width - 2 * by, Height - 2 * by);
}

/// <summary>A picture being painted, piece by piece.</summary>
internal sealed class Canvas(MutableImage image)
{
    /// <summary>Paints a whole picture.</summary>
    /// <param name="dotsPerInch">So that a printer knows how large it is.</param>
    public static Image Paint(int width, int height, Tint ground, Action<Canvas> paint, double dotsPerInch = 72)
    {
        Libvips.Prepare();
        using var blank = Plain(width, height, ground);
        using var painted = blank.Mutate(x => paint(new Canvas(x)));
        return painted.Copy(xres: dotsPerInch / 25.4, yres: dotsPerInch / 25.4).CopyMemory();
    }

    public void Fill(Area area, Tint tint) =>
        image.DrawRect(tint.Bands, area.Left, area.Top, area.Width, area.Height, fill: true);

    public void Outline(Area area, Tint tint) =>
        image.DrawRect(tint.Bands, area.Left, area.Top, area.Width, area.Height, fill: false);

    public void Put(Image picture, int left, int top) => image.DrawImage(picture, left, top);

    /// <summary>Paints a stencil in one colour: 255 covers, 0 leaves what is there.</summary>
    public void Stencil(Image mask, Tint tint, int left, int top) => image.DrawMask(tint.Bands, mask, left, top);

    public void Disc(int centreX, int centreY, int radius, Tint tint)
    {
        using var mask = Stencils.Disc(2 * radius);
        Stencil(mask, tint, centreX - radius, centreY - radius);
    }

    /// <summary>A square picture cut to a round.</summary>
    public void Round(Image square, int centreX, int centreY)
    {
        // First a black hole with smooth edges, then the picture added where the hole is: what lies around it stays as it is.
        Disc(centreX, centreY, square.Width / 2, new(0, 0, 0));
        using var mask = Stencils.Disc(square.Width);
        using var masked = square * mask / 255;
        using var cut = masked.Cast(Enums.BandFormat.Uchar);
        image.DrawImage(cut, centreX - square.Width / 2, centreY - square.Height / 2, mode: Enums.CombineMode.Add);
    }

    /// <summary>Fine lines crossing as in plaited leaf, so that a plain ground looks made by hand.</summary>
    public void Weave(Area area, Tint tint, int step)
    {
        using var mask = Stencils.Weave(area.Width, area.Height, step);
        Stencil(mask, tint, area.Left, area.Top);
    }

    /// <summary>Writes words as large as they fit; a very long text ends in dots.</summary>
    /// <returns>The height that they take.</returns>
    public int Write(string? words, Area area, Lettering lettering)
    {
        using var shape = lettering.Shape(words, area.Width, area.Height);
        if (shape is null) return 0;
        var left = lettering.Centred ? area.Left + (area.Width - shape.Width) / 2 : area.Left;
        var top = lettering.Stands switch
        {
            Stands.Below => area.Bottom - shape.Height,
            Stands.Middle => area.Top + (area.Height - shape.Height) / 2,
            _ => area.Top,
        };
        Stencil(shape, lettering.Tint, left, top);
        return shape.Height;
    }

    public static Image Plain(int width, int height, Tint tint)
    {
        using var black = Image.Black(width, height, bands: 3);
        using var coloured = black + tint.Bands;
        using var bytes = coloured.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }
}
