using CraftMarket.Search;

namespace CraftMarket.Catalogue;

/// <summary>A page of the storefront.</summary>
public sealed class ShopListPage
{
    private readonly ShownCard[] _cards;

    internal ShopListPage(SearchResult found, int page)
    {
        _cards = [.. found.Products.Select(ShownCard.Of)];
        (Total, Page, Facets, Suggestion, Widenings) = (found.Total, page, found.Facets, found.Suggestion, found.Widenings);
    }

    public static ShopListPage Empty { get; } = new(new([], 0, null, null, []), 1);

    public long Total { get; }
    public int Page { get; }

    /// <summary>Null when they were not asked for.</summary>
    public SearchFacets? Facets { get; }

    /// <summary>What was probably meant, when nothing has the words as they were typed.</summary>
    public string? Suggestion { get; }

    /// <summary>What there would be with one condition less, when there is nothing with all.</summary>
    public IReadOnlyList<Widening> Widenings { get; }

    public IReadOnlyList<ProductCard> Cards() => [.. _cards.Select(x => x.Card)];

    /// <summary>The same as UTF-8 JSON objects with commas between.</summary>
    public byte[] Items()
    {
        if (_cards.Length == 0) return [];
        var joined = new byte[_cards.Sum(x => x.Json.Length) + _cards.Length - 1];
        var at = 0;
        foreach (var card in _cards)
        {
            if (at > 0) joined[at++] = (byte)',';
            card.Json.CopyTo(joined.AsSpan(at));
            at += card.Json.Length;
        }

        return joined;
    }
}

/// <summary>The public list of products, from this node's index of the storefront, which is exact at every query.</summary>
public sealed class ShopList(StorefrontIndex storefront, TimeProvider clock)
{
    public async Task<ShopListPage> FindAsync(SearchQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(await storefront.SearchAsync(query, Today, cancellation), query.Page);
    }

    /// <summary>What a village has in the storefront, its makers in turn.</summary>
    public Task<ShopListPage> OfVillage(RegionCode village, CancellationToken cancellation) =>
        FindAsync(new(null, village.Value, null, null, null, null, SortOrder.Fair, 1), cancellation);

    /// <summary>What the shop greets with today.</summary>
    public async Task<ShopHome> GreetAsync(CancellationToken cancellation) =>
        ShopHome.Of(await storefront.LatestAsync().WaitAsync(cancellation), Today);

    private DateOnly Today => LocalMonth.DayOf(clock.GetUtcNow());
}
