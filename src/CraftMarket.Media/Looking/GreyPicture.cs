using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace CraftMarket.Media;

/// <summary>A picture by its light alone, to tell whether it is dark or blurred.</summary>
internal sealed class GreyPicture
{
    private readonly int _width, _height;
    private readonly byte[] _light;
    private readonly int _dark, _bright;

    private GreyPicture(int width, int height, byte[] light)
    {
        (_width, _height, _light) = (width, height, light);
        var counts = new int[256];
        foreach (var x in light) counts[x]++;
        (_dark, _bright) = (Above(counts, light.Length - light.Length / 200), Above(counts, light.Length / 200));
    }

    /// <summary>How bright the brightest half percent is. In good light something is bright, even before a black cloth.</summary>
    public int Light => _bright;

    /// <summary>From the darkest to the brightest, but for half a percent at either end.</summary>
    public int Contrast => _bright - _dark;

    /// <summary>The sharpest edges beside the contrast, in thousandths. A hand that shook blurs along one direction only, so the
    /// less
    /// sharp of both counts.</summary>
    public int Edges()
    {
        int[] across = new int[511], down = new int[511];
        for (var y = 1; y < _height - 1; y++)
            for (var x = 1; x < _width - 1; x++)
            {
                var at = y * _width + x;
                across[Math.Abs(2 * _light[at] - _light[at - 1] - _light[at + 1])]++;
                down[Math.Abs(2 * _light[at] - _light[at - _width] - _light[at + _width])]++;
            }

        var few = (_width - 2) * (_height - 2) / 500;
        return Math.Min(Above(across, few), Above(down, few)) * 1000 / (Contrast + 8);
    }

    public static GreyPicture Of(Image<Rgb24> picture)
    {
        var light = new byte[picture.Width * picture.Height];
        picture.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
            {
                var row = rows.GetRowSpan(y);
                for (var x = 0; x < row.Length; x++) light[y * row.Length + x] = (byte)MathF.Round(LightOf(row[x]));
            }
        });
        return new(picture.Width, picture.Height, light);
    }

    public static float LightOf(Rgb24 dot) => 0.299f * dot.R + 0.587f * dot.G + 0.114f * dot.B;

    /// <summary>The highest value that more than so many reach.</summary>
    private static int Above(int[] counts, int few)
    {
        var reached = 0;
        for (var value = counts.Length - 1; value > 0; value--)
            if ((reached += counts[value]) > few) return value;
        return 0;
    }
}
