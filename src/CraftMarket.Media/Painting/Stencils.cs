using NetVips;

namespace CraftMarket.Media;

/// <summary>Shapes to paint through.</summary>
internal static class Stencils
{
    /// <summary>A round with smooth edges, drawn four times as large and shrunk.</summary>
    public static Image Disc(int diameter)
    {
        using var black = Image.Black(4 * diameter, 4 * diameter);
        using var large = black.Mutate(x => x.DrawCircle([255], 2 * diameter, 2 * diameter, 2 * diameter - 2, fill: true));
        using var small = large.Shrink(4, 4);
        return small.Cast(Enums.BandFormat.Uchar).CopyMemory();
    }

    /// <summary>A leaf that stands upright, or only its veins: what two rounds have in common is pointed above and
    /// below.</summary>
    public static Image Leaf(int width, int height, bool veins)
    {
        var (middle, half) = (2 * width, 2 * height);
        var radius = (middle * middle + half * half) / (2 * middle);
        using var black = Image.Black(4 * width, 4 * height);
        using var left = black.Mutate(x => x.DrawCircle([255], radius, half, radius, fill: true));
        using var right = black.Mutate(x => x.DrawCircle([255], 4 * width - radius, half, radius, fill: true));
        using var leaf = left & right;
        using var lines = black.Mutate(x =>
        {
            var thick = width / 6;
            x.DrawRect([255], middle - thick / 2, 0, thick, 4 * height, fill: true);
            for (var rib = 1; rib < 5; rib++)
                for (var line = 0; line < thick; line++)
                {
                    x.DrawLine([255], middle, rib * 4 * height / 5 + line, 0, rib * 4 * height / 5 + line - middle);
                    x.DrawLine([255], middle, rib * 4 * height / 5 + line, 4 * width, rib * 4 * height / 5 + line - middle);
                }
        });
        using var shape = veins ? leaf & lines : leaf.Copy();
        using var small = shape.Shrink(4, 4);
        return small.Cast(Enums.BandFormat.Uchar).CopyMemory();
    }

    public static Image Weave(int width, int height, int step)
    {
        using var black = Image.Black(step, step);
        using var tile = black.Mutate(x =>
        {
            for (var line = 0; line < Math.Max(1, step / 16); line++)
            {
                x.DrawLine([26], line, 0, step - 1, step - 1 - line);
                x.DrawLine([26], step - 1 - line, 0, 0, step - 1 - line);
            }
        });
        using var many = tile.Replicate(width / step + 1, height / step + 1);
        return many.Crop(0, 0, width, height).CopyMemory();
    }
}
