using CraftMarket.Media;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Asks a curator to put a product into the shop window. A trusted maker's product goes there at once.</summary>
public sealed record SubmitProduct(ProductId ProductId, ArtisanId ArtisanId);

/// <summary>What sending a product to the curator looks at.</summary>
public sealed record SubmissionFacts(IReadOnlyDictionary<PhotoId, Photo> Photos, TrustFacts Trust)
{
    internal static readonly SubmissionFacts None = new(new Dictionary<PhotoId, Photo>(), TrustFacts.Nobody);
}

/// <summary>Decides what becomes of a product that is sent to the curator.</summary>
public static class Submission
{
    public static async Task<SubmissionFacts> LoadAsync(ArtisanId artisan, string categoryId, IReadOnlyList<PhotoId> photos,
        IQuerySession session, MasterKey master, CancellationToken cancellation)
    {
        var category = await session.LoadAsync<Category>(categoryId, cancellation);
        var goods = category is null ? null : await session.LoadAsync<GoodsClass>(category.Class, cancellation);
        var maker = await session.LoadAsync<Maker>(Maker.StreamOf(artisan), cancellation);
        return new(await session.PhotosOf(photos, cancellation),
            (await session.TrustIn(artisan, maker, goods, cancellation)).DrawnBy(master));
    }

    public static Refusal? Problem(Product product, SubmissionFacts facts)
    {
        if (facts.Trust.Maker?.Paused == true)
            return Refusal.Conflict("shop_consent_missing",
                "Toko Anda sedang tutup. Setujui dulu bahwa barang Anda tampil, di halaman Persetujuan saya.",
                "Your shop is closed at present. First agree that your goods are shown, on the page What I agree to.");
        // Approved between the artisan's two attempts: what was asked for is done.
        if (product.Status == ProductStatus.Published) return null;
        // A photo that is still being worked on counts: the artisan need not wait for it.
        if (!product.Details.PhotoIds.Any(x => facts.Photos.TryGetValue(x, out var photo) && photo.Status != PhotoStatus.Failed))
            return Refusal.Invalid("photo_missing", "Tambahkan paling sedikit satu foto yang jelas, lalu kirim lagi.",
                "Add at least one clear photo, then submit again.", "photoIds");
        return null;
    }

    public static (Product After, IReadOnlyList<object> Events, OutgoingMessages Work) Of(Product product, SubmissionFacts facts,
        DateTimeOffset now)
    {
        if (product.Status is ProductStatus.Submitted or ProductStatus.Published) return (product, [], []);
        var submitted = new ProductSubmitted(now);
        var after = product.Apply(submitted);
        if (Trust.RuleFor(after, product.HasUncheckedClaims, facts.Trust) is not { } rule) return (after, [submitted], []);
        var (approved, events, messages) = Approval.ByRule(after, rule, facts.Trust, now);
        return (approved, [submitted, .. events], messages);
    }
}

public static class SubmitProductHandler
{
    public static async Task<SubmissionFacts> LoadAsync(SubmitProduct command, IQuerySession session, MasterKey master,
        CancellationToken cancellation) =>
        await session.LoadAsync<Product>(command.ProductId.Value, cancellation) is { } product
            ? await Submission.LoadAsync(product.ArtisanId, product.Details.Category, product.Details.PhotoIds, session, master,
                cancellation)
            : SubmissionFacts.None;

    public static Refusal? Validate(SubmitProduct command, Product product, SubmissionFacts facts) =>
        product.ArtisanId != command.ArtisanId ? Refusal.Missing() : Submission.Problem(product, facts);

    public static (Answer, Events, OutgoingMessages) Handle(SubmitProduct command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Product product, SubmissionFacts facts, DateTimeOffset now)
    {
        var (after, events, messages) = Submission.Of(product, facts, now);
        return (ProductWritten.Of(after), [.. events], messages);
    }
}
