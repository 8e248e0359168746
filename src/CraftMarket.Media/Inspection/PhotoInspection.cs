namespace CraftMarket.Media;

/// <summary>Judges an upload by its bytes alone: what it is, how large, whether it is whole and nothing but a photo.</summary>
internal static class PhotoInspection
{
    public const long MaxPixels = 60_000_000;
    public const int MaxSide = 30_000;

    public static Refusal? Judge(ReadOnlySpan<byte> file, out ImageHeader? header)
    {
        header = Read(file);
        if (KindProblem(header) is { } problem) return problem;
        if (!header!.Whole || header.Width == 0 || header.Height == 0) return PhotoRefusals.Damaged;
        return EmbeddedFileCheck.Finds(file, header) ? PhotoRefusals.NotAnImage : null;
    }

    /// <summary>What the first bytes of a file already make certain; the rest is judged when all of it is there.</summary>
    public static Refusal? Foresee(ReadOnlySpan<byte> start) => KindProblem(Read(start));

    /// <summary>Whether decoding it would take more memory than a photo may.</summary>
    public static bool IsTooLarge(int width, int height) => (long)width * height > MaxPixels || Math.Max(width, height) > MaxSide;

    private static ImageHeader? Read(ReadOnlySpan<byte> file) =>
        JpegHeader.Read(file) ?? PngHeader.Read(file) ?? WebpHeader.Read(file) ?? HeifHeader.Read(file)
            ?? GifHeader.Read(file);

    private static Refusal? KindProblem(ImageHeader? header)
    {
        if (header is null) return PhotoRefusals.NotAnImage;
        if (IsTooLarge(header.Width, header.Height)) return PhotoRefusals.TooManyPixels;
        if (header.Animated) return PhotoRefusals.Animated;
        return header.Format is null ? PhotoRefusals.NotAnImage : null;
    }
}
