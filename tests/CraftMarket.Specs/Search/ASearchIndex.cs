using CraftMarket.Kernel;
using CraftMarket.Search;

namespace CraftMarket.Specs.Search;

/// <summary>A small storefront: what is on it, and questions to it. Words are stemmed as simply as can be: an ending -an is
/// dropped.</summary>
internal sealed class ASearchIndex
{
    public static readonly DateOnly Day = new(2026, 11, 23);
    private readonly Dictionary<string, Word> _words = [];
    private readonly List<IndexedProduct> _products = [];
    private IReadOnlyList<string[]> _synonyms = [];

    public ASearchIndex With(string name, long price = 100_000, string category = "tas", string material = "daun tembakau",
        string village = "semoyang", string maker = "Sahnun", string description = "")
    {
        var at = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(_products.Count);
        var product = new IndexedProduct
        {
            Id = NewId.For("good", name, $"{_products.Count}"), Name = name, Price = price, Maker = NewId.For("maker", maker),
            MakerName = maker, Village = new($"52.02.06.{village.Length:0000}", village, village), Category = category,
            Materials = material.Split(", "), Description = description, ListedAt = at, Shown = name,
        };
        var words = product.Words();
        product.Index(words, Look(words.Keys));
        _products.Add(product);
        return this;
    }

    public ASearchIndex Alike(params string[][] groups)
    {
        _synonyms = groups;
        return this;
    }

    /// <summary>Words of the next questions are looked up anew, as when a visitor's were dropped meanwhile.</summary>
    public ASearchIndex ForgettingWords()
    {
        _words.Clear();
        return this;
    }

    public SearchResult Find(string? words = null, string? village = null, string? category = null, string? material = null,
        long? min = null, long? max = null, SortOrder? order = null, int page = 1)
    {
        var index = SearchIndex.Of(_products, new([.. _synonyms.Select(group =>
            group.Select(x => (IReadOnlyList<Stem>)[.. Tokenizer.Tokens(x).Select(y => Look([y])[y].Stem)]).ToArray())]));
        var texts = Tokenizer.Tokens(words);
        var parsed = words is null ? null : ParsedQuery.Of(texts, Look(texts), index);
        return IndexSearcher.Find(index, new(words, village, category, material, min, max, order, page) { WithFacets = true },
            parsed, Day);
    }

    /// <summary>The names found, in their order.</summary>
    public IEnumerable<string> Names(string? words = null, string? material = null, SortOrder? order = null) =>
        Find(words, material: material, order: order).Products.Select(x => x.Name);

    private Dictionary<string, Word> Look(IEnumerable<string> texts)
    {
        foreach (var text in texts.Where(x => !_words.ContainsKey(x)))
        {
            var stem = text.Length > 5 && text.EndsWith("an", StringComparison.Ordinal) ? text[..^2] : text;
            _words[text] = new(text, Stem.Of(text, stem));
        }

        return _words;
    }
}
