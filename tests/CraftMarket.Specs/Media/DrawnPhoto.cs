using CraftMarket.Kernel;
using CraftMarket.Media;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace CraftMarket.Specs.Media;

/// <summary>Something woven on a cloth, drawn here, and what goes wrong with photos of it.</summary>
internal static class DrawnPhoto
{
    public static Image<Rgb24> Of(int seed = 1)
    {
        var chance = new Random(seed);
        double x0 = 90 + chance.Next(60), y0 = 70 + chance.Next(50), half = 50 + chance.Next(30), lean = chance.NextDouble(),
            step = 9 + chance.Next(8);
        var hue = chance.Next(60);
        var picture = new Image<Rgb24>(OwnPictures.Settings, 320, 240);
        picture.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
            {
                var row = rows.GetRowSpan(y);
                for (var x = 0; x < row.Length; x++)
                {
                    double u = (x - x0) + lean * (y - y0), v = (y - y0) - lean * (x - x0);
                    var within = Math.Abs(u) < half * 1.6 && Math.Abs(v) < half;
                    var over = ((int)Math.Floor(u / step) + (int)Math.Floor(v / step)) % 2 == 0;
                    row[x] = within ? over ? new((byte)(190 + hue), 150, 80) : new(90, (byte)(50 + hue), 30)
                        : new((byte)(225 - y / 6), (byte)(220 - x / 8), (byte)(205 + (x * 7 + y * 13) % 5));
                }
            }
        });
        return picture;
    }

    public static Image<Rgb24> InTheDark(this Image<Rgb24> photo) => photo.Clone(x => x.Brightness(0.45f));

    public static Image<Rgb24> OutOfFocus(this Image<Rgb24> photo) => photo.Clone(x => x.GaussianBlur(2.4f));

    /// <summary>The hand moved sideways by twelve dots.</summary>
    public static Image<Rgb24> Shaken(this Image<Rgb24> photo)
    {
        const int Way = 12;
        var shaken = photo.Clone();
        for (var y = 0; y < photo.Height; y++)
            for (var x = 0; x < photo.Width; x++)
            {
                int r = 0, g = 0, b = 0;
                for (var i = 0; i < Way; i++)
                {
                    var dot = photo[Math.Clamp(x + i - Way / 2, 0, photo.Width - 1), y];
                    (r, g, b) = (r + dot.R, g + dot.G, b + dot.B);
                }

                shaken[x, y] = new((byte)(r / Way), (byte)(g / Way), (byte)(b / Way));
            }

        return shaken;
    }

    public static PhotoLook Seen(this Image<Rgb24> photo, int quality = 80)
    {
        using var file = new MemoryStream();
        photo.Save(file, new WebpEncoder { FileFormat = WebpFileFormatType.Lossy, Quality = quality });
        return LookAtPhotoHandler.See(new(Guid.Empty), "/media/x.webp", file.ToArray());
    }

    public static IReadOnlyList<string> Advice(this Image<Rgb24> photo) =>
        [.. PhotoAdvice.Of(photo.Seen(), isAlike: false).Select(x => x.Code)];
}
