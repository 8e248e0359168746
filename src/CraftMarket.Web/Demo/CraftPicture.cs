namespace CraftMarket.Web.Demo;

/// <summary>What a demo picture shows.</summary>
internal enum Craft { Bag, Wallet, KeyRing, Frame }

/// <summary>How a demo picture looks at it: the whole, the weave from near by, or lying at a slant.</summary>
internal enum Sight { Whole, Near, Slanted }

/// <summary>Draws a craft of woven tobacco leaf on a plain ground, so that the demo needs no photo of anybody.</summary>
internal static class CraftPicture
{
    public const int Width = 1280, Height = 960;

    /// <param name="craft">The thing in the middle.</param>
    /// <param name="seed">Chooses colours and weave; the same seed draws the same picture.</param>
    /// <param name="sight">The same thing seen in another way.</param>
    /// <returns>A PNG.</returns>
    public static byte[] Draw(Craft craft, int seed, Sight sight = Sight.Whole)
    {
        var (scale, turn) = sight switch { Sight.Near => (0.38, 0.12), Sight.Slanted => (1.25, -0.35), _ => (1.0, 0.0) };
        var colours = Palette.All[seed % Palette.All.Count];
        var weave = new Weave(colours, Strip: 0.045 + seed % 5 * 0.006, Slant: seed % 3 * 0.4);
        var pixels = new byte[Width * Height * 3];
        Parallel.For(0, Height, y =>
        {
            for (var x = 0; x < Width; x++)
            {
                // Coordinates: the middle is 0, the picture reaches from -1 to 1 upwards and a third more sideways.
                var p = new Point((x - Width / 2.0) / (Height / 2.0) * scale, (y - Height / 2.0) / (Height / 2.0) * scale);
                Paint(craft, p.Turned(turn), weave, colours).WriteTo(pixels, (y * Width + x) * 3);
            }
        });
        return Png.Encode(pixels, Width, Height);
    }

    private static Colour Paint(Craft craft, Point p, Weave weave, Palette colours)
    {
        var ground = colours.Ground.Mix(colours.GroundEdge, Math.Clamp(p.Length * 0.55 + p.Y * 0.1, 0, 1));
        var shadow = Math.Clamp(1 - Outline(craft, p - new Point(0.03, 0.07)) / 0.16, 0, 1);
        var colour = ground.Mix(Colour.Shade, 0.32 * shadow * shadow);
        foreach (var (distance, material) in Layers(craft, p, weave, colours))
        {
            var cover = Math.Clamp(0.5 - distance * Height / 2.0, 0, 1);
            if (cover <= 0) continue;
            // The rim of each layer is darker: it looks sewn rather than cut from paper.
            var rim = Math.Clamp(1 + distance / 0.035, 0, 1);
            colour = colour.Mix(material.Mix(Colour.Shade, 0.35 * rim * rim), cover);
        }

        return colour;
    }

    private static double Outline(Craft craft, Point p) => craft switch
    {
        Craft.Bag => Math.Min(BagBody(p), BagHandle(p)),
        Craft.Wallet => WalletBody(p),
        Craft.KeyRing => Math.Min(Tag(p), Ring(p)),
        _ => FrameOuter(p),
    };

    private static IEnumerable<(double Distance, Colour Material)> Layers(Craft craft, Point p, Weave weave, Palette colours)
    {
        switch (craft)
        {
            case Craft.Bag:
                yield return (BagHandle(p), colours.Leather);
                yield return (BagBody(p), weave.At(p));
                yield return (Math.Max(BagBody(p), Math.Abs(p.Y + 0.13) - 0.055), colours.Leather);
                yield return ((p - new Point(0, -0.13)).Length - 0.05, colours.Metal);
                break;
            case Craft.Wallet:
                yield return (WalletBody(p), weave.At(p));
                yield return (Math.Max(WalletBody(p), p.Y + 0.02 + 0.16 * p.X * p.X), weave.At(p.Turned(0.6)).Mix(colours.Leather, 0.55));
                yield return ((p - new Point(0, -0.06)).Length - 0.045, colours.Metal);
                break;
            case Craft.KeyRing:
                yield return (Ring(p), colours.Metal);
                yield return (Tag(p), weave.At(p));
                yield return ((p - new Point(0, -0.12)).Length - 0.055, colours.Leather);
                yield return ((p - new Point(0, -0.12)).Length - 0.028, colours.GroundEdge);
                break;
            default:
                yield return (FrameOuter(p), weave.At(p));
                yield return (Box(p, 0.62, 0.44, 0.01), Landscape(p, colours));
                break;
        }
    }

    /// <summary>Mount Rinjani behind a field, the picture within the frame.</summary>
    private static Colour Landscape(Point p, Palette colours)
    {
        var mountain = 0.08 - 0.42 * Math.Exp(-Math.Pow((p.X - 0.12) / 0.28, 2)) - 0.2 * Math.Exp(-Math.Pow((p.X + 0.3) / 0.2, 2));
        if (p.Y > 0.16 + 0.02 * Math.Sin(p.X * 9)) return colours.Leaf.Mix(Colour.Shade, 0.25 + 0.15 * Math.Sin(p.X * 70 + p.Y * 40));
        if (p.Y > mountain) return new Colour(0.36, 0.44, 0.47).Mix(colours.Ground, Math.Clamp(p.Y + 0.3, 0, 0.5));
        return (p - new Point(-0.32, -0.26)).Length < 0.07 ? new Colour(0.98, 0.86, 0.55) : new Colour(0.94, 0.8, 0.66).Mix(new(0.68, 0.78, 0.84), Math.Clamp(0.4 - p.Y, 0, 1));
    }

    private static double BagBody(Point p) => Box(new Point(p.X / (1 + 0.16 * (p.Y - 0.1)), p.Y - 0.2), 0.62, 0.46, 0.12);
    private static double BagHandle(Point p) => Math.Max(Math.Abs((p - new Point(0, -0.24)).Length - 0.4) - 0.035, p.Y + 0.2);
    private static double WalletBody(Point p) => Box(p - new Point(0, 0.05), 0.78, 0.44, 0.09);
    private static double Tag(Point p) => Box(p - new Point(0, 0.22), 0.3 + 0.06 * p.Y, 0.46, 0.14);
    private static double Ring(Point p) => Math.Abs((p - new Point(0, -0.42)).Length - 0.3) - 0.028;
    private static double FrameOuter(Point p) => Box(p, 0.84, 0.66, 0.03);

    private static double Box(Point p, double halfWidth, double halfHeight, double corner)
    {
        double x = Math.Abs(p.X) - halfWidth + corner, y = Math.Abs(p.Y) - halfHeight + corner;
        return new Point(Math.Max(x, 0), Math.Max(y, 0)).Length + Math.Min(Math.Max(x, y), 0) - corner;
    }
}
