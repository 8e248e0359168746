using CraftMarket.Search;

namespace CraftMarket.Catalogue;

/// <summary>Goods like another one, by other makers: of its kind and its materials first, and one of each maker.</summary>
/// <remarks>Among equals the storefront's own order decides, which is fair to all makers and moves on every day
/// (<c>FairOrder</c>).</remarks>
public static class RelatedGoods
{
    /// <summary>Materials looked through; a longer list says little more.</summary>
    private const int MostMaterials = 3;

    public static Task<IReadOnlyList<ProductCard>> Of(ShopMoment shop, ProductCard card, int most,
        CancellationToken cancellation) =>
        Choose(card, most, async query => (await shop.FindAsync(query, cancellation)).Cards());

    /// <summary>Kind and material together first, so that the likest are not lost behind a full page of the merely alike; wider
    /// only when that gives too few.</summary>
    internal static async Task<IReadOnlyList<ProductCard>> Choose(ProductCard card, int most,
        Func<SearchQuery, Task<IReadOnlyList<ProductCard>>> ask)
    {
        ArgumentNullException.ThrowIfNull(card);
        string[] materials = [.. card.Materials.Take(MostMaterials)];
        IEnumerable<SearchQuery>[] wider = [materials.Select(x => Asking(card.Category, x)), [Asking(card.Category, null)],
            materials.Select(x => Asking(null, x))];
        IReadOnlyList<ProductCard> found = [];
        foreach (var queries in wider)
        {
            foreach (var query in queries) found = [.. found, .. await ask(query)];
            found = [.. found.Where(x => x.Artisan.Id != card.Artisan.Id).DistinctBy(x => x.Id)];
            if (found.DistinctBy(x => x.Artisan.Id).Count() >= most) break;
        }

        return [.. found.OrderByDescending(x => Similarity(x, card)).DistinctBy(x => x.Artisan.Id).Take(most)];
    }

    private static SearchQuery Asking(string? category, string? material) =>
        new(null, null, category, material, null, null, SortOrder.Fair, 1);

    private static int Similarity(ProductCard one, ProductCard other) =>
        (one.Category == other.Category ? 2 : 0) + one.Materials.Intersect(other.Materials, StringComparer.OrdinalIgnoreCase)
            .Count();
}
