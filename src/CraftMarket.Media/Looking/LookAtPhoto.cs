using Marten;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using Wolverine.Attributes;
using Wolverine.Marten;

namespace CraftMarket.Media;

/// <summary>Looks at our own small picture of a photo: whether it is dark or blurred, what it is like, its colours, and what to
/// show
/// while it loads. Durable; told twice it is done once.</summary>
[LocalQueue(RenderQueue.Looks)]
public sealed record LookAtPhoto(PhotoId PhotoId);

/// <summary>What was seen; null when there is nothing to look at, or somebody looked already.</summary>
public sealed record PhotoSeen(PhotoLook? Look);

public static class LookAtPhotoHandler
{
    /// <summary>With less contrast a picture is one plain area, like any other.</summary>
    private const int LeastContrast = 24;

    public static async Task<PhotoSeen> LoadAsync(LookAtPhoto command, IQuerySession session, BlobStore blobs,
        CancellationToken cancellation)
    {
        var photo = await session.LoadAsync<Photo>(command.PhotoId, cancellation);
        if (photo is not { Status: PhotoStatus.Ready, Renditions: [var small, ..] }) return new(null);
        if (await session.LoadAsync<PhotoLook>(command.PhotoId.Value, cancellation) is not null) return new(null);
        if (await blobs.FindAsync(small.Url["/media/".Length..], cancellation) is not { } blob) return new(null);
        using var picture = new MemoryStream();
        await using (blob.Content) await blob.Content.CopyToAsync(picture, cancellation);
        return new(See(command.PhotoId, small.Url, picture.ToArray()));
    }

    /// <summary>Under the photo's lock, so that what is erased meanwhile is not kept.</summary>
    public static (Events, IEnumerable<IMartenOp>) Handle(LookAtPhoto command,
        [WriteAggregate(LoadStyle = ConcurrencyStyle.Exclusive)] Photo photo, PhotoSeen seen) =>
        ([], seen.Look is { } look && photo.Status == PhotoStatus.Ready ? [MartenOps.Store(look)] : []);

    internal static PhotoLook See(PhotoId id, string address, byte[] picture)
    {
        using var image = Image.Load<Rgb24>(OwnPictures.Settings, picture);
        var grey = GreyPicture.Of(image);
        var likeness = grey.Contrast < LeastContrast ? "" : PerceptualHash.Of(image);
        return new(id, address, grey.Light, grey.Edges(), likeness, SeedPicture.Of(image), MainColours.Of(image));
    }
}

/// <summary>Forgets what was seen in a photo that was erased.</summary>
public sealed record ForgetLook(PhotoId PhotoId);

public static class ForgetLookHandler
{
    public static void Handle(ForgetLook command, IDocumentSession session) => session.Delete<PhotoLook>(command.PhotoId.Value);
}
