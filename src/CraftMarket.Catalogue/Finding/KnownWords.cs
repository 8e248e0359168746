using System.Collections.Concurrent;

namespace CraftMarket.Catalogue;

/// <summary>Words that this node has asked the dictionary for.</summary>
/// <remarks>Those of goods and synonyms are kept for good: there are only so many. Anybody can type what no good has, so of
/// visitors' words only the latest are kept. They never take the place of goods' words.</remarks>
internal sealed class KnownWords(int mostTyped)
{
    private readonly ConcurrentDictionary<string, Word> _goods = new(StringComparer.Ordinal);
    private readonly Latest<string, Word> _typed = new(mostTyped);

    public int Goods => _goods.Count;

    /// <summary>How many are kept only because somebody typed them.</summary>
    public int Typed => _typed.Count;

    /// <param name="typed">A visitor asks; else the word is a good's or a synonym and stays.</param>
    public Word? Find(string text, bool typed)
    {
        if (_goods.TryGetValue(text, out var known)) return known;
        return _typed.Find(text) is { } before ? Keep(before, typed) : null;
    }

    public Word Keep(Word word, bool typed) => typed ? _typed.Keep(word.Text, word) : _goods.GetOrAdd(word.Text, word);
}
