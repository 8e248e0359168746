using CraftMarket.Media;

namespace CraftMarket.Demo;

/// <summary>The sign of a demo brand.</summary>
internal enum Emblem { Leaf, Weave, Frame, Mountain, Rings, Basket, Flower, Sun }

/// <summary>Draws the logos of the demo's brands in one colour, as somebody would cut them in wood for a stamp.</summary>
internal static class EmblemPicture
{
    private const int Side = 640;

    /// <returns>A PNG.</returns>
    public static byte[] Draw(Emblem emblem, string colour)
    {
        var ink = Read(colour);
        var ground = new Colour(0.99, 0.98, 0.95);
        return DrawnPicture.Png(Side, Side, (x, y) =>
        {
            var p = new Point((x - Side / 2.0) / (Side / 2.0), (y - Side / 2.0) / (Side / 2.0));
            return ground.Mix(ink, Math.Clamp(0.5 - Distance(emblem, p) * Side / 2.0, 0, 1)).Tint;
        });
    }

    /// <summary>How far a place lies from the ink; inside it is negative.</summary>
    private static double Distance(Emblem emblem, Point p) => emblem switch
    {
        Emblem.Leaf => Math.Max(Leaf(p.Turned(-0.6), 0.78), 0.028 - Vein(p.Turned(-0.6))),
        Emblem.Weave => Weave(p),
        Emblem.Frame => Math.Min(Ring(Square(p, 0.62), 0.09), Math.Max(Square(p, 0.42), Mountain(p, 0.16))),
        Emblem.Mountain => Math.Min(Mountain(p, 0.4), Math.Abs((p - new Point(0, 0.02)).Length - 0.72) - 0.035),
        Emblem.Rings =>
            Math.Min(Math.Abs((p - new Point(-0.24, 0)).Length - 0.36) - 0.08,
            Math.Abs((p - new Point(0.24, 0)).Length - 0.36) - 0.08),
        Emblem.Basket => Basket(p),
        Emblem.Flower => Enumerable.Range(0, 6).Min(x => Petal(p.Turned(x * Math.PI / 3))),
        _ => Sun(p),
    };

    private static double Leaf(Point p, double half) =>
        Math.Max((p - new Point(0.5, 0)).Length, (p - new Point(-0.5, 0)).Length) - Math.Sqrt(0.25 + half * half);

    private static double Vein(Point p) =>
        Math.Min(Math.Abs(p.X), Math.Abs(Math.Abs(p.X) + (p.Y % 0.24 + 0.24) % 0.24 - 0.24) / 1.4
        + (Math.Abs(p.X) < 0.3 ? 0.012 : 1));

    private static double Weave(Point p)
    {
        var turned = p.Turned(Math.PI / 4);
        double u = turned.X / 0.28, v = turned.Y / 0.28;
        double x = (u - Math.Round(u)) * 0.28, y = (v - Math.Round(v)) * 0.28;
        var lies = ((int)Math.Round(u) + (int)Math.Round(v)) % 2 == 0;
        return Math.Max(Math.Max(Math.Abs(x) - (lies ? 0.125 : 0.07), Math.Abs(y) - (lies ? 0.07 : 0.125)), Square(turned, 0.56));
    }

    private static double Square(Point p, double half) => Math.Max(Math.Abs(p.X), Math.Abs(p.Y)) - half;

    private static double Ring(double distance, double half) => Math.Abs(distance) - half;

    private static double Mountain(Point p, double foot)
    {
        var peak = Math.Min(-0.42 + 1.15 * Math.Abs(p.X - 0.04), -0.1 + 1.0 * Math.Abs(p.X + 0.36));
        return Math.Max(Math.Max(peak - p.Y, p.Y - foot) / 1.5, p.Length - 0.62);
    }

    private static double Basket(Point p)
    {
        var bowl = Math.Max((p - new Point(0, -0.05)).Length - 0.62, -0.02 - p.Y);
        var stripes = Math.Abs((p.Y + 1) % 0.17 - 0.085) - 0.055;
        var handle = Math.Max(Math.Abs((p - new Point(0, -0.02)).Length - 0.5) - 0.045, p.Y + 0.02);
        return Math.Min(Math.Max(bowl, stripes), handle);
    }

    private static double Petal(Point p) => Leaf(new Point((p.X) * 2.6, (p.Y + 0.42) * 2.1), 0.72) / 2.6;

    private static double Sun(Point p)
    {
        var angle = Math.Atan2(p.Y, p.X) * 6 / Math.PI;
        var ray = Math.Max(Math.Abs(angle - Math.Round(angle)) * p.Length * Math.PI / 6 - 0.045,
            Math.Max(p.Length - 0.72, 0.46 - p.Length));
        return Math.Min(p.Length - 0.36, ray);
    }

    private static Colour Read(string hex) =>
        new(Convert.ToByte(hex[1..3], 16) / 255.0, Convert.ToByte(hex[3..5], 16) / 255.0, Convert.ToByte(hex[5..7], 16) / 255.0);
}
