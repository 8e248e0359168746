using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Carries a brand's new name to all products of the artisan.</summary>
public sealed record RenameMaker(ArtisanId ArtisanId);

/// <summary>Carries a brand's new name to one product.</summary>
public sealed record RenameMakerOf(ProductId ProductId);

public static class RenameMakerHandler
{
    public static async Task<OutgoingMessages> Handle(RenameMaker command, IQuerySession session, CancellationToken cancellation) =>
        [.. (await session.ProductsOf(command.ArtisanId, cancellation)).Select(x => new RenameMakerOf(x.Id))];
}

public static class RenameMakerOfHandler
{
    public static async Task<Maker?> LoadAsync(RenameMakerOf command, IQuerySession session, CancellationToken cancellation) =>
        await session.LoadAsync<Product>(command.ProductId, cancellation) is { } product
            ? await session.LoadAsync<Maker>(Maker.StreamOf(product.ArtisanId), cancellation)
            : null;

    public static (Events, OutgoingMessages) Handle(RenameMakerOf command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, Maker? maker)
    {
        if (maker is null || maker.ShownName == product.MakerName) return ([], []);
        return ([new ProductMakerRenamed(maker.ShownName)],
            product.Status == ProductStatus.Published ? [new DrawShareCard(product.Id)] : []);
    }
}
