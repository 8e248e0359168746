using CraftMarket.Media;

namespace CraftMarket.Demo;

/// <summary>What a demo picture of a village shows.</summary>
internal enum Scene { Field, Drying, Plaiting, Stalks }

/// <summary>Draws a village of the demo: its tobacco field under the mountain, leaves that dry, work in progress, and its
/// mark.</summary>
internal static class VillagePicture
{
    private const int Width = 1280, Height = 800, MarkSize = 640;

    private static readonly Colour Sky = new(0.96, 0.84, 0.68), High = new(0.55, 0.70, 0.80), Rock = new(0.38, 0.43, 0.50),
        Leaf = new(0.36, 0.50, 0.20), Earth = new(0.45, 0.31, 0.19),
        Cured = new(0.72, 0.50, 0.26), Timber = new(0.30, 0.20, 0.12), Cream = new(0.98, 0.94, 0.85);

    public static byte[] Draw(Scene scene, int seed) => Paint(Width, Height, p => scene switch
    {
        Scene.Field => Field(p, seed),
        Scene.Drying => Drying(p, seed),
        Scene.Plaiting => Plaiting(p, seed),
        _ => Stalks(p, seed),
    });

    /// <summary>A round seal with a leaf, in the mark's colours.</summary>
    public static byte[] Mark(Colour main, Colour accent) => Paint(MarkSize, MarkSize, p =>
    {
        var colour = Cream.Mix(main, Cover(p.Length - 0.94));
        colour = colour.Mix(accent,
            Cover(Math.Abs(p.Length - 0.8) - 0.025) * (Math.Sin(Math.Atan2(p.Y, p.X) * 36) > -0.2 ? 1 : 0));
        var leaf = p.Turned(-0.5);
        var half = 0.3 * Math.Cos(Math.Clamp(leaf.Y / 0.62, -1, 1) * Math.PI / 2);
        colour = colour.Mix(Cream, Cover(Math.Abs(leaf.X) - half));
        var veins = Math.Min(Math.Abs(leaf.X), Math.Abs((leaf.Y + Math.Abs(leaf.X) * 0.7) % 0.16) + 0.012);
        return Math.Abs(leaf.X) < half ? colour.Mix(main, Cover(veins - 0.018)) : colour;
    });

    private static Colour Field(Point p, int seed)
    {
        var ridge = -0.08 - 0.62 * Math.Exp(-Math.Pow((p.X - 0.25) / 0.42, 2)) - 0.26 * Math.Exp(-Math.Pow((p.X + 0.75) / 0.35,
            2)) + 0.02 * Math.Sin(p.X * 19 + seed);
        var colour = High.Mix(Sky, Math.Clamp((p.Y + 1) * 0.95, 0, 1));
        colour = colour.Mix(new(1, 0.95, 0.78), Cover((p - new Point(-0.55, -0.5)).Length - 0.13));
        colour = colour.Mix(Rock.Mix(Sky, Math.Clamp((p.Y + 0.65) * 0.8, 0, 0.75)), Cover(ridge - p.Y));
        var hedge = 0.1 + 0.015 * Math.Sin(p.X * 41) + 0.01 * Math.Sin(p.X * 97 + seed);
        colour = colour.Mix(Leaf.Mix(Colour.Shade, 0.45), Cover(hedge - p.Y));
        if (p.Y < 0.16) return colour;
        // Rows of tobacco run to the point where they meet the mountain's foot.
        var depth = 1 / (p.Y - 0.09);
        var row = p.X * depth * 2.1;
        var across = Math.Abs(row - Math.Round(row));
        var plants = 0.5 + 0.5 * Math.Sin(depth * 9 + Math.Round(row) * 2.4);
        var ground = Earth.Mix(Colour.Shade, 0.2 + 0.15 * Math.Sin(row * 31));
        var leaves = Leaf.Mix(new(0.62, 0.70, 0.30), 0.55 * plants).Mix(Colour.Shade, 0.5 * across);
        return ground.Mix(leaves, Math.Clamp((0.34 + 0.08 * plants - across) * 14, 0, 1))
            .Mix(Sky, Math.Clamp(0.3 - (p.Y - 0.16), 0, 0.3));
    }

    private static Colour Drying(Point p, int seed)
    {
        var colour = Timber.Mix(Colour.Shade, 0.45 + 0.1 * Math.Sin(p.X * 90))
            .Mix(new(0.95, 0.78, 0.5), Math.Clamp(0.5 - (p - new Point(0.6, -0.2)).Length * 0.45, 0, 0.4));
        for (var line = 0; line < 3; line++)
        {
            var top = -0.82 + line * 0.56;
            if (p.Y > top)
            {
                var at = p.X / 0.17 + line * 0.5;
                var number = Math.Floor(at);
                var sway = 0.06 * Math.Sin(number * 12.9 + seed + line * 3);
                var x = (at - number - 0.5 - sway * (p.Y - top) * 3) * 0.17;
                var length = 0.52 + 0.1 * Math.Sin(number * 7.3 + line + seed);
                var down = (p.Y - top) / length;
                var half = down is > 0 and < 1 ? 0.074 * Math.Sin(Math.PI * Math.Pow(down, 0.72)) : -1;
                var tone = Cured.Mix(Leaf, 0.35 + 0.35 * Math.Sin(number * 3.7 + line * 2))
                    .Mix(Colour.Shade, 0.35 * Math.Abs(x) / 0.08 + 0.12 * Math.Sin((down * 26) + Math.Abs(x) * 60));
                colour = colour.Mix(tone, Cover(Math.Abs(x) - half))
                    .Mix(new(0.88, 0.72, 0.45), 0.7 * Cover(Math.Max(Math.Abs(x) - 0.006, down - 0.97)) * (down > 0 ? 1 : 0));
            }

            colour = colour.Mix(Timber.Mix(Cured, 0.3), Cover(Math.Abs(p.Y - top) - 0.018));
        }

        return colour;
    }

    private static Colour Plaiting(Point p, int seed)
    {
        var weave = new Weave(Palette.All[seed % Palette.All.Count], 0.17, 0.55);
        var done = p.X * 0.6 + p.Y + 0.06 * Math.Sin(p.X * 7);
        var table = Timber.Mix(Cured, 0.35 + 0.1 * Math.Sin(p.Y * 60 + Math.Sin(p.X * 5)));
        var turned = p.Turned(0.55);
        var strip = turned.X / 0.17;
        var loose = Math.Abs(strip - Math.Floor(strip) - 0.5) < 0.36 - Math.Clamp(done - 0.15, 0, 0.5) * 0.3;
        if (done > 0.9 + 0.3 * Math.Sin(Math.Floor(strip) * 5.1 + seed)) loose = false;
        var colour = table.Mix(Colour.Shade, loose ? 0 : 0.25 * Math.Clamp(1 - Math.Abs(done), 0, 1));
        if (loose) colour = Cured.Mix(Leaf, 0.3 + 0.25 * Math.Sin(Math.Floor(strip) * 2.3))
            .Mix(Colour.Shade, 0.5 * Math.Abs(strip - Math.Floor(strip) - 0.5));
        return colour.Mix(weave.At(p), Cover(done - 0.15));
    }

    private static Colour Stalks(Point p, int seed)
    {
        var at = p.X / 0.11;
        var number = Math.Floor(at);
        var round = 1 - Math.Pow((at - number - 0.5) * 2, 2);
        var joint = Math.Abs((p.Y + number * 0.37 + seed * 0.1) % 0.7) < 0.012 ? 0.35 : 0;
        var stalk = Cured.Mix(Cream, 0.25 + 0.2 * Math.Sin(number * 4.1 + seed))
            .Mix(Colour.Shade, 0.55 * (1 - Math.Sqrt(Math.Max(round, 0))) + joint + 0.05 * Math.Sin(p.Y * 130 + number));
        var cord = Math.Abs(Math.Abs(p.Y + 0.04 * Math.Sin(p.X * 9)) - 0.45) - 0.045;
        return stalk.Mix(Timber.Mix(Cured, 0.5 + 0.3 * Math.Sin((p.X + p.Y) * 120)), Cover(cord));
    }

    private static double Cover(double distance) => Math.Clamp(0.5 - distance * Height / 2.0, 0, 1);

    private static byte[] Paint(int width, int height, Func<Point, Colour> at) =>
        DrawnPicture.Png(width, height, (x, y) =>
            at(new((x - width / 2.0) / (height / 2.0), (y - height / 2.0) / (height / 2.0))).Tint);
}
