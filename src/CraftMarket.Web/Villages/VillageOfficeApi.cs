using CraftMarket.Catalogue;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;

namespace CraftMarket.Web.Villages;

/// <summary>What the office writes of a village, addressed by its Kemendagri code.</summary>
internal static class VillageOfficeApi
{
    private const string IfMatch = "If-Match with the village's ETag refuses an edit of something older.";

    public static void MapVillageOffice(this IEndpointRouteBuilder api)
    {
        api.MapPost("/villages", Open).RequireAuthorization(Policies.Staff).WithName("openVillage")
            .WithSummary("Opens an industrial village.").Produces<Opened>(StatusCodes.Status201Created).ProducesProblem(422);
        api.MapPut("/villages/{code}", Describe).RequireAuthorization(Policies.Staff).WithName("describeVillage")
            .WithSummary($"Writes identity, mark, place, visiting hours and contact, whole. {IfMatch}").Done()
                .ProducesProblem(409);
        api.MapPut("/villages/{code}/gallery", Arrange).RequireAuthorization(Policies.Staff).WithName("arrangeGallery")
            .WithSummary($"Chooses the photos of the village, in order. {IfMatch}").Done().ProducesProblem(409);
        api.MapPost("/villages/{code}/stages", Reach).RequireAuthorization(Policies.Staff).WithName("reachStage")
            .WithSummary("Records that the village came to a stage of the roll-out.").Done().ProducesProblem(409);
        api.MapPut("/villages/{code}/pilot", Pilot).RequireAuthorization(Policies.Staff).WithName("changePilot")
            .WithSummary("Makes the village a pilot, or none any more.").Done();
        api.MapPost("/villages/{code}/rules", IssueRules).RequireAuthorization(Policies.Staff).WithName("issueMarkRules")
            .WithSummary($"Issues rules for using the village's mark. {IfMatch}").Done().ProducesProblem(409);
    }

    private static async Task<IResult> Open(HttpContext http, OpenRequest request, Dispatch dispatch) =>
        (await dispatch.Send(new OpenVillage(RegionCode.TryParse(request.Code, out var code) ? code : default)))
        .Reply<VillageOpen>(http, x => Results.Created($"/api/v1/villages/{x.Slug}", new Opened(x.Code.Value, x.Slug)));

    private static Task<IResult> Describe(HttpContext http, string code, DescriptionRequest request, Dispatch dispatch) =>
        Write(http, dispatch, code, (x, seen) => new DescribeVillage(x, seen, request.Description(x)));

    private static Task<IResult> Arrange(HttpContext http, string code, GalleryRequest request, Dispatch dispatch) =>
        Write(http, dispatch, code, (x, seen) =>
            new ArrangeGallery(x,
            [.. (request.Photos ?? []).Select(y => new GalleryPhoto(new(y.PhotoId), y.Description?.Wording ?? Wording.Nothing))],
            seen));

    private static Task<IResult> Reach(HttpContext http, string code, StageRequest request, Dispatch dispatch) =>
        Send(http, dispatch, code, x => new ReachStage(x, request.Stage, request.On));

    private static Task<IResult> Pilot(HttpContext http, string code, PilotRequest request, Dispatch dispatch) =>
        Send(http, dispatch, code, x => new ChangePilot(x, request.Pilot));

    private static Task<IResult> IssueRules(HttpContext http, string code, RulesRequest request, Dispatch dispatch) =>
        Write(http, dispatch, code, (x, seen) => new IssueMarkRules(x, request.Rules?.Wording ?? Wording.Nothing, seen));

    private static async Task<IResult> Write(HttpContext http, Dispatch dispatch, string code,
        Func<VillageId, int?, object> command)
    {
        if (!RegionCode.TryParse(code, out var village)) return Refusal.Missing().Problem(http);
        if (!SeenVersion.TryRead(http, out var seen)) return Dispatch.Stale.Problem(http);
        return (await dispatch.Send(command(VillageId.Of(village), seen))).Reply<VillageWritten>(http, x =>
        {
            http.Response.Headers.ETag = VillageTag.Of(x.Edition);
            return Results.NoContent();
        });
    }

    private static async Task<IResult> Send(HttpContext http, Dispatch dispatch, string code, Func<VillageId, object> command) =>
        RegionCode.TryParse(code, out var village)
            ? (await dispatch.Send(command(VillageId.Of(village)))).Reply(http, () => Results.NoContent())
            : Refusal.Missing().Problem(http);

    private static RouteHandlerBuilder Done(this RouteHandlerBuilder route) =>
        route.Produces(StatusCodes.Status204NoContent).ProducesProblem(404).ProducesProblem(422);

    internal sealed record OpenRequest(string? Code);

    internal sealed record Opened(string Code, string Slug);

    internal sealed record GalleryRequest(IReadOnlyList<ViewRequest>? Photos);

    internal sealed record ViewRequest(Guid PhotoId, WordsRequest? Description);

    internal sealed record StageRequest(string? Stage, DateOnly? On);

    internal sealed record PilotRequest(bool Pilot);

    internal sealed record RulesRequest(WordsRequest? Rules);
}

/// <summary>A sentence as a program sends it; English may be left out.</summary>
internal sealed record WordsRequest(string? Id, string? En)
{
    internal Wording Wording => new(Id?.Trim() ?? "", En?.Trim() ?? "");
}

/// <summary>A village's description as a program sends it.</summary>
internal sealed record DescriptionRequest(string? Name, WordsRequest? Tagline, WordsRequest? Story, WordsRequest? Character,
    MarkRequest? Mark, PlaceRequest? Place, WordsRequest? Hours, ContactRequest? Contact)
{
    internal VillageDescription Description(VillageId village) =>
        new(Name?.Trim() ?? "", Words(Tagline), Words(Story), Words(Character),
        new(Mark?.Name?.Trim() ?? "", Mark?.Colour ?? Village.PlainColour, Mark?.Accent ?? Village.PlainAccent,
            Mark?.LogoPhotoId is { } logo ? new(logo) : null),
        new(Words(Place?.Directions), Place?.Latitude, Place?.Longitude), Words(Hours),
        Contact is null ? null : new(village.Value.ToString(), Contact.Office?.Trim() ?? "", Contact.Phone?.Trim()));

    private static Wording Words(WordsRequest? words) => words?.Wording ?? Wording.Nothing;
}

internal sealed record MarkRequest(string? Name, string? Colour, string? Accent, Guid? LogoPhotoId);

internal sealed record PlaceRequest(WordsRequest? Directions, double? Latitude, double? Longitude);

/// <param name="Office">A public office, never a person.</param>
internal sealed record ContactRequest(string? Office, string? Phone);
