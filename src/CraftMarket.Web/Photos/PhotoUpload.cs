using CraftMarket.Media;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CraftMarket.Web.Photos;

/// <summary>Takes a photo out of a form while it streams in, for the API and for pages.</summary>
internal sealed class PhotoUpload(PhotoIntake intake, Dispatch dispatch, TimeProvider clock)
{
    private static readonly Refusal NoFile = Refusal.Invalid("file_missing", "Pilih satu foto untuk dikirim.",
        "Choose a photo to send.", "file");

    /// <summary>Reads the part named <c>file</c>. A <see cref="PhotoTaken"/> or the refusal to tell.</summary>
    /// <param name="key">Repeating an upload under the same key gives the same photo.</param>
    public async Task<Answer> ReceiveAsync(HttpRequest request, PhotoOwner owner, string? key, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary) return NoFile;
        try
        {
            var form = new MultipartReader(boundary, request.Body);
            while (await form.ReadNextSectionAsync(cancellation) is { } section)
            {
                if (section.AsFileSection() is { Name: "file", FileStream: { } file })
                    return await ReceiveAsync(file, owner, key, cancellation);
            }

            return NoFile;
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return PhotoRefusals.TooLarge;
        }
        catch (Exception e) when (e is BadHttpRequestException || UnwritableText.IsNoForm(e))
        {
            return PhotoRefusals.Damaged;
        }
    }

    public Task<Answer> ReceiveAsync(Stream file, PhotoOwner owner, string? key, CancellationToken cancellation) =>
        ReceiveAsync(file, owner, IdOf(owner, key), cancellation);

    public async Task<Answer> ReceiveAsync(Stream file, PhotoOwner owner, PhotoId id, CancellationToken cancellation)
    {
        var taken = await intake.TakeAsync(file, cancellation);
        return taken is ReceivedPhoto received ? await dispatch.Send(new UploadPhoto(id, owner, received)) : taken;
    }

    /// <summary>The same key of the same owner is the same photo, sent whole or in pieces.</summary>
    public PhotoId IdOf(PhotoOwner owner, string? key) =>
        key is null ? NewId.At<PhotoId>(clock.GetUtcNow()) : new(StreamId.For("photo", owner.Value.ToString(), key));
}
