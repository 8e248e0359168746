using Marten;

namespace CraftMarket.Catalogue;

/// <summary>Which village's mark was drawn on a picture, and whether the picture may still be shown. A picture that shows another
/// mark than is held now, be it for the moment until it is drawn again, is not.</summary>
internal static class DrawnMark
{
    private const string None = "";

    /// <summary>What is kept with a picture: the village's code, or that it shows no mark.</summary>
    public static string Of(RegionCode? mark) => mark?.Value ?? None;

    /// <param name="drawn">What was kept with the picture; null on pictures from before it was kept.</param>
    /// <param name="now">The village whose mark belongs on it now; null for none.</param>
    /// <param name="use">The artisan's leave to use a mark, as it stands; null when none was asked for.</param>
    public static bool Fits(string? drawn, RegionCode? now, MarkStatus? use) =>
        drawn is null ? now is not null || use is not (MarkStatus.Given or MarkStatus.Withdrawn) : drawn == Of(now);
}

/// <summary>The pictures that may go with a shared link to a product now.</summary>
/// <param name="Wide">Null while there is none, or none that shows the mark held now.</param>
public sealed record SharePictures(string? Wide, string? Square)
{
    public static readonly SharePictures None = new(null, null);
}

/// <summary>Reads pictures for sharing, those that show a mark no longer held left out.</summary>
public static class SharePicturesQuery
{
    /// <summary>Of several goods of one artisan.</summary>
    public static async Task<IReadOnlyDictionary<ProductId, SharePictures>> SharePicturesOf(this IQuerySession session,
        ArtisanId artisan, IEnumerable<Product> products, CancellationToken cancellation)
    {
        var mark = await session.MarkOf(artisan, cancellation);
        var use = await session.LoadAsync<MarkUse>(MarkUseId.Of(artisan), cancellation);
        return products.ToDictionary(x => x.Id, x =>
            DrawnMark.Fits(x.ShareMark, mark is not null && x.MayBear(mark.Village) ? mark.Village : null, use?.Status)
            ? new SharePictures(x.ShareCard, x.ShareSquare) : SharePictures.None);
    }
}
