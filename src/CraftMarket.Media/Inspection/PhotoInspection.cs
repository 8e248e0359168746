namespace CraftMarket.Media;

/// <summary>Judges an upload by its bytes alone: what it is, how large, whether it is whole and nothing but a photo.</summary>
internal static class PhotoInspection
{
    public const long MaxPixels = 60_000_000;
    public const int MaxSide = 30_000;

    public static Refusal? Judge(ReadOnlySpan<byte> file, out Anatomy? anatomy)
    {
        anatomy = Read(file);
        if (KindProblem(anatomy) is { } problem) return problem;
        if (!anatomy!.Whole || anatomy.Width == 0 || anatomy.Height == 0) return PhotoRefusals.Damaged;
        return Stowaway.IsAboard(file, anatomy) ? PhotoRefusals.NotAnImage : null;
    }

    /// <summary>What the first bytes of a file already make certain; the rest is judged when all of it is there.</summary>
    public static Refusal? Foresee(ReadOnlySpan<byte> start) => KindProblem(Read(start));

    /// <summary>Whether decoding it would take more memory than a photo may.</summary>
    public static bool IsTooLarge(int width, int height) => (long)width * height > MaxPixels || Math.Max(width, height) > MaxSide;

    private static Anatomy? Read(ReadOnlySpan<byte> file) =>
        JpegAnatomy.Read(file) ?? PngAnatomy.Read(file) ?? WebpAnatomy.Read(file) ?? HeifAnatomy.Read(file)
            ?? GifAnatomy.Read(file);

    private static Refusal? KindProblem(Anatomy? anatomy)
    {
        if (anatomy is null) return PhotoRefusals.NotAnImage;
        if (IsTooLarge(anatomy.Width, anatomy.Height)) return PhotoRefusals.TooManyPixels;
        if (anatomy.Animated) return PhotoRefusals.Animated;
        return anatomy.Format is null ? PhotoRefusals.NotAnImage : null;
    }
}
