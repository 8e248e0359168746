using System.Text.Json;

namespace CraftMarket.Catalogue;

/// <summary>How the list is ordered.</summary>
public enum ShopOrder { Newest, CheapestFirst, DearestFirst, Relevance, Fair }

/// <summary>What a buyer looks for. Nulls leave out a condition.</summary>
/// <param name="Village">Kemendagri code or the village's name in an address.</param>
/// <param name="Order">Null is fair to all makers, and with words the best fitting first.</param>
public sealed record ShopQuery(string? Words, string? Village, string? Category, string? Material, long? MinPrice,
    long? MaxPrice, ShopOrder? Order, int Page)
{
    public const int PageSize = 24;

    /// <summary>Goods of one maker only.</summary>
    public ArtisanId? Maker { get; init; }

    /// <summary>Whether to count what the list could be narrowed to.</summary>
    public bool WithFacets { get; init; }
}

/// <summary>A page of the storefront: the items as JSON, as they lie in the database.</summary>
/// <param name="Items">UTF-8 JSON objects with commas between.</param>
public sealed record ShopListPage(byte[] Items, long Total, int Page)
{
    /// <summary>The items, read.</summary>
    public IReadOnlyList<ProductCard> Cards() => JsonSerializer.Deserialize<List<ProductCard>>([(byte)'[', .. Items, (byte)']'])!;

    /// <summary>Null when they were not asked for.</summary>
    public ShopFacets? Facets { get; init; }

    /// <summary>What was probably meant, when nothing has the words as they were typed.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What there would be with one condition less, when there is nothing with all.</summary>
    public IReadOnlyList<Widening> Widenings { get; init; } = [];
}

/// <summary>The public list of products, from this node's copy of the storefront, which is exact at every query.</summary>
public sealed class ShopList(StorefrontIndex storefront, TimeProvider clock)
{
    public async Task<ShopListPage> FindAsync(ShopQuery query, CancellationToken cancellation)
    {
        var index = await storefront.Latest().WaitAsync(cancellation);
        var day = LocalMonth.DayOf(clock.GetUtcNow());
        if (index.Results.Of(query, day) is not { } result)
        {
            var parsed = query.Words is null ? null : await storefront.Understand(query.Words, index, cancellation);
            index.Results.Keep(query, day, result = IndexSearcher.Find(index, query, parsed, day));
        }

        return new(Joined([.. result.Shown.Select(x => index.Products[x].Json)]), result.Total, query.Page)
        {
            Facets = result.Facets, Suggestion = result.Suggestion, Widenings = result.Widenings,
        };
    }

    /// <summary>What a village has in the storefront, its makers in turn.</summary>
    public Task<ShopListPage> OfVillage(RegionCode village, CancellationToken cancellation) =>
        FindAsync(new(null, village.Value, null, null, null, null, ShopOrder.Fair, 1), cancellation);

    /// <summary>What the shop greets with today.</summary>
    public async Task<ShopHome> GreetAsync(CancellationToken cancellation) =>
        ShopHome.Of(await storefront.Latest().WaitAsync(cancellation), LocalMonth.DayOf(clock.GetUtcNow()));

    private static byte[] Joined(byte[][] items)
    {
        if (items.Length == 0) return [];
        var joined = new byte[items.Sum(x => x.Length) + items.Length - 1];
        var at = 0;
        foreach (var item in items)
        {
            if (at > 0) joined[at++] = (byte)',';
            item.CopyTo(joined.AsSpan(at));
            at += item.Length;
        }

        return joined;
    }
}
