namespace CraftMarket.Media;

/// <summary>Judges an upload by its bytes alone: what it is, how large, whether it is whole and nothing but a photo.</summary>
internal static class PhotoInspection
{
    public const long MaxPixels = 60_000_000;
    public const int MaxSide = 30_000;

    public static Refusal? Judge(ReadOnlySpan<byte> file, out Anatomy? anatomy)
    {
        anatomy = JpegAnatomy.Read(file) ?? PngAnatomy.Read(file) ?? WebpAnatomy.Read(file) ?? HeifAnatomy.Read(file) ?? GifAnatomy.Read(file);
        if (anatomy is null) return PhotoRefusals.NotAnImage;
        if ((long)anatomy.Width * anatomy.Height > MaxPixels || Math.Max(anatomy.Width, anatomy.Height) > MaxSide)
            return PhotoRefusals.TooManyPixels;
        if (anatomy.Animated) return PhotoRefusals.Animated;
        if (anatomy.Format is null) return PhotoRefusals.NotAnImage;
        if (!anatomy.Whole || anatomy.Width == 0 || anatomy.Height == 0) return PhotoRefusals.Damaged;
        return Stowaway.IsAboard(file, anatomy) ? PhotoRefusals.NotAnImage : null;
    }
}
