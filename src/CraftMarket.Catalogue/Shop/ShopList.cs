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

/// <summary>The storefront as it was at one moment.</summary>
public sealed class ShopMoment
{
    private readonly StorefrontIndex _storefront;
    private readonly StorefrontState _state;
    private readonly DateOnly _day;

    internal ShopMoment(StorefrontIndex storefront, StorefrontState state, DateOnly day) =>
        (_storefront, _state, _day) = (storefront, state, day);

    /// <summary>The kinds of goods that are taken, in their order.</summary>
    public IReadOnlyList<Category> Categories => _state.Categories;

    /// <summary>What the shop greets with today.</summary>
    public ShopHome Greet() => _state.Greet(_day);

    public async Task<ShopListPage> FindAsync(SearchQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(await _storefront.SearchAsync(_state.Index, query, _day, cancellation), query.Page);
    }

    /// <summary>The newest others on sale under the brand that a product is sold under: its group's, or its maker's
    /// own.</summary>
    public IReadOnlyList<ProductCard> OthersOfItsBrand(ProductCard card, int most)
    {
        ArgumentNullException.ThrowIfNull(card);
        var candidates = card.Group is null ? _state.Index.OfMaker(card.Artisan.Id) : _state.Index.All;
        return [.. candidates.Select(x => ShownCard.Of(x).Card).Where(x => x.Group?.Id == card.Group?.Id && x.Id != card.Id)
            .Take(most)];
    }

    /// <inheritdoc cref="ShopList.OfVillage"/>
    public Task<ShopListPage> OfVillage(RegionCode village, CancellationToken cancellation) =>
        FindAsync(new(null, village.Value, null, null, null, null, SortOrder.Fair, 1), cancellation);
}

/// <summary>The public list of products, from this node's index of the storefront, which is exact at every query.</summary>
public sealed class ShopList(StorefrontIndex storefront, TimeProvider clock)
{
    public async Task<ShopListPage> FindAsync(SearchQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        return await (await NowAsync(cancellation)).FindAsync(query, cancellation);
    }

    /// <summary>The storefront of one moment, for several questions that belong together: what changed is asked for
    /// once.</summary>
    public async Task<ShopMoment> NowAsync(CancellationToken cancellation) =>
        new(storefront, await storefront.LatestAsync().WaitAsync(cancellation), Today);

    /// <summary>What a village has in the storefront, its makers in turn.</summary>
    public async Task<ShopListPage> OfVillage(RegionCode village, CancellationToken cancellation) =>
        await (await NowAsync(cancellation)).OfVillage(village, cancellation);

    private DateOnly Today => LocalMonth.DayOf(clock.GetUtcNow());
}
