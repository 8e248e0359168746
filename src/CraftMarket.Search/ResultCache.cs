namespace CraftMarket.Search;

/// <summary>Pages found in one index before. An index never changes, so they stay right as long as it stands; a new one starts
/// with none.</summary>
internal sealed class ResultCache
{
    /// <summary>Most of what is asked is asked by many: the kinds, the villages, the words everybody looks for.</summary>
    public const int Most = 1_000;

    /// <summary>Longer words are somebody's own query and not kept.</summary>
    private const int LongestWords = 80;

    private readonly RecentCache<(SearchQuery, DateOnly), SearchResult> _pages = new(Most);

    public int Count => _pages.Count;

    public SearchResult? Of(SearchQuery query, DateOnly day) => _pages.Find((query, day));

    public void Keep(SearchQuery query, DateOnly day, SearchResult result)
    {
        if (query.Words is not { Length: > LongestWords }) _pages.Keep((query, day), result);
    }
}
