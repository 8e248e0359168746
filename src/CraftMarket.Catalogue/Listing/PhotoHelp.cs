using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>What is said about photos before their product is handed in.</summary>
public static class PhotoHelp
{
    private const int MostAlike = 20;

    /// <summary>Null while nobody has looked at the photo.</summary>
    /// <param name="product">The product whose form it stands in; null when it is not known.</param>
    public static async Task<IReadOnlyList<PhotoAdvice>?> AdviceOn(this IQuerySession session, PhotoId photo, ProductId? product,
        CancellationToken cancellation) =>
        (await session.AdviceOn([photo], product, cancellation)).GetValueOrDefault(photo);

    /// <summary>What is said of several photos of one form, in as many queries as of one.</summary>
    /// <returns>Without the photos that nobody has looked at yet.</returns>
    public static async Task<IReadOnlyDictionary<PhotoId, IReadOnlyList<PhotoAdvice>>> AdviceOn(this IQuerySession session,
        IReadOnlyCollection<PhotoId> photos, ProductId? product, CancellationToken cancellation)
    {
        var looks = await session.LoadManyAsync<PhotoLook>(cancellation, photos.Select(x => x.Value).Distinct().ToArray());
        var like = await session.PhotosLike(looks, cancellation);
        var alike = looks.ToDictionary(x => x.Id, x => like[x.Id].Take(MostAlike).ToHashSet());
        var owners = (await session.PhotosBy(alike.Values.SelectMany(x => x), cancellation)).Values
            .Select(x => x.Owner.Artisan).OfType<ArtisanId>().ToHashSet();
        var listed = await session.ProductsOf(owners, cancellation);
        return looks.ToDictionary(x => x.Id, x => PhotoAdvice.Of(x, listed.Any(other =>
            IsAnother(other, x.Id, product) && other.Details.PhotoIds.Any(alike[x.Id].Contains))));
    }

    /// <summary>Several takes of one thing belong to one product, and are no copies.</summary>
    private static bool IsAnother(Product listed, PhotoId photo, ProductId? product) =>
        listed.Id != product && !listed.Details.PhotoIds.Contains(photo);
}
