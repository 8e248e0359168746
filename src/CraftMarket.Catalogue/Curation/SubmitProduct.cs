using CraftMarket.Media;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Asks a curator to put a product into the shop window. A trusted maker's product goes there at once.</summary>
public sealed record SubmitProduct(ProductId ProductId, ArtisanId ArtisanId);

public static class SubmitProductHandler
{
    public static async Task<(IReadOnlyDictionary<PhotoId, Photo>, TrustFacts)> LoadAsync(SubmitProduct command,
        IQuerySession session,
        MasterKey master, CancellationToken cancellation)
    {
        if (await session.LoadAsync<Product>(command.ProductId.Value, cancellation) is not { } product)
            return (new Dictionary<PhotoId, Photo>(), TrustFacts.Nobody);
        var category = await session.LoadAsync<Category>(product.Details.Category, cancellation);
        var goods = category is null ? null : await session.LoadAsync<GoodsClass>(category.Class, cancellation);
        var maker = await session.LoadAsync<Maker>(Maker.StreamOf(product.ArtisanId), cancellation);
        return (await session.PhotosOf(product.Details.PhotoIds, cancellation),
            (await session.TrustIn(product.ArtisanId, maker, goods, cancellation)).DrawnBy(master));
    }

    public static Refusal? Validate(SubmitProduct command, Product product, IReadOnlyDictionary<PhotoId, Photo> photos,
        TrustFacts trust)
    {
        if (product.ArtisanId != command.ArtisanId) return Refusal.Missing();
        if (trust.Maker?.Paused == true)
            return Refusal.Conflict("shop_consent_missing",
                "Toko Anda sedang tutup. Setujui dulu bahwa barang Anda tampil, di halaman Persetujuan saya.",
                "Your shop is closed at present. First agree that your goods are shown, on the page What I agree to.");
        // Approved between the artisan's two attempts: what was asked for is done.
        if (product.Status == ProductStatus.Published) return null;
        // A photo that is still being worked on counts: the artisan need not wait for it.
        if (!product.Details.PhotoIds.Any(x => photos.TryGetValue(x, out var photo) && photo.Status != PhotoStatus.Failed))
            return Refusal.Invalid("photo_missing", "Tambahkan paling sedikit satu foto yang jelas, lalu kirim lagi.",
                "Add at least one clear photo, then submit again.", "photoIds");
        return null;
    }

    public static (Answer, Events, OutgoingMessages) Handle(SubmitProduct command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, TrustFacts trust, DateTimeOffset now)
    {
        if (product.Status is ProductStatus.Submitted or ProductStatus.Published) return (Answer(product), [], []);
        var submitted = new ProductSubmitted(now);
        var after = product.Apply(submitted);
        if (Trust.RuleFor(after, product.HasUncheckedClaims, trust) is not { } rule) return (Answer(after), [submitted], []);
        var (approved, events, messages) = Approval.ByRule(after, rule, trust, now);
        return (Answer(approved), [submitted, .. events], messages);
    }

    private static ProductWritten Answer(Product product) => new(product.Id, product.Slug, product.Status, product.Edition);
}
