using CraftMarket.Catalogue;
using CraftMarket.Media;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using Marten;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Photos;

/// <summary>Photos of artisans and of the office: sent in once, looked after until they are ready.</summary>
internal static class PhotosApi
{
    /// <summary>What may come before the door is shut. A photo that is too large is read a good way further than is kept of it,
    /// for a sender that is cut off while sending never hears why.</summary>
    private const int MostRead = 3 * PhotoIntake.MaxBytes;

    public static void MapPhotos(this IEndpointRouteBuilder api)
    {
        api.MapPost("/photos", Upload).RequireAuthorization(Policies.ArtisanOrStaff).WithName("uploadPhoto")
            .WithSummary("Sends in a photo; its renditions are made after the reply.")
            .WithMetadata(new RequestSizeLimitAttribute(MostRead))
            .Produces<PhotoReply>(StatusCodes.Status202Accepted).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        api.MapGet("/photos/{id:guid}", Show).RequireAuthorization(Policies.ArtisanOrStaff).WithName("photo")
            .WithSummary("How far a photo of one's own is, its renditions, and what could be better about it. With product: "
                + "copies within that product are not told.")
            .Produces<PhotoReply>().ProducesProblem(404);
    }

    private static async Task<IResult> Upload(HttpContext http, PhotoUpload photos)
    {
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        var answer = await photos.ReceiveAsync(http.Request, http.User.PhotoOwner(), key.Length == 0 ? null : key,
            http.RequestAborted);
        return answer.Reply<PhotoTaken>(http, x => Results.Accepted($"/api/v1/photos/{x.PhotoId.Value}",
            new PhotoReply(x.PhotoId.Value, x.Status, null, null, null, null)));
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Guid? product, IQuerySession session)
    {
        var photo = await session.LoadAsync<Photo>(new PhotoId(id), http.RequestAborted);
        if (photo?.Owner != http.User.PhotoOwner()) return Refusal.Missing().Problem(http);
        return Results.Ok(new PhotoReply(id, photo.Status, photo.Renditions, photo.Problem?.Code,
            photo.Problem?.Why.In(Language.Of(http)),
            AdviceReply.Of(await session.AdviceOn(photo.Id, ProductOf(product), http.RequestAborted), http)));
    }

    private static ProductId? ProductOf(Guid? id) => id is { } known ? new(known) : null;

    /// <summary>A photo on its way.</summary>
    /// <param name="Code">Why it failed, when it did.</param>
    /// <param name="Advice">What could be better; null until it was looked at, and never a reason to refuse it.</param>
    internal sealed record PhotoReply(Guid Id, PhotoStatus Status, IReadOnlyList<Rendition>? Renditions, string? Code,
        string? Detail, IReadOnlyList<AdviceReply>? Advice);
}

/// <summary>What could be better about a photo: <c>too_dark</c>, <c>blurred</c> or <c>like_another</c>, and the same in
/// words.</summary>
internal sealed record AdviceReply(string Code, string Detail)
{
    public static IReadOnlyList<AdviceReply>? Of(IReadOnlyList<PhotoAdvice>? advice, HttpContext http) =>
        advice is null ? null : [.. advice.Select(x => new AdviceReply(x.Code, x.Words.In(Language.Of(http))))];
}
