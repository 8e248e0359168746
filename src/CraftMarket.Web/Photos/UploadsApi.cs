using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Photos;

/// <summary>Photos in pieces over a poor line: the tus protocol 1.0 (creation, expiration, termination), decision 0011. Once for
/// programs with a token, once for the pages' own script with its cookie.</summary>
internal static class UploadsApi
{
    private const string Tag = "Uploads", Pages = "/perajin/unggahan";

    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/uploads").WithTags(Tag);
        one.MapMethods("", ["OPTIONS"], Options).AllowAnonymous().WithName("uploadOptions")
            .WithSummary("What of the tus protocol is spoken here.")
            .Produces(204);
        one.MapPost("", Begin).RequireAuthorization(Policies.ArtisanOrStaff).WithName("beginUpload")
            .WithSummary("Announces a photo of Upload-Length bytes; the answer's Location takes its pieces and names the "
                + "photo's id.")
            .Produces(201).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429);
        one.MapMethods("/{id:guid}", ["HEAD"], Offset).RequireAuthorization(Policies.ArtisanOrStaff).WithName("uploadOffset")
            .WithSummary("How many bytes have arrived.").Produces(200).ProducesProblem(404).ProducesProblem(410);
        one.MapPatch("/{id:guid}", Append).RequireAuthorization(Policies.ArtisanOrStaff).WithName("appendToUpload")
            .WithMetadata(Limit)
            .WithSummary("Adds a piece; with the last one the photo is judged and taken in, and rendered after the reply.")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410).ProducesProblem(415)
                .ProducesProblem(422);
        one.MapGet("/{id:guid}", Show).RequireAuthorization(Policies.ArtisanOrStaff).WithName("upload")
            .WithSummary("Where an upload stands, from its first byte to its pictures.").Produces<UploadReply>()
                .ProducesProblem(404);
        one.MapDelete("/{id:guid}", Drop).RequireAuthorization(Policies.ArtisanOrStaff).WithName("dropUpload")
            .WithSummary("Gives an upload up.").Produces(204).ProducesProblem(404);
    }

    /// <summary>A request to these needs the header Tus-Resumable, which no other site's page can send with the artisan's
    /// cookie.</summary>
    public static void MapPageUploads(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup(Pages).RequireAuthorization(Policies.Artisan).ExcludeFromDescription();
        pages.MapPost("", Begin);
        pages.MapMethods("/{id:guid}", ["HEAD"], Offset);
        pages.MapPatch("/{id:guid}", Append).WithMetadata(Limit);
        pages.MapGet("/{id:guid}", Show);
        pages.MapDelete("/{id:guid}", Drop);
    }

    private static RequestSizeLimitAttribute Limit => new(PhotoIntake.MaxBytes);

    private static IResult Options(HttpContext http)
    {
        Tus.Describe(http.Response);
        return Results.NoContent();
    }

    private static async Task<IResult> Begin(HttpContext http, ResumableUploads uploads)
    {
        if (Tus.Problem(http) is { } problem) return problem;
        if (Tus.Number(http, "Upload-Length") is not { } length) return UploadRefusals.LengthMissing.Problem(http);
        var answer = await uploads.Begin(http.User.PhotoOwner(), length, http.Request.Headers["Idempotency-Key"].ToString());
        return answer.Reply<UploadUnderWay>(http, x =>
        {
            Tus.Tell(http.Response, x.Upload);
            return Results.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{x.Upload.Id.Value}", null);
        });
    }

    private static async Task<IResult> Offset(HttpContext http, Guid id, ResumableUploads uploads)
    {
        if (Tus.Problem(http) is { } problem) return problem;
        var answer = await uploads.Find(new(id), http.User.PhotoOwner(), http.RequestAborted);
        if (answer is not UploadUnderWay { Upload: { } upload }) return ((Refusal)answer).Problem(http);
        Tus.Tell(http.Response, upload, await uploads.OffsetOf(upload));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok();
    }

    private static async Task<IResult> Append(HttpContext http, Guid id, ResumableUploads uploads)
    {
        if (Tus.Problem(http) is { } problem) return problem;
        if (http.Request.ContentType != Tus.Piece) return Tus.WrongType.Problem(http);
        if (Tus.Number(http, "Upload-Offset") is not { } offset) return Tus.OffsetMissing.Problem(http);
        var answer = await uploads.Append(new(id), http.User.PhotoOwner(), offset, http.Request.Body, http.RequestAborted);
        if (answer is PieceKept { Broke: true })
        {
            // What was not read of the body is of no use to anybody.
            http.Abort();
            return Results.Empty;
        }

        if (answer is PieceKept kept)
            http.Response.Headers["Upload-Offset"] = kept.Offset.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return answer.Reply(http, Results.NoContent);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Guid? product, ResumableUploads uploads)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await uploads.Status(new(id), http.User.PhotoOwner(), product is { } known ? new ProductId(known) : null,
            http.RequestAborted)).Reply<UploadStatus>(http, x => Results.Ok(new UploadReply(
            id, x.Word, x.Offset, x.Length, x.Picture, x.Refused?.Code, x.Refused?.Why.In(Language.Of(http)),
            AdviceReply.Of(x.Advice, http))));
    }

    private static async Task<IResult> Drop(HttpContext http, Guid id, ResumableUploads uploads) =>
        Tus.Problem(http) ?? (await uploads.Drop(new(id), http.User.PhotoOwner())).Reply(http, Results.NoContent);

    /// <summary>Where an upload stands: <c>receiving</c>, <c>processing</c>, <c>ready</c>, <c>failed</c> or
    /// <c>refused</c>.</summary>
    /// <param name="Picture">A small picture of it, once there is one.</param>
    /// <param name="Code">Why it failed or was refused.</param>
    internal sealed record UploadReply(Guid Id, string Status, long Offset, long Length, string? Picture, string? Code,
        string? Detail, IReadOnlyList<AdviceReply>? Advice);
}
