using System.Collections.Concurrent;

namespace CraftMarket.Catalogue;

/// <summary>Words that this node has asked the dictionary for.</summary>
/// <remarks>Those of goods and synonyms are kept for good: there are only so many. Anybody can type what no good has, so of visitors' words
/// only the latest are kept: when the younger half is full, the older one is dropped. They never take the place of goods' words.</remarks>
internal sealed class KnownWords(int mostTyped)
{
    private readonly ConcurrentDictionary<string, Word> _goods = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private Dictionary<string, Word> _young = new(StringComparer.Ordinal), _old = new(StringComparer.Ordinal);

    public int Goods => _goods.Count;

    /// <summary>How many are kept only because somebody typed them.</summary>
    public int Typed
    {
        get
        {
            lock (_gate) return _young.Count + _old.Count;
        }
    }

    /// <param name="typed">A visitor asks; else the word is a good's or a synonym and stays.</param>
    public Word? Find(string text, bool typed)
    {
        if (_goods.TryGetValue(text, out var known)) return known;
        lock (_gate)
        {
            if (_young.TryGetValue(text, out known)) return Kept(known, typed);
            return _old.TryGetValue(text, out known) ? Keep(known, typed) : null;
        }
    }

    public Word Keep(Word word, bool typed)
    {
        if (!typed) return _goods.GetOrAdd(word.Text, word);
        lock (_gate)
        {
            if (_young.Count >= mostTyped / 2) (_old, _young) = (_young, new(StringComparer.Ordinal));
            return _young[word.Text] = word;
        }
    }

    private Word Kept(Word word, bool typed) => typed ? word : Keep(word, false);
}
