using NetVips;

namespace CraftMarket.Media;

/// <summary>Takes uploaded photos into painted pictures.</summary>
internal static class Originals
{
    /// <summary>The middle of a photo, filling the size; null when there is none or it cannot be read.</summary>
    public static Image? Filling(this LocalOriginals originals, string? content, int width, int height, Tint ground) =>
        content is null || originals.PathOf(content) is not { } path ? null
            : Read(path, width, height, ground, Enums.Interesting.Centre);

    /// <summary>A mark whole, on a square ground.</summary>
    public static Image? Whole(this LocalOriginals originals, string? content, int side, Tint ground)
    {
        if (content is null || originals.PathOf(content) is not { } path || Read(path, side, side, ground, null) is not { } mark)
            return null;
        using (mark)
            return mark.Gravity(Enums.CompassDirection.Centre, side, side, extend: Enums.Extend.Background,
                background: ground.Bands).CopyMemory();
    }

    private static Image? Read(string path, int width, int height, Tint ground, Enums.Interesting? crop)
    {
        try
        {
            using var shrunk = Image.Thumbnail(path, width, height: height, crop: crop, outputProfile: "srgb");
            using var colours = shrunk.Colourspace(Enums.Interpretation.Srgb);
            using var flat = colours.HasAlpha() ? colours.Flatten(background: ground.Bands) : colours.Copy();
            return flat.Cast(Enums.BandFormat.Uchar).CopyMemory();
        }
        catch (VipsException)
        {
            return null;
        }
    }
}
