using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Carries a brand's new name and looks to all products of the artisan.</summary>
public sealed record CarryBrand(ArtisanId ArtisanId);

/// <summary>Carries a brand's new name and looks to one product.</summary>
public sealed record CarryBrandTo(ProductId ProductId);

public static class CarryBrandHandler
{
    public static async Task<OutgoingMessages> Handle(CarryBrand command, IQuerySession session,
        CancellationToken cancellation) =>
        [.. (await session.ProductsOf(command.ArtisanId, cancellation)).Select(x => new CarryBrandTo(x.Id))];
}

public static class CarryBrandToHandler
{
    public static async Task<(Maker?, MakerGroup?)> LoadAsync(CarryBrandTo command, IQuerySession session,
        CancellationToken cancellation)
    {
        if (await session.LoadAsync<Product>(command.ProductId.Value, cancellation) is not { } product) return (null, null);
        return (await session.LoadAsync<Maker>(Maker.StreamOf(product.ArtisanId), cancellation),
            await session.GroupOf(product, cancellation));
    }

    public static (Events, OutgoingMessages) Handle(CarryBrandTo command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, Maker? maker, MakerGroup? group = null)
    {
        if (maker is null) return ([], []);
        var renamed = new Events();
        if (maker.ShownName != product.MakerName) renamed += new ProductMakerRenamed(maker.ShownName);
        if (group is not null && product.Group is { } under && under.Id == group.Id && under != ProductGroup.Of(group))
            renamed += new ProductGroupRenamed(group.Name, group.Slug);
        OutgoingMessages redrawn = product.Status == ProductStatus.Published ? [new DrawShareCard(product.Id)] : [];
        return (renamed, redrawn);
    }
}
