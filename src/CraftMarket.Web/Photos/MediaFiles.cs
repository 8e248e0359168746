using CraftMarket.Media;
using Microsoft.Net.Http.Headers;

namespace CraftMarket.Web.Photos;

/// <summary>Serves renditions and share cards. A name stands for one content for ever, so anyone may keep it.</summary>
internal static class MediaFiles
{
    public static void MapMediaFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/media/{name}", Serve).AllowAnonymous().WithName("mediaFile").ExcludeFromDescription();

    private static async Task<IResult> Serve(HttpContext http, string name, BlobStore blobs)
    {
        if (await blobs.FindAsync(name, http.RequestAborted) is not { } picture) return Results.NotFound();
        var type = name.EndsWith(".webp", StringComparison.Ordinal) ? "image/webp" : "image/jpeg";
        http.Response.Headers.CacheControl = "public,max-age=31536000,immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // A picture that comes over a line of its own does not tell its length itself.
        http.Response.ContentLength = picture.Length;
        return Results.Stream(picture.Content, type, entityTag: new EntityTagHeaderValue($"\"{name[..32]}\""));
    }
}
