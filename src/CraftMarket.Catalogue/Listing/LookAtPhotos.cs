using CraftMarket.Kernel.Facts;
using CraftMarket.Media;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Takes over the pictures of a product's photos as far as they are ready. Sent after every change of its photos, so
/// that a photo made ready between reading and writing is not missed.</summary>
public sealed record LookAtPhotos(ProductId ProductId);

public static class LookAtPhotosHandler
{
    public static async Task<IReadOnlyDictionary<PhotoId, Photo>> LoadAsync(LookAtPhotos command, IQuerySession session,
        CancellationToken cancellation) =>
        await session.PhotosOf((await session.LoadAsync<Product>(command.ProductId.Value, cancellation))?.Details.PhotoIds
            ?? [], cancellation);

    public static (Events, OutgoingMessages) Handle(LookAtPhotos command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, IReadOnlyDictionary<PhotoId, Photo> photos)
    {
        List<Picture> pictures = [.. product.Details.PhotoIds
            .Where(x => photos.TryGetValue(x, out var photo) && photo.Status == PhotoStatus.Ready)
            .Select(x => new Picture(x, photos[x].Renditions))];
        if (pictures.Select(x => x.PhotoId).SequenceEqual(product.Pictures.Select(x => x.PhotoId))) return ([], []);
        return ([new ProductPicturesReady(pictures)],
            product.Status == ProductStatus.Published ? [new DrawShareCard(product.Id), new DrawShop(product.ArtisanId)] : []);
    }
}

/// <summary>A photo is ready: the products that show it take it over.</summary>
public static class ProductPhotoRenderedHandler
{
    public static async Task<OutgoingMessages> Handle(PhotoRendered fact, IQuerySession session, CancellationToken cancellation)
    {
        if (!fact.Usable || await session.LoadAsync<Photo>(fact.PhotoId, cancellation) is not { Owner.Artisan: { } artisan })
            return [];
        var products = await session.ProductsOf(artisan, cancellation);
        return [.. products.Where(x => x.Details.PhotoIds.Contains(fact.PhotoId)).Select(x => new LookAtPhotos(x.Id))];
    }
}
