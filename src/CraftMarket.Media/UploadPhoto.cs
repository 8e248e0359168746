using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Media;

/// <summary>Records a photo whose bytes lie safe in the store and have passed inspection, and has its renditions made.</summary>
public sealed record UploadPhoto(PhotoId PhotoId, PhotoOwner Owner, ReceivedPhoto Received);

/// <summary>The photo is recorded; its renditions are on their way or already there.</summary>
public sealed record PhotoTaken(PhotoId PhotoId, PhotoStatus Status) : Answer;

public static class UploadPhotoHandler
{
    public static async Task<(Photo?, PhotoUsage)> LoadAsync(UploadPhoto command, IDocumentSession session, PhotoQuotas quotas,
        TimeProvider clock, CancellationToken cancellation)
    {
        var room = await PhotoUsage.Enter(session, command.Owner, quotas, clock.GetUtcNow(), cancellation);
        return (await session.LoadAsync<Photo>(command.PhotoId, cancellation), room.Without(command.PhotoId));
    }

    public static Refusal? Validate(UploadPhoto command, Photo? existing, PhotoUsage room)
    {
        if (existing is null) return room.WhyNot(command.Received.Bytes);
        return existing.Owner == command.Owner && existing.Content == command.Received.Content ? null
            : Refusal.Invalid("idempotency_mismatch", "Kunci unggahan ini sudah dipakai untuk foto lain.",
                "This upload key was already used for another photo.");
    }

    public static (Answer, IStartStream?, OutgoingMessages) Handle(UploadPhoto command, Photo? existing)
    {
        if (existing is not null) return (new PhotoTaken(existing.Id, existing.Status), null, []);
        var received = command.Received;
        return (new PhotoTaken(command.PhotoId, PhotoStatus.Processing),
            MartenOps.StartStream<Photo>(command.PhotoId.Value,
                new PhotoUploaded(command.Owner, received.Content, received.Format,
                received.Width, received.Height, received.Bytes)),
            [new RenderPhoto(command.PhotoId)]);
    }
}
