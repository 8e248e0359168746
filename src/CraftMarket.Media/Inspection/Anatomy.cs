namespace CraftMarket.Media;

/// <summary>What a file's structure tells without decoding a pixel.</summary>
/// <param name="Format">Null for a picture that is known but not taken (GIF).</param>
internal sealed record Anatomy(PhotoFormat? Format)
{
    public int Width { get; set; }
    public int Height { get; set; }
    public bool Animated { get; set; }

    /// <summary>Whether the structure reaches its proper end.</summary>
    public bool Whole { get; set; }

    /// <summary>Where the picture ends; what comes after is none of it.</summary>
    public int End { get; set; }

    /// <summary>Parts that hold no pixels: comments, metadata, unknown pieces.</summary>
    public List<Range> Notes { get; } = [];
}
