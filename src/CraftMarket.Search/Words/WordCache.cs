using System.Collections.Concurrent;

namespace CraftMarket.Search;

/// <summary>Words that this node has asked the dictionary for.</summary>
/// <remarks>Those of goods and synonyms are kept for good: there are only so many. Anybody can type what no product has, so of
/// visitors' words only the latest are kept. They never take the place of goods' words.</remarks>
internal sealed class WordCache(int mostTyped)
{
    private readonly ConcurrentDictionary<string, Word> _indexed = new(StringComparer.Ordinal);
    private readonly RecentCache<string, Word> _typed = new(mostTyped);

    public int Indexed => _indexed.Count;

    /// <summary>How many are kept only because somebody typed them.</summary>
    public int Typed => _typed.Count;

    /// <param name="typed">A visitor asks; else the word is a product's or a synonym and stays.</param>
    public Word? Find(string text, bool typed)
    {
        if (_indexed.TryGetValue(text, out var known)) return known;
        return _typed.Find(text) is { } before ? Keep(before, typed) : null;
    }

    public Word Keep(Word word, bool typed) => typed ? _typed.Keep(word.Text, word) : _indexed.GetOrAdd(word.Text, word);
}
