using CraftMarket.Media;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Asks a curator to put a product into the shop window.</summary>
public sealed record SubmitProduct(ProductId ProductId, ArtisanId ArtisanId);

public static class SubmitProductHandler
{
    public static async Task<IReadOnlyDictionary<PhotoId, Photo>> LoadAsync(SubmitProduct command, IQuerySession session,
        CancellationToken cancellation) =>
        await session.PhotosOf((await session.LoadAsync<Product>(command.ProductId, cancellation))?.Details.PhotoIds ?? [], cancellation);

    public static Refusal? Validate(SubmitProduct command, Product product, IReadOnlyDictionary<PhotoId, Photo> photos)
    {
        if (product.ArtisanId != command.ArtisanId) return Refusal.Missing();
        if (product.Status == ProductStatus.Published)
            return Refusal.Conflict("wrong_state", "Produk ini sudah tampil di toko.", "This product is in the shop already.");
        // A photo that is still being worked on counts: the artisan need not wait for it.
        if (!product.Details.PhotoIds.Any(x => photos.TryGetValue(x, out var photo) && photo.Status != PhotoStatus.Failed))
            return Refusal.Invalid("photo_missing", "Tambahkan paling sedikit satu foto yang jelas, lalu kirim lagi.",
                "Add at least one clear photo, then submit again.", "photoIds");
        return null;
    }

    public static (Answer, Events) Handle(SubmitProduct command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, DateTimeOffset now) =>
        product.Status == ProductStatus.Submitted
            ? (new ProductWritten(product.Id, product.Slug, product.Status, product.Edition), [])
            : (new ProductWritten(product.Id, product.Slug, ProductStatus.Submitted, product.Edition + 1), [new ProductSubmitted(now)]);
}
