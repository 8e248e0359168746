using System.Collections.Concurrent;
using Npgsql;

namespace CraftMarket.Search;

/// <summary>Answers queries from an index of all that is on sale, and makes a new index when it is told what changed.</summary>
/// <param name="dictionary">Any PostgreSQL: it is asked for stems of Indonesian words.</param>
public sealed class SearchEngine(NpgsqlDataSource dictionary)
{
    private readonly ConcurrentDictionary<Guid, IndexedProduct> _products = [];
    private readonly ConcurrentDictionary<string, IndexedProduct> _byAddress = new(StringComparer.Ordinal);
    private readonly Stemmer _stemmer = new(dictionary);
    private SynonymTable _synonyms = SynonymTable.Empty;

    /// <summary>As it is now; an index itself never changes.</summary>
    public SearchIndex Index { get; private set; } = SearchIndex.Empty;

    /// <summary>What is on sale under that id; null when nothing is.</summary>
    public IndexedProduct? Find(Guid id) => _products.GetValueOrDefault(id);

    /// <summary>What is on sale under that address; null when nothing is.</summary>
    public IndexedProduct? Find(string address) => _byAddress.GetValueOrDefault(address);

    /// <summary>Brings the index up to date. One call at a time.</summary>
    /// <param name="changed">Products that changed; those that are not on sale are gone.</param>
    /// <param name="onSale">The changed ones that are on sale, as they are now.</param>
    /// <param name="synonyms">Words that mean the same, group by group, when they changed; else null.</param>
    public async Task UpdateAsync(IReadOnlyCollection<Guid> changed, IReadOnlyCollection<IndexedProduct> onSale,
        IReadOnlyList<IReadOnlyList<string>>? synonyms)
    {
        var fresh = onSale.Where(x => !_products.TryGetValue(x.Id, out var known) || known.Fingerprint != x.Fingerprint)
            .Select(x => (Product: x, Words: x.Words())).ToList();
        var words = await _stemmer.StemAsync([.. fresh.SelectMany(x => x.Words.Keys).Distinct()], false, default);
        var table = synonyms is null ? _synonyms : await SynonymTable.Of(synonyms, _stemmer);

        var left = onSale.Select(x => x.Id).ToHashSet();
        var gone = changed.Where(x => !left.Contains(x)).Count(Remove);
        foreach (var (product, fields) in fresh) product.Index(fields, words);
        foreach (var product in onSale)
        {
            if (_products.TryGetValue(product.Id, out var known) && known.Fingerprint == product.Fingerprint)
                known.Shown = product.Shown;
            else Keep(product);
        }

        if (fresh.Count > 0 || gone > 0) Index = SearchIndex.Of(_products.Values, table);
        else if (table != _synonyms) Index = Index.With(table);
        _synonyms = table;
    }

    /// <param name="index">One of this engine's.</param>
    /// <param name="day">Whose turn it is first.</param>
    public async Task<SearchResult> SearchAsync(SearchIndex index, SearchQuery query, DateOnly day,
        CancellationToken cancellation)
    {
        var parsed = query.Words is { } words ? await ParseAsync(words, index, cancellation) : null;
        return IndexSearcher.Find(index, query, parsed, day);
    }

    private void Keep(IndexedProduct product)
    {
        Remove(product.Id);
        (_products[product.Id], _byAddress[product.Address]) = (product, product);
    }

    private bool Remove(Guid id) => _products.TryRemove(id, out var known)
        && _byAddress.TryRemove(KeyValuePair.Create(known.Address, known)) | true;

    private async Task<ParsedQuery> ParseAsync(string words, SearchIndex index, CancellationToken cancellation)
    {
        var texts = Tokenizer.Tokens(words).Take(ParsedQuery.MostWords).ToArray();
        return ParsedQuery.Of(texts, await _stemmer.StemAsync(texts, true, cancellation), index);
    }
}
