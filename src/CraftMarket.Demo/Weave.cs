using CraftMarket.Media;

namespace CraftMarket.Demo;

/// <summary>A place in a picture, or the way from one place to another.</summary>
internal readonly record struct Point(double X, double Y)
{
    public double Length => Math.Sqrt(X * X + Y * Y);
    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);
    public Point Turned(double radians) =>
        new(X * Math.Cos(radians) - Y * Math.Sin(radians), X * Math.Sin(radians) + Y * Math.Cos(radians));
}

/// <summary>A colour with parts from 0 to 1.</summary>
internal readonly record struct Colour(double R, double G, double B)
{
    public static readonly Colour Shade = new(0.13, 0.09, 0.06);

    public Colour Mix(Colour other, double share) =>
        new(R + (other.R - R) * share, G + (other.G - G) * share, B + (other.B - B) * share);

    public Tint Tint => new(Byte(R), Byte(G), Byte(B));

    private static byte Byte(double part) => (byte)(Math.Clamp(part, 0, 1) * 255);
}

/// <summary>The colours of one craft: cured leaf, green leaf, leather, metal, and the ground it lies on.</summary>
internal sealed record Palette(Colour Cured, Colour Leaf, Colour Leather, Colour Metal, Colour Ground, Colour GroundEdge)
{
    private static readonly Colour Brass = new(0.80, 0.66, 0.36);
    private static readonly Colour Steel = new(0.72, 0.73, 0.72);

    public static readonly IReadOnlyList<Palette> All =
    [
        new(new(0.72, 0.52, 0.29), new(0.46, 0.47, 0.22), new(0.36, 0.22, 0.13), Brass, new(0.95, 0.91, 0.84),
            new(0.83, 0.75, 0.64)),
        new(new(0.58, 0.38, 0.20), new(0.78, 0.62, 0.38), new(0.24, 0.17, 0.13), Steel, new(0.90, 0.91, 0.87),
            new(0.72, 0.75, 0.69)),
        new(new(0.80, 0.64, 0.40), new(0.55, 0.30, 0.18), new(0.45, 0.27, 0.15), Brass, new(0.93, 0.88, 0.85),
            new(0.78, 0.68, 0.63)),
        new(new(0.50, 0.46, 0.24), new(0.74, 0.58, 0.32), new(0.29, 0.24, 0.14), Steel, new(0.94, 0.92, 0.80),
            new(0.80, 0.77, 0.60)),
    ];
}

/// <summary>Strips of leaf plaited over and under each other.</summary>
internal sealed record Weave(Palette Colours, double Strip, double Slant)
{
    public Colour At(Point place)
    {
        var p = place.Turned(Slant);
        double u = p.X / Strip, v = p.Y / Strip;
        var over = ((long)Math.Floor(u) + (long)Math.Floor(v)) % 2 == 0;
        var across = over ? u : v;
        var along = over ? v : u;
        var bulge = Math.Sin((along - Math.Floor(along)) * Math.PI);
        var edge = Math.Sin((across - Math.Floor(across)) * Math.PI);
        var fibre = 0.5 + 0.5 * Math.Sin(across * 37 + Math.Sin(along * 2.3) * 2);
        return (over ? Colours.Cured : Colours.Leaf.Mix(Colours.Cured, 0.35))
            .Mix(Colour.Shade, 0.12 * fibre)
            .Mix(Colour.Shade, 0.55 * (1 - Math.Sqrt(edge)))
            .Mix(new(1, 0.95, 0.85), 0.22 * bulge * edge);
    }
}
