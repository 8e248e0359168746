using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using Marten;

namespace CraftMarket.Web.Composition;

/// <summary>Holds the reply to a change of brand until new orders are written under it.</summary>
public static class BrandAftermath
{
    public static Task<bool> BrandIsKnown(this Aftermath aftermath, Brand brand, CancellationToken cancellation) => aftermath.Seen(
        async x => await x.LoadAsync<MakerBrand>(brand.ArtisanId.Value, cancellation) is { } known && known.Version >= brand.Version, cancellation);
}
