using Marten;

namespace CraftMarket.Catalogue;

/// <summary>The shop of one maker as buyers open it.</summary>
/// <param name="Pictures">Banner and cards; null until they are drawn, and while those that were show a mark no longer
/// held.</param>
/// <param name="Goods">What is on sale, newest first.</param>
/// <param name="Mark">The village mark while the maker may use it.</param>
public sealed record ShopFront(Brand Brand, ShopPictures? Pictures, IReadOnlyList<ProductCard> Goods, VillageMark? Mark);

/// <summary>Reads shops by the name in their address.</summary>
public static class ShopFronts
{
    /// <summary>The shop that an address leads to, be it an earlier one; <see cref="Brand.Slug"/> is the one it has
    /// now.</summary>
    public static async Task<ShopFront?> ShopBySlug(this IQuerySession session, string slug, CancellationToken cancellation) =>
        await session.LoadAsync<ShopAddress>(slug, cancellation) is { } address
            ? await session.ShopOf(address.ArtisanId, cancellation) : null;

    /// <summary>Null while the brand has no name.</summary>
    public static async Task<ShopFront?> ShopOf(this IQuerySession session, ArtisanId artisan, CancellationToken cancellation)
    {
        if (await session.BrandOf(artisan, cancellation) is not { Slug: not null } brand) return null;
        var held = await session.MarkOf(artisan, cancellation) is { } mark && mark.Village == brand.Village ? mark : null;
        var drawn = await session.LoadAsync<ShopPictures>(Maker.StreamOf(artisan), cancellation);
        var fits = drawn is not null
            && DrawnMark.Fits(drawn.Mark, held?.Village,
                (await session.LoadAsync<MarkUse>(MarkUseId.Of(artisan), cancellation))?.Status);
        return new(brand, fits ? drawn : null, await session.CardsOf(artisan, cancellation), held);
    }
}
