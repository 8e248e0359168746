using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Advanced;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace CraftMarket.Media;

/// <summary>A picture drawn dot by dot, such as those of the demo.</summary>
public static class DrawnPicture
{
    /// <param name="dot">The colour at a place, from the left and from the top; asked on several threads.</param>
    /// <returns>A PNG.</returns>
    public static byte[] Png(int width, int height, Func<int, int, Tint> dot)
    {
        using var picture = new Image<Rgb24>(OwnPictures.Settings, width, height);
        Parallel.For(0, height, y =>
        {
            var row = picture.DangerousGetPixelRowMemory(y).Span;
            for (var x = 0; x < row.Length; x++)
            {
                var tint = dot(x, y);
                row[x] = new(tint.Red, tint.Green, tint.Blue);
            }
        });
        using var file = new MemoryStream();
        picture.Save(file, new PngEncoder { ColorType = PngColorType.Rgb, CompressionLevel = PngCompressionLevel.BestSpeed });
        return file.ToArray();
    }
}
