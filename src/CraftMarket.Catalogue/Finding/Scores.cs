namespace CraftMarket.Catalogue;

/// <summary>Which goods have what was asked for, and how well each fits.</summary>
/// <param name="Slots">Places on the shelf, newest first.</param>
/// <param name="Each">For each of them; the higher, the better.</param>
internal sealed record Scores(int[] Slots, int[] Each)
{
    /// <summary>Higher than whatever places and sureness can add up to: words as they were typed come before slips.</summary>
    public const int WithoutSlips = 1 << 10;

    /// <summary>One more than the highest score.</summary>
    public const int Ceiling = 2 * WithoutSlips;

    /// <summary>The lowest score of a word that is no slip.</summary>
    private const int Sure = 8;

    // One walk at a time on each thread: what was found is handed out before the next begins.
    [ThreadStatic] private static int[]? _best, _round;
    [ThreadStatic] private static int _rounds;

    public static Scores For(Asked asked, Shelf shelf)
    {
        if (_best is null || _best.Length < shelf.Goods.Length) (_best, _round) = (new int[shelf.Goods.Length], new int[shelf.Goods.Length]);
        var found = Walk(asked.Terms[0], shelf).Select(x => (Slot: x, Total: _best[x], Slip: _best[x] < Sure)).ToList();
        foreach (var term in asked.Terms.Skip(1))
        {
            Walk(term, shelf);
            var both = new List<(int, int, bool)>(found.Count);
            foreach (var (slot, total, slip) in found)
                if (_round![slot] == _rounds) both.Add((slot, total + _best[slot], slip || _best[slot] < Sure));
            found = both;
        }

        // Words alike may have brought later goods first.
        if (asked.Terms[0].Meanings.Count > 1) found.Sort();
        return new([.. found.Select(x => x.Slot)], [.. found.Select(x => x.Slip ? x.Total : x.Total + WithoutSlips)]);
    }

    /// <summary>The goods that have one of the term's meanings; how well, is left in the scratch of this thread.</summary>
    private static List<int> Walk(Term term, Shelf shelf)
    {
        var (best, round, now) = (_best!, _round!, ++_rounds);
        var found = new List<int>();
        foreach (var meaning in term.Meanings)
        {
            foreach (var entry in shelf.Postings.Of(meaning.Stems))
            {
                var (slot, place) = Postings.Read(entry);
                var score = meaning.Sureness == Sureness.Slip ? 1 + (int)place : Sure * (1 << (int)place) + (meaning.Sureness == Sureness.Exact ? 4 : 0);
                if (round[slot] != now)
                {
                    (round[slot], best[slot]) = (now, score);
                    found.Add(slot);
                }
                else if (score > best[slot])
                {
                    best[slot] = score;
                }
            }
        }

        return found;
    }
}
