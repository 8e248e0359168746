namespace CraftMarket.Search;

/// <summary>What goods are made of. «Daun tembakau» counts as «tembakau» too, as looking for it result it; whole words, for
/// «kemasan bekas» has no «emas» in it.</summary>
/// <param name="Names">As most makers write them.</param>
/// <param name="Plain">As they are compared.</param>
/// <param name="Words">Their words, with a blank before and behind each, so that only whole ones stand within.</param>
/// <param name="Counted">The materials of each product, and all whose words stand within theirs.</param>
internal sealed record MaterialTable(string[] Names, string[] Plain, string[] Words, int[][] Counted)
{
    public static MaterialTable Of(IndexedProduct[] products)
    {
        var written = products.SelectMany(x => x.Materials).CountBy(x => x.Trim()).Where(x => x.Key.Length > 0)
            .Select(x => (x.Key, x.Value, Plain: Tokenizer.Normalize(x.Key))).GroupBy(x => x.Plain, StringComparer.Ordinal)
            .OrderBy(x => x.Key, StringComparer.Ordinal).ToArray();
        var names = written.Select(x => x.OrderByDescending(y => y.Value).ThenBy(y => y.Key, StringComparer.Ordinal).First().Key)
            .ToArray();
        var plain = written.Select(x => x.Key).ToArray();
        var places = written.SelectMany((x, place) => x.Select(y => KeyValuePair.Create(y.Key, place)))
            .ToDictionary(StringComparer.Ordinal);
        string[] words = [.. plain.Select(Apart)];
        var within = words.Select(x =>
            Enumerable.Range(0, words.Length).Where(y => x.Contains(words[y], StringComparison.Ordinal)).ToArray()).ToArray();
        int[][] own =
            [.. products.Select(x => x.Materials.Select(y => y.Trim()).Where(y => y.Length > 0).Select(y => places[y])
            .Distinct().ToArray())];
        return new(names, plain, words,
            [.. own.Select(x => x.Length == 1 ? within[x[0]] : x.SelectMany(y => within[y]).Distinct().ToArray())]);
    }

    /// <summary>Which materials a typed one is part of.</summary>
    public IEnumerable<int> Holding(string typed)
    {
        var part = Apart(typed);
        return Enumerable.Range(0, Words.Length).Where(x => Words[x].Contains(part, StringComparison.Ordinal));
    }

    private static string Apart(string material) => $" {string.Join(' ', Tokenizer.Tokens(material))} ";
}
