using CraftMarket.Media;

namespace CraftMarket.Demo;

/// <summary>What a demo picture shows.</summary>
internal enum Craft
{
    Bag, WorkBag, RoundBag, SlingBag, Wallet, LongWallet, CoinPurse, PencilCup, KeyRing, KeyRingPair,
    Frame, TableFrame, RoundFrame,
}

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
        // The middle is 0; the picture reaches from -1 to 1 upwards and a third more sideways.
        return DrawnPicture.Png(Width, Height, (x, y) =>
        {
            var p = new Point((x - Width / 2.0) / (Height / 2.0) * scale, (y - Height / 2.0) / (Height / 2.0) * scale);
            return Paint(craft, p.Turned(turn), weave, colours).Tint;
        });
    }

    private static Colour Paint(Craft craft, Point p, Weave weave, Palette colours)
    {
        var ground = colours.Ground.Mix(colours.GroundEdge, Math.Clamp(p.Length * 0.55 + p.Y * 0.1, 0, 1));
        var layers = CraftShapes.Layers(craft, p, weave, colours, ground).ToList();
        var colour = layers.Exists(x => !x.IsHole && x.Distance < -0.01) ? ground : InShadow(craft, p, weave, colours, ground);
        foreach (var layer in layers)
        {
            var cover = Math.Clamp(0.5 - layer.Distance * Height / 2.0, 0, 1);
            if (cover <= 0) continue;
            // The rim of each layer is darker: it looks sewn rather than cut from paper.
            var rim = Math.Clamp(1 + layer.Distance / 0.035, 0, 1);
            colour = colour.Mix(layer.Material.Mix(Colour.Shade, 0.35 * rim * rim), cover);
        }

        return colour;
    }

    /// <summary>The ground as the thing above it darkens it.</summary>
    private static Colour InShadow(Craft craft, Point p, Weave weave, Palette colours, Colour ground)
    {
        var above = CraftShapes.Layers(craft, p - new Point(0.03, 0.07), weave, colours, ground);
        var nearest = above.Where(x => !x.IsHole).Min(x => x.Distance);
        var shadow = Math.Clamp(1 - nearest / 0.16, 0, 1);
        return ground.Mix(Colour.Shade, 0.32 * shadow * shadow);
    }
}
