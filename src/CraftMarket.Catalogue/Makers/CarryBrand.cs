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
    public static async Task<OutgoingMessages> Handle(CarryBrand command, IQuerySession session, CancellationToken cancellation) =>
        [.. (await session.ProductsOf(command.ArtisanId, cancellation)).Select(x => new CarryBrandTo(x.Id))];
}

public static class CarryBrandToHandler
{
    public static async Task<Maker?> LoadAsync(CarryBrandTo command, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<Product>(command.ProductId.Value, cancellation) is { } product
            ? await session.LoadAsync<Maker>(Maker.StreamOf(product.ArtisanId), cancellation)
            : null;

    public static (Events, OutgoingMessages) Handle(CarryBrandTo command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, Maker? maker)
    {
        if (maker is null) return ([], []);
        OutgoingMessages redrawn = product.Status == ProductStatus.Published ? [new DrawShareCard(product.Id)] : [];
        return (maker.ShownName == product.MakerName ? [] : [new ProductMakerRenamed(maker.ShownName)], redrawn);
    }
}
