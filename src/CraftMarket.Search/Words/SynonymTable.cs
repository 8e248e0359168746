namespace CraftMarket.Search;

/// <summary>Words that mean the same, by stem, ready to be looked up; a meaning may have several words.</summary>
internal sealed class SynonymTable(IReadOnlyList<IReadOnlyList<IReadOnlyList<Stem>>> groups)
{
    public static readonly SynonymTable Empty = new([]);

    private readonly ILookup<Stem, (IReadOnlyList<Stem> Meaning, IReadOnlyList<IReadOnlyList<Stem>> Group)> _byFirst =
        groups.SelectMany(group => group.Select(meaning => (meaning, group))).ToLookup(x => x.meaning[0], x => x);

    public static async Task<SynonymTable> Of(IReadOnlyList<IReadOnlyList<string>> groups, Stemmer stemmer)
    {
        var written = groups.Select(group => group.Select(Tokenizer.Tokens).Where(x => x.Count > 0).ToArray()).ToArray();
        var words = await stemmer.StemAsync([.. written.SelectMany(x => x).SelectMany(x => x).Distinct()], false, default);
        return new([.. written.Select(group =>
            group.Select(meaning => (IReadOnlyList<Stem>)[.. meaning.Select(x => words[x].Stem)]).ToArray())]);
    }

    /// <summary>The longest run of words from there on that has synonyms, with all its meanings; else the one word
    /// alone.</summary>
    public (int Length, IReadOnlyList<IReadOnlyList<Stem>> Group) At(IReadOnlyList<string> texts,
        IReadOnlyDictionary<string, Word> words, int at)
    {
        var runs = _byFirst[words[texts[at]].Stem]
            .Where(x => x.Meaning.Count <= texts.Count - at && x.Meaning.Select((stem, i) => words[texts[at + i]].Stem == stem)
                .All(same => same)).ToList();
        if (runs.Count == 0) return (1, []);
        var longest = runs.Max(x => x.Meaning.Count);
        return (longest, [.. runs.Where(x => x.Meaning.Count == longest).SelectMany(x => x.Group)]);
    }
}
