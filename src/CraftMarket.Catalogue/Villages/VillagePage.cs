using Marten;

namespace CraftMarket.Catalogue;

/// <summary>A village with its identity and the makers who have something in the shop window.</summary>
public sealed record VillagePage(Region Village, VillageIdentity? Identity, IReadOnlyList<VillageMaker> Makers);

/// <summary>A maker of the village.</summary>
/// <param name="Products">Products in the window.</param>
public sealed record VillageMaker(Brand Brand, int Products);

/// <summary>Reads villages by the name in their address.</summary>
public static class Villages
{
    public static async Task<VillagePage?> VillageBySlug(this IQuerySession session, string slug, CancellationToken cancellation)
    {
        if (Regions.Villages.FirstOrDefault(x => x.Slug == slug) is not { } village) return null;
        var identity = await session.LoadAsync<VillageIdentity>(village.Code.Value, cancellation);
        var cards = await session.QueryAsync<ProductCard>(
            "where data -> 'village' ->> 'code' = ? and data ->> 'status' = ? order by data ->> 'listedAt' desc limit 1000",
            cancellation, village.Code.Value, ProductCard.OnSale);
        var makers = new List<VillageMaker>();
        foreach (var goods in cards.GroupBy(x => x.Artisan.Id))
        {
            var brand = await session.BrandOf(new(goods.Key), cancellation);
            if (brand is not null) makers.Add(new(brand, goods.Count()));
        }

        return new(village, identity, [.. makers.OrderBy(x => x.Brand.Name, StringComparer.Ordinal)]);
    }
}
