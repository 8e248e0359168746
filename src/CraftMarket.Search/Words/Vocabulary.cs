namespace CraftMarket.Search;

/// <summary>All words of the goods in the storefront, for words half typed or typed wrong.</summary>
internal sealed class Vocabulary
{
    /// <summary>A shorter word has too many neighbours: «topi» is not a slip for «kopi».</summary>
    private const int ShortestWithSlips = 4;

    private readonly Word[] _words, _plain;
    private readonly Dictionary<string, int> _products;

    private Vocabulary(Word[] words, Dictionary<string, int> goods) =>
        (_words, _products, _plain) =
            (words, goods, [.. words.Where(x => x.Text.Length >= ShortestWithSlips && !x.Text.Any(char.IsDigit))]);

    public static Vocabulary Of(IndexedProduct[] products)
    {
        var counted = products.SelectMany(x => x.Occurrences).CountBy(x => x.Word).ToArray();
        return new([.. counted.Select(x => x.Key).OrderBy(x => x.Text, StringComparer.Ordinal)],
            counted.GroupBy(x => x.Key.Text, StringComparer.Ordinal)
                .ToDictionary(x => x.Key, x => x.Sum(y => y.Value), StringComparer.Ordinal));
    }

    public bool Knows(string word) => _products.ContainsKey(word);

    public IEnumerable<Word> StartingWith(string typed)
    {
        int low = 0, high = _words.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_words[middle].Text, typed) < 0) low = middle + 1;
            else high = middle;
        }

        for (; low < _words.Length && _words[low].Text.StartsWith(typed, StringComparison.Ordinal); low++)
            yield return _words[low];
    }

    /// <summary>Words that the typed one may be a slip of, nearest first. When the typed word is known itself, only those that
    /// look like slips of it.</summary>
    public IReadOnlyList<Word> Near(Word typed)
    {
        var text = typed.Text;
        if (text.Length < ShortestWithSlips || text.Any(char.IsDigit)) return [];
        var known = Knows(text);
        if (known && text.Length < 6) return [];
        var slips = known || text.Length < 7 ? 1 : 2;
        var near = new List<(Word Word, int Slips, double Like)>();
        foreach (var word in _plain)
        {
            if (Math.Abs(word.Text.Length - text.Length) > slips || word.Text == text) continue;
            if (known && word.Text[0] != text[0]) continue;
            var like = Similarity.Of(typed.Trigrams, word.Trigrams);
            if (like < (known ? 0.5 : 0.25)) continue;
            var made = Similarity.Edits(text, word.Text);
            if (made <= slips) near.Add((word, made, like));
        }

        return [.. near.Where(x => x.Slips == near.Min(y => y.Slips)).OrderByDescending(x => x.Like)
            .ThenByDescending(x => _products[x.Word.Text]).Select(x => x.Word)];
    }

    /// <summary>The word that looks most like the typed one, however little; null when nothing does.</summary>
    public Word? Nearest(Word typed) => typed.Text.Any(char.IsDigit) ? null : Near(typed) is [var near, ..] ? near
        : _words.Where(x => x.Text.Length > 2).Select(x => (Word: x, Like: Similarity.Of(typed.Trigrams, x.Trigrams)))
            .Where(x => x.Like >= 0.3)
            .OrderByDescending(x => x.Like).ThenByDescending(x => _products[x.Word.Text]).Select(x => x.Word).FirstOrDefault();
}
