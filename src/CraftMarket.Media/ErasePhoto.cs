using Marten;
using Wolverine;
using Wolverine.Marten;

namespace CraftMarket.Media;

/// <summary>Forgets a photo whose owner was erased.</summary>
public sealed record ErasePhoto(PhotoId PhotoId);

public static class ErasePhotoHandler
{
    public static (Events, OutgoingMessages) Handle(ErasePhoto command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Photo photo) => photo.Erased
        ? ([], [])
        : ([new PhotoErased()], [new DropOriginal(photo.Content), DropPictures.Of(photo.Renditions), new ForgetLook(photo.Id)]);
}

/// <summary>Forgets what somebody who was erased was just sending in.</summary>
public sealed record DropUploadsOf(ArtisanId ArtisanId) : Confidential;

public static class DropUploadsOfHandler
{
    public static async Task Handle(DropUploadsOf command, IDocumentSession session, PieceStore pieces,
        CancellationToken cancellation)
    {
        foreach (var upload in await session.QueryAsync<Upload>("where data ->> 'Owner' = ?", cancellation,
            command.ArtisanId.Value.ToString()))
        {
            await pieces.DropAsync(upload.Id);
            session.Delete(upload);
        }
    }
}

/// <summary>Takes an original out of the store, unless the very same file is somebody else's photo too.</summary>
public sealed record DropOriginal(string Content) : Confidential;

public static class DropOriginalHandler
{
    public static async Task Handle(DropOriginal command, IQuerySession session, BlobStore blobs, CancellationToken cancellation)
    {
        var others = await session.QueryAsync<Photo>("where data ->> 'Content' = ? and data -> 'Erased' is distinct from "
        + "'true' limit 1", cancellation, command.Content);
        if (others.Count == 0) await blobs.DropOriginalAsync(command.Content, cancellation);
    }
}

/// <summary>Takes public pictures out of the store, unless they show somebody else's photo too.</summary>
/// <param name="Addresses">As they were published.</param>
public sealed record DropPictures(IReadOnlyList<string> Addresses) : Confidential
{
    public static DropPictures Of(IReadOnlyList<Rendition> renditions) => new([.. renditions.Select(x => x.Url)]);
}

public static class DropPicturesHandler
{
    private const string StillUsed =
        "where exists (select from jsonb_array_elements(data -> 'Renditions') as r where r ->> 'url' = any(?))";

    public static async Task Handle(DropPictures command, IQuerySession session, BlobStore blobs, CancellationToken cancellation)
    {
        if (command.Addresses.Count == 0) return;
        var used = (await session.QueryAsync<Photo>(StillUsed, cancellation, [command.Addresses.ToArray()]))
            .SelectMany(x => x.Renditions).Select(x => x.Url).ToHashSet();
        foreach (var address in command.Addresses.Where(x => !used.Contains(x)))
            await blobs.DropPublishedAsync(address, cancellation);
    }
}
