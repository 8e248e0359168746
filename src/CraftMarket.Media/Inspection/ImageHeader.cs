namespace CraftMarket.Media;

/// <summary>What a file's structure tells without decoding a pixel.</summary>
/// <param name="Format">Null for a picture that is known but not taken (GIF).</param>
internal sealed record ImageHeader(PhotoFormat? Format)
{
    public int Width { get; set; }
    public int Height { get; set; }
    public bool Animated { get; set; }

    /// <summary>Whether a decoder that finds this size reads the same picture. A HEIC may be turned and cut while it is
    /// opened.</summary>
    public bool Tells(int width, int height) => Format == PhotoFormat.Heif ? (long)width * height <= (long)Width * Height
        : (width, height) == (Width, Height);

    /// <summary>Whether the structure reaches its proper end.</summary>
    public bool Whole { get; set; }

    /// <summary>Where the picture ends; what comes after is none of it.</summary>
    public int End { get; set; }

    /// <summary>Parts that hold no pixels: comments, metadata, unknown pieces.</summary>
    public List<Range> Notes { get; } = [];
}
