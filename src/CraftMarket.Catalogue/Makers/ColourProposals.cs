using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Colours for a brand, out of its logo: each can be read on paper as a price is, and white can be read on it as on a
/// label.</summary>
public static class ColourProposals
{
    private const int Fewest = 3, Most = 5;

    /// <summary>Two that lie nearer than this look the same on a telephone.</summary>
    private const double LeastApart = 36;

    /// <summary>How much ink is added to a logo's colours where it has too few of them.</summary>
    private static readonly double[] Deeper = [0.35, 0.6, 0.2, 0.5];

    /// <param name="colours">As the logo has them, the strongest first; white, grey and black are left for last.</param>
    /// <returns>Three to five as <c>#rrggbb</c>; none for a logo without colours.</returns>
    public static IReadOnlyList<string> From(IReadOnlyList<string> colours)
    {
        var own = colours.Select(Tint.Of).OrderBy(x => IsPlain(x) ? 1 : 0).Select(x => x.Readable).ToList();
        var taken = new List<Tint>();
        foreach (var tint in own) Take(tint);
        foreach (var share in Deeper)
            foreach (var tint in own)
                if (taken.Count < Fewest) Take(tint.Mix(Tint.Ink, share));
        return [.. taken.Select(x => x.Hex)];

        void Take(Tint tint)
        {
            if (taken.Count < Most && taken.TrueForAll(x => Apart(x, tint) >= LeastApart)) taken.Add(tint);
        }
    }

    /// <summary>The proposals from the logo with that photo; none while nobody has looked at it.</summary>
    public static async Task<IReadOnlyList<string>> ColoursFrom(this IQuerySession session, PhotoId? logo,
        CancellationToken cancellation) =>
        logo is { } photo && await session.LoadAsync<PhotoLook>(photo.Value, cancellation) is { } look ? From(look.Colours) : [];

    private static bool IsPlain(Tint tint) =>
        Math.Max(tint.Red, Math.Max(tint.Green, tint.Blue)) - Math.Min(tint.Red, Math.Min(tint.Green, tint.Blue)) < 24;

    private static double Apart(Tint one, Tint other) =>
        Math.Sqrt(Math.Pow(one.Red - other.Red, 2) + Math.Pow(one.Green - other.Green, 2) + Math.Pow(one.Blue - other.Blue, 2));
}
