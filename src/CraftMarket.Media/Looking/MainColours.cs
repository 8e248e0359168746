using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace CraftMarket.Media;

/// <summary>The strongest colours of a picture: those that fill much of it or are vivid, and none near to another.</summary>
internal static class MainColours
{
    private const int Most = 6, Step = 4, NearestTwo = 60, LeastShare = 200;

    public static IReadOnlyList<string> Of(Image<Rgb24> picture)
    {
        var (counts, reds, greens, blues) = (new int[4096], new long[4096], new long[4096], new long[4096]);
        picture.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
                foreach (var dot in rows.GetRowSpan(y))
                {
                    var drawer = dot.R >> Step << 8 | dot.G >> Step << 4 | dot.B >> Step;
                    counts[drawer]++;
                    reds[drawer] += dot.R;
                    greens[drawer] += dot.G;
                    blues[drawer] += dot.B;
                }
        });
        var least = picture.Width * picture.Height / LeastShare;
        var taken = new List<(int R, int G, int B)>();
        foreach (var drawer in Enumerable.Range(0, counts.Length).Where(x => counts[x] > least)
            .OrderByDescending(x => counts[x] * (1 + Vividness(x) / 4.0)).ThenBy(x => x))
        {
            var count = counts[drawer];
            var colour = ((int)(reds[drawer] / count), (int)(greens[drawer] / count), (int)(blues[drawer] / count));
            if (taken.TrueForAll(x => Apart(x, colour) > NearestTwo)) taken.Add(colour);
            if (taken.Count == Most) break;
        }

        return [.. taken.Select(x => $"#{x.R:x2}{x.G:x2}{x.B:x2}")];
    }

    /// <summary>From 0, grey, to 15.</summary>
    private static int Vividness(int drawer)
    {
        int red = drawer >> 8, green = drawer >> 4 & 15, blue = drawer & 15;
        return Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue));
    }

    private static double Apart((int R, int G, int B) one, (int R, int G, int B) other) =>
        Math.Sqrt(Math.Pow(one.R - other.R, 2) + Math.Pow(one.G - other.G, 2) + Math.Pow(one.B - other.B, 2));
}
