namespace CraftMarket.Search;

/// <summary>How much alike two words look, for slips of the finger: <c>domet</c>, <c>tenunn</c>, <c>gantugan</c>.</summary>
/// <remarks>By trigrams of letters as PostgreSQL's pg_trgm takes them, and by the slips it takes to turn one into the
/// other.</remarks>
internal static class Similarity
{
    /// <summary>Every three letters in a row, with two blanks before and one behind; sorted, each once.</summary>
    public static int[] Trigrams(string word)
    {
        var padded = $"  {word} ";
        var trigrams = new SortedSet<int>();
        for (var i = 0; i + 3 <= padded.Length; i++)
            trigrams.Add((padded[i] & 0x3FF) << 20 | (padded[i + 1] & 0x3FF) << 10 | (padded[i + 2] & 0x3FF));
        return [.. trigrams];
    }

    /// <summary>The share of trigrams that both have: 1 for the same word, 0 for nothing in common.</summary>
    public static double Of(int[] a, int[] b)
    {
        int i = 0, j = 0, both = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j]) (i, j, both) = (i + 1, j + 1, both + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        }

        return both / (double)(a.Length + b.Length - both);
    }

    /// <summary>Letters left out, put in, mistaken or swapped with their neighbour.</summary>
    public static int Edits(string a, string b)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var wrong = a[i - 1] == b[j - 1] ? 0 : 1;
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + wrong);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            last.CopyTo(before);
            now.CopyTo(last);
        }

        return last[b.Length];
    }
}
