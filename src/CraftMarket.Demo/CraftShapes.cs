namespace CraftMarket.Demo;

/// <summary>A part of a craft at some place: how far away its edge is (negative within) and what it is made of there.</summary>
/// <param name="IsHole">One sees through it, so it casts no shadow.</param>
internal readonly record struct Layer(double Distance, Colour Material, bool IsHole = false);

/// <summary>What the demo's crafts look like: their parts from the back to the front.</summary>
internal static class CraftShapes
{
    private static readonly Colour[] Pencils =
        [new(0.79, 0.25, 0.18), new(0.93, 0.74, 0.25), new(0.20, 0.42, 0.55), new(0.30, 0.50, 0.28)];
    private static readonly Colour Wood = new(0.90, 0.74, 0.52);

    public static IEnumerable<Layer> Layers(Craft craft, Point p, Weave weave, Palette colours, Colour ground) => craft switch
    {
        Craft.Bag => Bag(p, weave, colours),
        Craft.WorkBag => WorkBag(p, weave, colours),
        Craft.RoundBag => RoundBag(p, weave, colours),
        Craft.SlingBag => SlingBag(p, weave, colours),
        Craft.Wallet => Wallet(p, weave, colours),
        Craft.LongWallet => LongWallet(p, weave, colours),
        Craft.CoinPurse => CoinPurse(p, weave, colours),
        Craft.PencilCup => PencilCup(p, weave, colours),
        Craft.KeyRing => KeyRing(p, weave, colours, ground),
        Craft.KeyRingPair => [.. KeyRing((p - new Point(-0.4, 0.04)).Turned(0.12), weave, colours, ground),
            .. KeyRing((p - new Point(0.4, -0.04)).Turned(-0.12), weave, colours, ground)],
        Craft.Frame => [Woven(Box(p, 0.84, 0.66, 0.03), weave, p), new(Box(p, 0.62, 0.44, 0.01), Landscape(p, colours))],
        Craft.TableFrame => TableFrame(p, weave, colours),
        _ => [Woven(Box(p, 0.74, 0.74, 0.26), weave, p), new(Math.Abs(p.Length - 0.5) - 0.035, colours.Leather),
            new(p.Length - 0.47, ground.Mix(Colour.Shade, 0.12), IsHole: true)],
    };

    private static IEnumerable<Layer> Bag(Point p, Weave weave, Palette colours)
    {
        var body = Box(new Point(p.X / (1 + 0.16 * (p.Y - 0.1)), p.Y - 0.2), 0.62, 0.46, 0.12);
        return
        [
            new(Math.Max(Ring(p - new Point(0, -0.24), 0.4, 0.035), p.Y + 0.2), colours.Leather), Woven(body, weave, p),
            new(Math.Max(body, Math.Abs(p.Y + 0.13) - 0.055), colours.Leather),
            new((p - new Point(0, -0.13)).Length - 0.05, colours.Metal),
        ];
    }

    /// <summary>Wide and flat, with two handles and a flap.</summary>
    private static IEnumerable<Layer> WorkBag(Point p, Weave weave, Palette colours)
    {
        var body = Box(p - new Point(0, 0.2), 0.86, 0.52, 0.06);
        return
        [
            new(Math.Max(Ring(new Point(p.X / 1.35, p.Y + 0.3), 0.26, 0.035), p.Y + 0.28), colours.Leather),
            Woven(body, weave, p),
            new(Math.Max(body, p.Y + 0.02 - 0.05 * p.X * p.X), weave.At(p.Turned(0.5)).Mix(colours.Leather, 0.6)),
            new(Box(new Point(Math.Abs(p.X) - 0.42, p.Y - 0.02), 0.045, 0.12, 0.02), colours.Leather),
            new(Box(new Point(Math.Abs(p.X) - 0.42, p.Y - 0.08), 0.028, 0.028, 0.01), colours.Metal),
        ];
    }

    private static IEnumerable<Layer> RoundBag(Point p, Weave weave, Palette colours)
    {
        var body = (p - new Point(0, 0.22)).Length - 0.56;
        return
        [
            new(Math.Max(Ring(new Point(p.X, (p.Y + 0.2) / 1.15), 0.4, 0.045), p.Y + 0.1), colours.Leather),
            Woven(body, weave, p),
            new(Math.Abs(body + 0.06) - 0.018, colours.Leather), new((p - new Point(0, -0.2)).Length - 0.055, colours.Metal),
        ];
    }

    /// <summary>Small, on a long strap.</summary>
    private static IEnumerable<Layer> SlingBag(Point p, Weave weave, Palette colours)
    {
        var body = Box(p - new Point(0, 0.42), 0.44, 0.36, 0.1);
        return
        [
            new(Math.Max(Ring(new Point(p.X, (p.Y - 0.3) / 2.6), 0.42, 0.014) * 1.4, p.Y - 0.3), colours.Leather),
            Woven(body, weave, p),
            new(Math.Max(body, p.Y - 0.44 + 0.5 * p.X * p.X), weave.At(p.Turned(0.7)).Mix(colours.Leather, 0.5)),
            new((p - new Point(0, 0.38)).Length - 0.04, colours.Metal),
        ];
    }

    private static IEnumerable<Layer> Wallet(Point p, Weave weave, Palette colours)
    {
        var body = Box(p - new Point(0, 0.05), 0.78, 0.44, 0.09);
        return
        [
            Woven(body, weave, p),
            new(Math.Max(body, p.Y + 0.02 + 0.16 * p.X * p.X), weave.At(p.Turned(0.6)).Mix(colours.Leather, 0.55)),
            new((p - new Point(0, -0.06)).Length - 0.045, colours.Metal),
        ];
    }

    /// <summary>For notes that are not folded: long, low, with a zip.</summary>
    private static IEnumerable<Layer> LongWallet(Point p, Weave weave, Palette colours)
    {
        var body = Box(p - new Point(0, 0.05), 0.88, 0.3, 0.05);
        var teeth = Math.Abs(p.X * 40 - Math.Round(p.X * 40)) < 0.25 ? colours.Metal.Mix(Colour.Shade, 0.5) : colours.Metal;
        return
        [
            Woven(body, weave, p), new(Math.Max(body, Math.Abs(p.Y + 0.14) - 0.05), colours.Leather),
            new(Math.Max(body + 0.05, Math.Abs(p.Y + 0.14) - 0.018), teeth),
            new(Box(p - new Point(0.7, -0.05), 0.025, 0.1, 0.02), colours.Metal),
        ];
    }

    /// <summary>A round pouch under a clasp with two knobs.</summary>
    private static IEnumerable<Layer> CoinPurse(Point p, Weave weave, Palette colours)
    {
        var pouch = Math.Max(new Point(p.X * 0.92, p.Y - 0.16).Length - 0.56, -0.24 - p.Y);
        return
        [
            Woven(pouch, weave, p),
            new(Math.Max(new Point(p.X * 0.92, p.Y - 0.16).Length - 0.58, Math.Abs(p.Y + 0.22) - 0.055), colours.Metal),
            new((p - new Point(-0.05, -0.32)).Length - 0.065, colours.Metal),
            new((p - new Point(0.06, -0.34)).Length - 0.065, colours.Metal),
        ];
    }

    /// <summary>A round cup with four pencils in it.</summary>
    private static IEnumerable<Layer> PencilCup(Point p, Weave weave, Palette colours)
    {
        for (var i = 0; i < Pencils.Length; i++)
        {
            var pencil = (p - new Point(-0.21 + 0.14 * i, -0.1)).Turned(0.22 - 0.15 * i);
            var top = -0.52 - 0.09 * (i % 3);
            yield return new(Math.Max(Math.Abs(pencil.X) - 0.045, Math.Max(top - pencil.Y, pencil.Y - 0.1)),
                Pencils[i].Mix(Colour.Shade, Math.Abs(pencil.X) > 0.018 ? 0.18 : 0));
            yield return new(Math.Max(Math.Abs(pencil.X) - 0.045 * Math.Clamp((pencil.Y - top + 0.14) / 0.14, 0, 1),
                Math.Max(top - 0.14 - pencil.Y, pencil.Y - top)), pencil.Y < top - 0.1 ? Pencils[i] : Wood);
        }

        // Strips grow narrow towards the sides, as on anything round.
        var round = new Point(Math.Asin(Math.Clamp(p.X / 0.42, -1, 1)) * 0.42,
            p.Y - 0.06 * Math.Sqrt(Math.Max(0, 1 - Math.Pow(p.X / 0.42, 2))));
        var shade = 0.5 * Math.Pow(Math.Abs(p.X) / 0.42, 3);
        var wall = Math.Max(Math.Abs(p.X) - 0.42, Math.Max(-0.12 - p.Y, round.Y - 0.66));
        yield return new(wall, weave.At(round).Mix(Colour.Shade, Math.Min(shade, 0.5)));
        yield return new(Math.Max(Math.Abs(p.X) - 0.43, Math.Abs(round.Y + 0.1) - 0.05),
            colours.Leather.Mix(Colour.Shade, Math.Min(shade, 0.5)));
        yield return new(Math.Max(Math.Abs(p.X) - 0.43, Math.Abs(round.Y - 0.62) - 0.04),
            colours.Leather.Mix(Colour.Shade, Math.Min(shade, 0.5)));
    }

    private static IEnumerable<Layer> KeyRing(Point p, Weave weave, Palette colours, Colour ground) =>
    [
        new(Ring(p - new Point(0, -0.42), 0.3, 0.028), colours.Metal),
            Woven(Box(p - new Point(0, 0.22), 0.3 + 0.06 * p.Y, 0.46, 0.14), weave, p),
        new((p - new Point(0, -0.12)).Length - 0.055, colours.Leather),
            new((p - new Point(0, -0.12)).Length - 0.028, ground, IsHole: true),
    ];

    /// <summary>Upright, with the stand behind it.</summary>
    private static IEnumerable<Layer> TableFrame(Point p, Weave weave, Palette colours)
    {
        var stand = new Point(p.X - 0.42 - 0.25 * (p.Y - 0.2), p.Y - 0.35);
        var picture = new Point(p.X * 1.7, p.Y * 1.05);
        return
        [
            new(Box(stand, 0.16, 0.45, 0.04), colours.Leather.Mix(Colour.Shade, 0.3)), Woven(Box(p, 0.5, 0.72, 0.03), weave, p),
            new(Box(p, 0.34, 0.56, 0.01), Landscape(picture, colours)),
        ];
    }

    /// <summary>Mount Rinjani behind a field, the picture within the frame.</summary>
    private static Colour Landscape(Point p, Palette colours)
    {
        double peak = Math.Exp(-Math.Pow((p.X - 0.12) / 0.28, 2)), foothill = Math.Exp(-Math.Pow((p.X + 0.3) / 0.2, 2));
        var mountain = 0.08 - 0.42 * peak - 0.2 * foothill;
        if (p.Y > 0.16 + 0.02 * Math.Sin(p.X * 9))
            return colours.Leaf.Mix(Colour.Shade, 0.25 + 0.15 * Math.Sin(p.X * 70 + p.Y * 40));
        if (p.Y > mountain) return new Colour(0.36, 0.44, 0.47).Mix(colours.Ground, Math.Clamp(p.Y + 0.3, 0, 0.5));
        return (p - new Point(-0.32, -0.26)).Length < 0.07 ? new Colour(0.98, 0.86, 0.55)
            : new Colour(0.94, 0.8, 0.66).Mix(new(0.68, 0.78, 0.84), Math.Clamp(0.4 - p.Y, 0, 1));
    }

    /// <summary>What is too far away to be seen need not be plaited.</summary>
    private static Layer Woven(double distance, Weave weave, Point p) =>
        new(distance, distance < 0.01 ? weave.At(p) : Colour.Shade);

    private static double Ring(Point p, double radius, double half) => Math.Abs(p.Length - radius) - half;

    private static double Box(Point p, double halfWidth, double halfHeight, double corner)
    {
        double x = Math.Abs(p.X) - halfWidth + corner, y = Math.Abs(p.Y) - halfHeight + corner;
        return new Point(Math.Max(x, 0), Math.Max(y, 0)).Length + Math.Min(Math.Max(x, y), 0) - corner;
    }
}
