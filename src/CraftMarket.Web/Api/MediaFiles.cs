using CraftMarket.Media;
using Microsoft.Net.Http.Headers;

namespace CraftMarket.Web.Api;

/// <summary>Serves renditions and share cards. A name stands for one content for ever, so anyone may keep it.</summary>
internal static class MediaFiles
{
    public static void MapMediaFiles(this IEndpointRouteBuilder app) =>
        app.MapGet("/media/{name}", Serve).AllowAnonymous().WithName("mediaFile").ExcludeFromDescription();

    private static IResult Serve(HttpContext http, string name, BlobStore blobs)
    {
        if (blobs.Find(name) is not { } path) return Results.NotFound();
        var type = name.EndsWith(".webp", StringComparison.Ordinal) ? "image/webp" : "image/jpeg";
        http.Response.Headers.CacheControl = "public,max-age=31536000,immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(path, type, entityTag: new EntityTagHeaderValue($"\"{name[..32]}\""));
    }
}
