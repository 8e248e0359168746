namespace CraftMarket.Catalogue;

/// <summary>Which goods have what was asked for, and how well each fits.</summary>
/// <param name="Slots">Places on the shelf, newest first.</param>
/// <param name="Each">For each of them; the higher, the better.</param>
internal sealed record Scores(int[] Slots, int[] Each)
{
    /// <summary>Higher than whatever the words of a question can add up to: goods that have all of them as typed come before
    /// goods with one alike or half typed, wherever the words stand, and those before goods with a slip.</summary>
    private const int Step = 1 << 9;

    /// <summary>The lowest score of a good that was found without slips.</summary>
    public const int WithoutSlips = (int)Sureness.Alike * Step;

    /// <summary>One more than the highest score.</summary>
    public const int Ceiling = ((int)Sureness.Exact + 1) * Step;

    /// <summary>What a word adds for how sure it is; more than any place adds.</summary>
    private const int Sure = 1 << ((int)Place.Name + 1);

    // One walk at a time on each thread: what was found is handed out before the next begins.
    [ThreadStatic] private static int[]? _best, _round;
    [ThreadStatic] private static int _rounds;

    public static Scores For(Asked asked, Shelf shelf)
    {
        if (_best is null || _best.Length < shelf.Goods.Length)
            (_best, _round) = (new int[shelf.Goods.Length], new int[shelf.Goods.Length]);
        var found = Walk(asked.Terms[0], shelf).Select(x => (Slot: x, Total: _best[x], Least: _best[x] / Sure)).ToList();
        foreach (var term in asked.Terms.Skip(1))
        {
            Walk(term, shelf);
            var both = new List<(int, int, int)>(found.Count);
            foreach (var (slot, total, least) in found)
                if (_round![slot] == _rounds) both.Add((slot, total + _best[slot], Math.Min(least, _best[slot] / Sure)));
            found = both;
        }

        // Words alike may have brought later goods first.
        if (asked.Terms[0].Meanings.Count > 1) found.Sort();
        return new([.. found.Select(x => x.Slot)], [.. found.Select(x => x.Total + x.Least * Step)]);
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
                var score = (int)meaning.Sureness * Sure + (1 << (int)place);
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
