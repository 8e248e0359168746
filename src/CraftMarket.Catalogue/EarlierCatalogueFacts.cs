using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>What older streams imply of what is offered, and under which brands.</summary>
internal sealed class EarlierCatalogueFacts(IDocumentStore store) : EarlierFacts(store, "catalogue")
{
    protected override async Task DeriveAsync(CancellationToken cancellation)
    {
        await AppendAsync("product_published", "product_offered", async (session, id) =>
            await session.LoadAsync<Product>(new ProductId(id).Value, cancellation) is { } product
                && Offers.Of(product) is { } offered ? [offered] : [], cancellation);
        foreach (var first in new[] { "maker_welcomed", "brand_changed" })
            await AppendAsync(first, "brand_shown", async (session, id) =>
                await session.LoadAsync<Maker>(id, cancellation) is { } maker
                    ? [maker.Shown(await Logo(session, maker.Logo, cancellation))] : [], cancellation);
        await AppendAsync("group_founded", "group_brand_shown", async (session, id) =>
            await session.LoadAsync<MakerGroup>(new GroupId(id), cancellation) is { } group
                ? [group.Shown(await Logo(session, group.Brand.Logo, cancellation))] : [], cancellation);
    }

    private static async Task<Photo?> Logo(IQuerySession session, PhotoId? logo, CancellationToken cancellation) =>
        logo is { } id && await session.LoadAsync<Photo>(id, cancellation) is { Status: PhotoStatus.Ready } ready ? ready : null;
}
