using CraftMarket.Media;
using Marten;
using Wolverine.Marten;

namespace CraftMarket.Catalogue;

/// <summary>Chooses the photos of a village, in order, each with what is to be seen on it.</summary>
/// <param name="Seen">The edition that the writer had before them; null to write over whatever is there.</param>
public sealed record ArrangeGallery(VillageId VillageId, IReadOnlyList<GalleryPhoto> Photos, int? Seen = null)
{
    public const int Most = 12;

    public const int LongestDescription = 200;
}

public static class ArrangeGalleryHandler
{
    public static Task<IReadOnlyDictionary<PhotoId, Photo>> LoadAsync(ArrangeGallery command, IQuerySession session,
        CancellationToken cancellation) =>
        session.PhotosOf(command.Photos.Select(x => x.PhotoId), cancellation);

    public static Refusal? Validate(ArrangeGallery command, Village village, IReadOnlyDictionary<PhotoId, Photo> photos)
    {
        if (IsDone(command, village)) return null;
        if (village.Stale(command.Seen) is { } stale) return stale;
        if (command.Photos.Count > ArrangeGallery.Most || command.Photos.DistinctBy(x => x.PhotoId)
            .Count() < command.Photos.Count)
            return Refusal.Invalid("too_many_photos", "Paling banyak 12 foto, masing-masing sekali.",
                "At most 12 photos, each once.", "photos");
        if (command.Photos.Any(x => x.Description.Indonesian.Length is < 3 or > ArrangeGallery.LongestDescription
            || x.Description.English.Length > ArrangeGallery.LongestDescription))
            return Refusal.Invalid("description_length", "Tulis apa yang terlihat di setiap foto, 3 sampai 200 huruf.",
                "Say what is to be seen on each photo, in 3 to 200 letters.", "photos");
        // A photo that was taken once and turned out unusable later must not stand in the way of the others.
        var hung = village.Gallery.Select(x => x.PhotoId).ToHashSet();
        return command.Photos.Where(x => !hung.Contains(x.PhotoId))
            .All(x => photos.TryGetValue(x.PhotoId, out var photo) && photo.Owner == PhotoOwner.Office
                && photo.Status != PhotoStatus.Failed) ? null
            : Refusal.Invalid("unknown_photo", "Foto ini tidak ada di antara foto kantor. Unggah sekali lagi.",
                "This photo is not among the office's. Upload it again.", "photos");
    }

    public static (Answer, Events) Handle(ArrangeGallery command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Village village) =>
        IsDone(command, village) ? (new VillageWritten(village.Edition), [])
            : (new VillageWritten(village.Edition + 1), [new VillageGalleryArranged(command.Photos)]);

    /// <summary>The same photos stand there in this order; they are sent again by who did not hear the answer.</summary>
    private static bool IsDone(ArrangeGallery command, Village village) => command.Photos.SequenceEqual(village.Gallery);
}
