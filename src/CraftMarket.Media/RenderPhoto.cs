using CraftMarket.Kernel.Facts;
using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Media;

/// <summary>Makes the renditions of an uploaded photo. Durable: a photo whose upload was answered is rendered or found
/// unusable.</summary>
public sealed record RenderPhoto(PhotoId PhotoId);

/// <summary>What came of looking at a photo's pixels.</summary>
/// <param name="Problem">Why it is unusable; null when it is fine.</param>
public sealed record RenderOutcome(IReadOnlyList<Rendition> Renditions, string? Problem);

public static class RenderPhotoHandler
{
    public static async Task<RenderOutcome> LoadAsync(RenderPhoto command, IQuerySession session, RenditionMaker maker,
        CancellationToken cancellation)
    {
        var photo = await session.LoadAsync<Photo>(command.PhotoId, cancellation);
        if (photo is not { Status: PhotoStatus.Processing }) return new([], null);
        return await maker.MakeAsync(photo, cancellation);
    }

    public static (Events, OutgoingMessages) Handle(RenderPhoto command, [WriteAggregate] Photo photo, RenderOutcome outcome)
    {
        // Pictures that were made while their owner was being erased go again.
        if (photo.Status != PhotoStatus.Processing)
            return ([], photo.Erased && outcome.Renditions.Count > 0 ? [DropPictures.Of(outcome.Renditions)] : []);
        return outcome.Problem is { } problem
            ? ([new PhotoFoundUnusable(problem)], [new PhotoRendered(photo.Id, Usable: false)])
            : ([new PhotoRenditionsMade(outcome.Renditions)],
                [new PhotoRendered(photo.Id, Usable: true), new LookAtPhoto(photo.Id)]);
    }
}
