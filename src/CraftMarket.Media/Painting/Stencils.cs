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
