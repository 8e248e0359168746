using NetVips;

namespace CraftMarket.Media;

/// <summary>Turns an original into pictures for the shop: upright, sRGB, eight bits, nothing of the phone's metadata.</summary>
public sealed class RenditionMaker(BlobStore blobs)
{
    private static readonly int[] Widths = [1600, 1080, 640, 320];

    /// <summary>Only what libvips says of a file that lies open before us is the photo's own fault. A file that cannot be opened
    /// is our disk's trouble and is thrown, to be tried again: libvips would call both the same.</summary>
    public async Task<RenderOutcome> MakeAsync(Photo photo, CancellationToken cancellation)
    {
        using var lent = await blobs.LendOriginalAsync(photo.Content, cancellation);
        await using var original = File.OpenRead(lent.Path);
        List<Picture> pictures;
        try
        {
            pictures = Render(original.Name);
        }
        catch (VipsException e)
        {
            return new([], e.Message);
        }

        var renditions = new List<Rendition>();
        foreach (var x in pictures)
            renditions.Add(new(x.Width, x.Height, "webp", await blobs.PublishAsync(x.Webp, "webp", cancellation)));
        return new(renditions, null);
    }

    private static List<Picture> Render(string original)
    {
        Libvips.Prepare();
        using var largest = Upright(original, Widths[0]);
        // One decode: the smaller pictures are made from the largest, not from the original.
        var made = Widths.Where(x => x < largest.Width).Select(x => Smaller(largest, x)).Prepend(Packed(largest)).ToList();
        made.Reverse();
        return made;
    }

    /// <summary>Shrinks while decoding, turns as the phone said, and goes to 8-bit sRGB from whatever it was (16 bits, CMYK, wide
    /// gamut).</summary>
    internal static Image Upright(string original, int width)
    {
        using var shrunk = Image.Thumbnail(original, width, height: Libvips.MaxWebpSide, size: Enums.Size.Down,
            outputProfile: IsPlain(original) ? null : "srgb", failOn: Enums.FailOn.Warning);
        using var colours = shrunk.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = colours.Cast(Enums.BandFormat.Uchar);
        return bytes.CopyMemory();
    }

    /// <summary>Without a profile of its own an RGB picture is sRGB already; leading it through a profile and back took as long
    /// as shrinking it.</summary>
    private static bool IsPlain(string original)
    {
        using var header = Image.NewFromFile(original);
        return header is { Interpretation: Enums.Interpretation.Srgb, Format: Enums.BandFormat.Uchar }
            && !header.Contains("icc-profile-data");
    }

    private static Picture Smaller(Image largest, int width)
    {
        using var smaller = largest.ThumbnailImage(width, height: Libvips.MaxWebpSide, size: Enums.Size.Down);
        return Packed(smaller);
    }

    private static Picture Packed(Image picture) =>
        new(picture.Width, picture.Height, picture.WebpsaveBuffer(q: 80, effort: 2, keep: Enums.ForeignKeep.None));

    private sealed record Picture(int Width, int Height, byte[] Webp);
}
