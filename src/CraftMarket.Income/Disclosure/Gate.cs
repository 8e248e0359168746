namespace CraftMarket.Income.Disclosure;

/// <summary>One number that might be told: who it is made of, and how much of it is each one's.</summary>
/// <param name="Shares">Of everybody who contributes to this very number, and of nobody else; 1 of each where amounts are not
/// added up, as in a median.</param>
public sealed record Cell<TKey>(TKey Key, IReadOnlyDictionary<PersonId, decimal> Shares);

/// <summary>Decides which numbers about money may be told side by side, so that no sum or difference of them is about fewer than
/// five people.</summary>
/// <remarks>
/// The told cells cut the people into parts: two people are in one part when every told cell has both of them or neither.
/// Whatever is added and subtracted, everybody of a part gets the same factor, so the result is about whole parts. When each part
/// has five people and nobody has more than seven tenths of it, the same holds for everything that can be worked out, whichever
/// tables were asked for and in which order.
/// </remarks>
public static class Gate
{
    /// <summary>What fewer people share could be traced to one of them.</summary>
    public const int FewestPeople = 5;

    /// <summary>Who has more than this of a sum can be guessed from it.</summary>
    public const decimal LargestShare = 0.7m;

    /// <summary>Goes through the cells of one number in the given order, which is the order of importance, and lets each pass
    /// that fits those before it.</summary>
    public static IReadOnlySet<TKey> Pass<TKey>(IEnumerable<Cell<TKey>> cells)
    {
        var (told, partOf) = (new HashSet<TKey>(), new Dictionary<PersonId, int>());
        List<Dictionary<PersonId, decimal>> parts = [];
        foreach (var cell in cells)
        {
            // Nobody of a told cell yet: whatever is left of them beside the cell is in no table.
            var pieces = cell.Shares.GroupBy(x => partOf.GetValueOrDefault(x.Key, -1))
                .Select(x => (Part: x.Key, Inside: x.ToDictionary())).ToList();
            if (pieces.Count == 0) continue;
            if (!pieces.All(x => IsSafe(x.Inside) && (x.Part < 0 || IsSafe(Rest(parts[x.Part], x.Inside))))) continue;
            told.Add(cell.Key);
            foreach (var (part, inside) in pieces)
            {
                if (part >= 0) parts[part] = Rest(parts[part], inside);
                foreach (var person in inside.Keys) partOf[person] = parts.Count;
                parts.Add(inside);
            }
        }

        return told;
    }

    private static Dictionary<PersonId, decimal> Rest(Dictionary<PersonId, decimal> part, Dictionary<PersonId, decimal> inside) =>
        part.Where(x => !inside.ContainsKey(x.Key)).ToDictionary();

    /// <summary>Nobody at all, or enough people of whom none stands out.</summary>
    private static bool IsSafe(Dictionary<PersonId, decimal> part) => part.Count == 0 || (part.Count >= FewestPeople
        && part.Values.Max(Math.Abs) <= LargestShare * part.Values.Sum(Math.Abs));
}
