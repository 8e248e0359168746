namespace CraftMarket.Catalogue;

/// <summary>Goods like another one, by other makers: of its kind and its materials first, and one of each maker.</summary>
/// <remarks>Among equals the window's own order decides, which is fair to all makers and moves on every day
/// (<see cref="FairOrder"/>).</remarks>
public sealed class RelatedGoods(ShopList list)
{
    /// <summary>Materials looked through; a longer list says little more.</summary>
    private const int MostMaterials = 3;

    public Task<IReadOnlyList<ProductCard>> Of(ProductCard card, int most, CancellationToken cancellation) =>
        Choose(card, most, question => Fair(question, cancellation));

    /// <summary>Kind and material together first, so that the likest are not lost behind a full page of the merely alike; wider
    /// only when that gives too few.</summary>
    internal static async Task<IReadOnlyList<ProductCard>> Choose(ProductCard card, int most,
        Func<ShopQuestion, Task<IReadOnlyList<ProductCard>>> ask)
    {
        ArgumentNullException.ThrowIfNull(card);
        string[] materials = [.. card.Materials.Take(MostMaterials)];
        IEnumerable<ShopQuestion>[] wider = [materials.Select(x => Asking(card.Category, x)), [Asking(card.Category, null)],
            materials.Select(x => Asking(null, x))];
        IReadOnlyList<ProductCard> found = [];
        foreach (var questions in wider)
        {
            foreach (var question in questions) found = [.. found, .. await ask(question)];
            found = [.. found.Where(x => x.Artisan.Id != card.Artisan.Id).DistinctBy(x => x.Id)];
            if (found.DistinctBy(x => x.Artisan.Id).Count() >= most) break;
        }

        return [.. found.OrderByDescending(x => Likeness(x, card)).DistinctBy(x => x.Artisan.Id).Take(most)];
    }

    private static ShopQuestion Asking(string? category, string? material) =>
        new(null, null, category, material, null, null, ShopOrder.Fair, 1);

    private static int Likeness(ProductCard one, ProductCard other) =>
        (one.Category == other.Category ? 2 : 0) + one.Materials.Intersect(other.Materials, StringComparer.OrdinalIgnoreCase)
            .Count();

    private async Task<IReadOnlyList<ProductCard>> Fair(ShopQuestion question, CancellationToken cancellation) =>
        (await list.FindAsync(question, cancellation)).Cards();
}
