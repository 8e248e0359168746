namespace CraftMarket.Search;

/// <summary>Which goods have what was asked for, and how well each fits.</summary>
/// <param name="Slots">Places in the index, newest first.</param>
/// <param name="Each">For each of them; the higher, the better.</param>
internal sealed record Scores(int[] Slots, int[] Each)
{
    /// <summary>Higher than whatever the words of a query can add up to: goods that have all of them as typed come before
    /// goods with one alike or half typed, wherever the words stand, and those before goods with a slip.</summary>
    private const int Step = 1 << 9;

    /// <summary>The lowest score of a product that was found without slips.</summary>
    public const int WithoutSlips = (int)MatchQuality.Related * Step;

    /// <summary>One more than the highest score.</summary>
    public const int Ceiling = ((int)MatchQuality.Exact + 1) * Step;

    /// <summary>What a word adds for how sure it is; more than any place adds.</summary>
    private const int Sure = 1 << ((int)IndexField.Name + 1);

    // One walk at a time on each thread: what was found is handed out before the next begins.
    [ThreadStatic] private static int[]? _best, _round;
    [ThreadStatic] private static int _rounds;

    public static Scores For(ParsedQuery parsed, SearchIndex index)
    {
        if (_best is null || _best.Length < index.Products.Length)
            (_best, _round) = (new int[index.Products.Length], new int[index.Products.Length]);
        var first = Walk(parsed.Terms[0], index);
        // Words alike may have brought later goods first.
        if (parsed.Terms[0].Meanings.Count > 1) first.Sort();
        var found = first.Select(x => (Slot: x, Total: _best[x], Least: _best[x] / Sure)).ToList();
        foreach (var term in parsed.Terms.Skip(1))
        {
            Walk(term, index);
            var both = new List<(int, int, int)>(found.Count);
            foreach (var (slot, total, least) in found)
                if (_round![slot] == _rounds) both.Add((slot, total + _best[slot], Math.Min(least, _best[slot] / Sure)));
            found = both;
        }

        return new([.. found.Select(x => x.Slot)], [.. found.Select(x => x.Total + x.Least * Step)]);
    }

    /// <summary>The goods that have one of the term's meanings; how well, is left in the scratch of this thread.</summary>
    private static List<int> Walk(Term term, SearchIndex index)
    {
        var (best, round, now) = (_best!, _round!, ++_rounds);
        var found = new List<int>();
        foreach (var meaning in term.Meanings)
        {
            foreach (var entry in index.Postings.Of(meaning.Stems))
            {
                var (slot, field) = InvertedIndex.Read(entry);
                var score = (int)meaning.Quality * Sure + (1 << (int)field);
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
