using CraftMarket.Catalogue;
using CraftMarket.Ordering;
using Marten;

namespace CraftMarket.Web.Composition;

/// <summary>Holds the reply to a change of brand until new orders are written under it.</summary>
public static class BrandAftermath
{
    public static Task<bool> BrandIsKnown(this Aftermath aftermath, Brand brand, CancellationToken cancellation) =>
        aftermath.Seen(
        async x => await x.LoadAsync<MakerBrand>(brand.ArtisanId.Value, cancellation) is { } known
            && known.Version >= brand.Version, cancellation);

    public static Task<bool> BrandIsKnown(this Aftermath aftermath, MakerGroup group, CancellationToken cancellation) =>
        aftermath.Seen(
        async x => await x.LoadAsync<GroupBrand>(group.Id.Value, cancellation) is { } known
            && known.Version >= group.Brand.Version, cancellation);

    /// <summary>Until orders of a product on sale are written under the brand that was chosen for it.</summary>
    public static Task<bool> BrandIsChosen(this Aftermath aftermath, ProductId product, bool underGroup,
        CancellationToken cancellation) => aftermath.Seen(
        async x => await x.LoadAsync<Offer>(product.Value, cancellation) is not { } offer
            || offer.GroupId is not null == underGroup, cancellation);

    /// <summary>Until no order of a member who went is written under the group's brand any more.</summary>
    public static Task<bool> GroupIsLeft(this Aftermath aftermath, ArtisanId member, CancellationToken cancellation) =>
        aftermath.Seen(async x =>
    {
        var offers = await x.LoadManyAsync<Offer>(cancellation, (await x.ProductsOf(member, cancellation)).Select(y => y.Id.Value)
            .ToArray());
        return offers.All(y => y.GroupId is null);
    }, cancellation);
}
