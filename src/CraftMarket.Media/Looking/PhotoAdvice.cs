namespace CraftMarket.Media;

/// <summary>A kind word about a photo while there is time to take another. Nothing is refused for it.</summary>
/// <remarks>The limits were chosen with one half of some photos, good and spoilt, and tried on the other half: decision
/// 0036.</remarks>
public sealed record PhotoAdvice(string Code, Wording Words)
{
    /// <summary>What is darker lacks two steps of light.</summary>
    public const int LeastLight = 150;

    /// <summary>Thousandths; below this edges are smeared over five dots of our small picture or more.</summary>
    public const int LeastEdges = 170;

    public static readonly PhotoAdvice Dark = new("too_dark", new(
        "Foto ini agak gelap. Coba foto lagi dekat jendela atau di teras, supaya warnanya kelihatan.",
        "This photo is rather dark. Try again near a window or outside, so that its colours show."));

    public static readonly PhotoAdvice Blurred = new("blurred", new(
        "Foto ini agak kabur. Lap dulu kameranya, pegang HP dengan dua tangan, lalu foto lagi.",
        "This photo is rather blurred. Wipe the lens, hold the telephone with both hands, and take it again."));

    public static readonly PhotoAdvice AlikeAnother = new("like_another", new(
        "Foto ini mirip sekali dengan foto barang lain. Kalau barangnya lain, pakai foto barang ini sendiri.",
        "This photo is almost the same as one of another product. If this is a different product, use a photo of its own."));

    /// <param name="isAlike">Nearly the same photo shows another product.</param>
    public static IReadOnlyList<PhotoAdvice> Of(PhotoLook look, bool isAlike)
    {
        var advice = new List<PhotoAdvice>();
        if (look.Light < LeastLight) advice.Add(Dark);
        if (look.Edges < LeastEdges) advice.Add(Blurred);
        if (isAlike) advice.Add(AlikeAnother);
        return advice;
    }
}
