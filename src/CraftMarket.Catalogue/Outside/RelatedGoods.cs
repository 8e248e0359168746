namespace CraftMarket.Catalogue;

/// <summary>Goods like another one, by other makers: of its kind and its materials first, and one of each maker.</summary>
/// <remarks>Among equals the window's own order decides, which is fair to all makers and moves on every day (<see cref="FairOrder"/>).</remarks>
public sealed class RelatedGoods(ShopList list)
{
    /// <summary>Materials looked through; a longer list says little more.</summary>
    private const int MostMaterials = 3;

    public async Task<IReadOnlyList<ProductCard>> Of(ProductCard card, int most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(card);
        var found = await Fair(new(null, null, card.Category, null, null, null, ShopOrder.Fair, 1), cancellation);
        foreach (var material in card.Materials.Take(MostMaterials))
            found = [.. found, .. await Fair(new(null, null, null, material, null, null, ShopOrder.Fair, 1), cancellation)];
        return [.. found.Where(x => x.Artisan.Id != card.Artisan.Id).DistinctBy(x => x.Id).OrderByDescending(x => Likeness(x, card))
            .DistinctBy(x => x.Artisan.Id).Take(most)];
    }

    private static int Likeness(ProductCard one, ProductCard other) =>
        (one.Category == other.Category ? 2 : 0) + one.Materials.Intersect(other.Materials, StringComparer.OrdinalIgnoreCase).Count();

    private async Task<IReadOnlyList<ProductCard>> Fair(ShopQuestion question, CancellationToken cancellation) =>
        (await list.FindAsync(question, cancellation)).Cards();
}
