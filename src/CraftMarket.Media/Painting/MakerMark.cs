using NetVips;

namespace CraftMarket.Media;

/// <summary>Who stands behind a picture: the brand, the village, and the village mark while it may be shown.</summary>
/// <param name="Colour">The brand's colour, <c>#rrggbb</c>.</param>
/// <param name="Logo">Content of the logo's original; null to draw the brand's first letters.</param>
/// <param name="Place">The village.</param>
public sealed record MakerMark(string Name, string? Tagline, string? Colour, string? Accent, string? Logo, string Place,
    VillageSeal? Seal)
{
    /// <summary>The maker's own brand, where the other words are those of a group; null when they are the maker's.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Address of the logo for pages; null when there is none.</summary>
    public string? LogoAddress { get; init; }

    /// <summary>What stands under the name on a label: who made it, or the tagline.</summary>
    public string? Under => MadeBy is null ? Tagline : Made;

    /// <summary>Who made it, in the words of a card; null when the name says so already.</summary>
    public string? Made => MadeBy is null ? null : $"dibuat {MadeBy}";

    /// <summary>Stands where there is no logo.</summary>
    public string Letters =>
        string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(x => char.ToUpperInvariant(x[0])));

    /// <summary>Contents of the originals that it shows.</summary>
    internal IEnumerable<string?> Originals => [Logo, Seal?.Logo];

    /// <summary>The second colour, or one beside the first.</summary>
    public Tint AccentTint => Accent is null ? Tint.Of(Colour).Mix(Tint.Of(Colour).Over, 0.35) : Tint.Of(Accent);
}

/// <summary>The mark of a village that a maker may carry.</summary>
/// <param name="Name">What the mark is called, such as <c>Kriya Semoyang</c>.</param>
/// <param name="Logo">Content of the mark's picture; null to write its name.</param>
public sealed record VillageSeal(string Name, string Colour, string? Logo);

/// <summary>Draws what tells maker and village apart.</summary>
internal static class MakerMarks
{
    /// <summary>The logo in a round, or the brand's first letters.</summary>
    public static void Logo(this Canvas canvas, LocalOriginals originals, MakerMark maker, int centreX, int centreY, int radius,
        Tint ground)
    {
        var tint = Tint.Of(maker.Colour);
        var rim = Math.Max(3, radius / 16);
        var edge = ground.ContrastWith(tint) > 1.6 ? tint : tint.Over;
        canvas.Disc(centreX, centreY, radius, edge);
        using var picture = originals.Whole(maker.Logo, 2 * (radius - rim), Tint.White);
        if (picture is not null)
        {
            canvas.Round(picture, centreX, centreY);
            return;
        }

        var inner = radius * 7 / 10;
        canvas.Write(maker.Letters, new(centreX - inner, centreY - inner, 2 * inner, 2 * inner),
            new(radius * 9 / 10, 8, edge.Over, Bold: true, Serif: true) { Centred = true, Stands = Stands.Middle });
    }

    /// <summary>A round seal with the village's name; says that the village stands behind it.</summary>
    public static void Seal(this Canvas canvas, LocalOriginals originals, VillageSeal seal, int centreX, int centreY, int radius)
    {
        var tint = Tint.Of(seal.Colour);
        canvas.Disc(centreX, centreY, radius, Tint.White);
        using var picture = originals.Whole(seal.Logo, 2 * (radius - Math.Max(2, radius / 12)), Tint.White);
        if (picture is not null)
        {
            canvas.Round(picture, centreX, centreY);
            return;
        }

        canvas.Disc(centreX, centreY, radius - Math.Max(2, radius / 18), tint);
        canvas.Disc(centreX, centreY, radius - Math.Max(5, radius / 8), Tint.White);
        var name = new Area(centreX - radius * 7 / 10, centreY - radius / 2, radius * 14 / 10, radius);
        canvas.Write(seal.Name, name, new(radius * 2 / 5, 6, tint.Readable, Bold: true, Serif: true)
        {
            Centred = true,
            Stands = Stands.Middle
        });
    }
}
