using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CraftMarket.Web.Idempotency;

/// <summary>Tells whether two bodies are the same without keeping either: a hash under the master key.</summary>
internal sealed class BodyFingerprint(MasterKey masterKey)
{
    /// <summary>Reads the body (to disk when it is large) and leaves it as if unread.</summary>
    public async Task<string> Of(HttpRequest request, CancellationToken cancellation)
    {
        var most = request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        request.EnableBuffering(bufferThreshold: 64 * 1024, bufferLimit: most ?? long.MaxValue);
        await request.Body.DrainAsync(cancellation);
        request.Body.Position = 0;
        var hash = Boundary(request) is { } boundary
            ? await OfParts(new MultipartReader(boundary, request.Body), cancellation)
            : await SHA256.HashDataAsync(request.Body, cancellation);
        request.Body.Position = 0;
        return masterKey.KeyedHash("request body", Convert.ToHexString(hash));
    }

    // Programs choose a new boundary for each try, so the parts are compared and not what stands between them.
    private static async Task<byte[]> OfParts(MultipartReader reader, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (await reader.ReadNextSectionAsync(cancellation) is { } part)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{part.ContentDisposition}\n{part.ContentType}\n"));
            hash.AppendData(await SHA256.HashDataAsync(part.Body, cancellation));
        }

        return hash.GetHashAndReset();
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "multipart/form-data"
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
}
