using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Colours for a brand, out of its logo: each can be read on paper as a price is, and white can be read on it as on a
/// label.</summary>
public static class ColourProposals
{
    private const int Fewest = 3, Most = 5;

    /// <summary>Two that lie nearer than this are hard to tell apart; those that we mix ourselves may lie half as near.</summary>
    private const double LeastApart = 36, LeastApartMixed = 18;

    /// <summary>What is mixed into a logo's colours where it has too few of them: ink makes them deeper, white paler.</summary>
    private static readonly (Tint With, double Share)[] Mixed =
        [(Tint.Ink, 0.35), (Tint.White, 0.2), (Tint.Ink, 0.65), (Tint.White, 0.35), (Tint.Ink, 0.15)];

    /// <param name="colours">As the logo has them, the strongest first; white, grey and black are left for last.</param>
    /// <returns>Three to five as <c>#rrggbb</c>; none for a logo without colours.</returns>
    public static IReadOnlyList<string> From(IReadOnlyList<string> colours)
    {
        var own = colours.Select(Tint.Of).OrderBy(x => IsPlain(x) ? 1 : 0).Select(x => x.Readable).ToList();
        var taken = new List<Tint>();
        foreach (var tint in own) Take(tint, LeastApart);
        foreach (var (with, share) in Mixed)
            foreach (var tint in own)
                if (taken.Count < Fewest) Take(tint.Mix(with, share).Readable, LeastApartMixed);
        return [.. taken.Select(x => x.Hex)];

        void Take(Tint tint, double apart)
        {
            if (taken.Count < Most && taken.TrueForAll(x => Apart(x, tint) >= apart)) taken.Add(tint);
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
