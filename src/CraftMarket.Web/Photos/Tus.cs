using System.Globalization;
using CraftMarket.Media;

namespace CraftMarket.Web.Photos;

/// <summary>Headers of the tus protocol 1.0.0 (tus.io).</summary>
internal static class Tus
{
    public const string Version = "1.0.0", Piece = "application/offset+octet-stream";

    public static readonly Refusal WrongType =
        new("unsupported_media_type", new($"Potongan foto dikirim sebagai {Piece}.", $"Pieces are sent as {Piece}."),
        RefusalKind.WrongType);

    public static readonly Refusal OffsetMissing =
        new("offset_missing", new("Sebutkan Upload-Offset: mulai dari byte ke berapa potongan ini.",
        "State in Upload-Offset at which byte this piece begins."), RefusalKind.Malformed);

    /// <summary>The protocol asks for this answer when the sender speaks another version, or none.</summary>
    public static IResult? Problem(HttpContext http)
    {
        http.Response.Headers["Tus-Resumable"] = Version;
        if (http.Request.Headers["Tus-Resumable"] == Version) return null;
        Describe(http.Response);
        return Results.Problem(statusCode: StatusCodes.Status412PreconditionFailed, title: $"Tus-Resumable: {Version}",
            extensions: new Dictionary<string, object?> { ["code"] = "tus_version" });
    }

    public static long? Number(HttpContext http, string header) =>
        long.TryParse(http.Request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : null;

    public static void Describe(HttpResponse response)
    {
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "creation,expiration,termination";
        response.Headers["Tus-Max-Size"] = PhotoIntake.MaxBytes.ToString(CultureInfo.InvariantCulture);
    }

    public static void Tell(HttpResponse response, Upload upload, long offset = 0)
    {
        response.Headers["Upload-Offset"] = offset.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Length"] = upload.Length.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
    }
}
