using CraftMarket.Media;
using Marten;

namespace CraftMarket.Catalogue;

/// <summary>What is said about a photo before its product is handed in.</summary>
public static class PhotoHelp
{
    private const int MostAlike = 20;

    /// <summary>Null while nobody has looked at the photo.</summary>
    /// <param name="product">The product whose form it stands in; null when it is not known.</param>
    public static async Task<IReadOnlyList<PhotoAdvice>?> AdviceOn(this IQuerySession session, PhotoId photo, ProductId? product,
        CancellationToken cancellation) =>
        await session.LoadAsync<PhotoLook>(photo.Value, cancellation) is { } look
            ? PhotoAdvice.Of(look, await session.ShowsAnother(look, product, cancellation))
            : null;

    private static async Task<bool> ShowsAnother(this IQuerySession session, PhotoLook look, ProductId? product,
        CancellationToken cancellation)
    {
        var alike = (await session.PhotosLike(look, cancellation)).Take(MostAlike).ToHashSet();
        if (alike.Count == 0) return false;
        var owners = (await session.PhotosOf(alike, cancellation)).Values.Select(x => x.Owner.Artisan).OfType<ArtisanId>();
        foreach (var artisan in owners.Distinct())
        {
            var theirs = await session.ProductsOf(artisan, cancellation);
            if (theirs.Any(x => Another(x, look.Id, product) && x.Details.PhotoIds.Any(alike.Contains))) return true;
        }

        return false;
    }

    /// <summary>Several takes of one thing belong to one product, and are no copies.</summary>
    private static bool Another(Product listed, PhotoId photo, ProductId? product) =>
        listed.Id != product && !listed.Details.PhotoIds.Contains(photo);
}
