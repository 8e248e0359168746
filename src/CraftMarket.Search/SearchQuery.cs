namespace CraftMarket.Search;

/// <summary>How the list is ordered.</summary>
public enum SortOrder { Newest, CheapestFirst, DearestFirst, Relevance, Fair }

/// <summary>What a buyer looks for. Nulls leave out a condition.</summary>
/// <param name="Village">Kemendagri code or the village's name in an address.</param>
/// <param name="Order">Null is fair to all makers, and with words the best fitting first.</param>
public sealed record SearchQuery(string? Words, string? Village, string? Category, string? Material, long? MinPrice,
    long? MaxPrice, SortOrder? Order, int Page)
{
    public const int PageSize = 24;

    /// <summary>Goods of one maker only.</summary>
    public ArtisanId? Maker { get; init; }

    /// <summary>Whether to count what the list could be narrowed to.</summary>
    public bool WithFacets { get; init; }
}

/// <summary>What was found in an index, one page of it.</summary>
/// <param name="Total">All that was found.</param>
/// <param name="Facets">Null when they were not asked for.</param>
/// <param name="Suggestion">What was probably meant, when nothing has the words as they were typed.</param>
/// <param name="Widenings">What there would be with one condition less, when there is nothing with all.</param>
public sealed record SearchResult(IReadOnlyList<IndexedProduct> Products, int Total, SearchFacets? Facets, string? Suggestion,
    IReadOnlyList<Widening> Widenings);
