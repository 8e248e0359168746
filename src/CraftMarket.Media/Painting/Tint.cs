using System.Globalization;

namespace CraftMarket.Media;

/// <summary>A colour to print or paint with.</summary>
public readonly record struct Tint(byte Red, byte Green, byte Blue)
{
    public static readonly Tint White = new(255, 255, 255);
    public static readonly Tint Paper = new(250, 246, 238);
    public static readonly Tint Ink = new(42, 32, 24);
    public static readonly Tint Soft = new(100, 84, 63);

    /// <summary>Where a maker or village has chosen none.</summary>
    public const string Usual = "#6b4a2f";

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static Tint Of(string? colour)
    {
        var hex = colour is { Length: 7 } ? colour : Usual;
        return new(Part(hex, 1), Part(hex, 3), Part(hex, 5));
    }

    /// <summary>As CSS and SVG write it.</summary>
    public string Hex => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>Relative luminance as WCAG 2 defines it, 0 to 1.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    public double ContrastWith(Tint other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>What can be read on it: white or ink, whichever stands out more.</summary>
    public Tint Over => ContrastWith(White) >= ContrastWith(Ink) ? White : Ink;

    /// <summary>The same hue, dark enough to be read on paper (contrast 4.5): a yellow brand's price must not vanish.</summary>
    public Tint Readable
    {
        get
        {
            var tint = this;
            while (tint.ContrastWith(Paper) < 4.5) tint = tint.Mix(Ink, 0.12);
            return tint;
        }
    }

    public Tint Mix(Tint other, double share) =>
        new(Between(Red, other.Red, share), Between(Green, other.Green, share), Between(Blue, other.Blue, share));

    internal double[] Bands => [Red, Green, Blue];

    private static byte Part(string hex, int at) =>
        byte.TryParse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var part) ? part : (byte)0;

    private static byte Between(byte a, byte b, double share) => (byte)Math.Round(a + (b - a) * share);

    private static double Linear(byte part)
    {
        var x = part / 255.0;
        return x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4);
    }
}
