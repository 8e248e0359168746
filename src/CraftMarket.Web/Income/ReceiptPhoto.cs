using CraftMarket.Media;
using Marten;

namespace CraftMarket.Web.Income;

/// <summary>A receipt is proved by a photo of the artisan whose sale it was; another's, or one that could not be read, proves
/// nothing.</summary>
internal static class ReceiptPhoto
{
    private static readonly Refusal Unknown =
        Refusal.Invalid("unknown_photo", "Foto nota ini tidak ada di antara foto perajinnya. Unggah sekali lagi.",
        "This photo is not among the artisan's photos. Upload it again.", "photoId");

    /// <summary>Null when the photo may prove a sale of that artisan, or none is named.</summary>
    public static async Task<Refusal?> Problem(IQuerySession session, PhotoId? named, ArtisanId artisan,
        CancellationToken cancellation)
    {
        if (named is not { } id) return null;
        var photo = await session.LoadAsync<Photo>(id, cancellation);
        return photo is { Status: not PhotoStatus.Failed } && photo.Owner == PhotoOwner.Of(artisan) ? null : Unknown;
    }
}
