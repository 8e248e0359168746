using CraftMarket.Ordering;
using CraftMarket.People.Erasing;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Idempotency;
using Marten;

namespace CraftMarket.Web.Erasures;

/// <summary>Erasing somebody's data: one of the office asks, another agrees.</summary>
internal static class ErasuresApi
{
    public static void MapErasures(this IEndpointRouteBuilder api)
    {
        api.MapPost("/participants/{id:guid}/erasure", OfPerson).RequireAuthorization(Policies.Staff)
            .WithName("askErasureOfParticipant").WithTags("People")
            .WithSummary("Asks that a person's data be erased; a second person has to agree.").Produces<Asked>(201)
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/orders/{id:guid}/erasure", OfBuyer).RequireAuthorization(Policies.Staff).WithName("askErasureOfBuyer")
            .WithTags("People")
            .WithSummary("Asks that the data of an order's buyer be erased, once nothing of it is under way; a second person "
                + "has to agree.").Produces<Asked>(201)
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        api.MapGet("/erasures", List).RequireAuthorization(Policies.OperatorOrStaff).WithName("listErasures").WithTags("People")
            .WithSummary("Requests to erase, those that wait longest first.").Produces<ErasureList>().ProducesProblem(422);
        api.MapPost("/erasures/{id:guid}/confirmation", Agree).RequireAuthorization(Policies.OperatorOrStaff)
            .WithName("confirmErasure").WithTags("People")
            .WithSummary("A second person agrees, and the data are erased.").Produces(200).ProducesProblem(404)
                .ProducesProblem(409);
        api.MapPost("/erasures/{id:guid}/refusal", Decline).RequireAuthorization(Policies.OperatorOrStaff)
            .WithName("refuseErasure").WithTags("People")
            .WithSummary("The data stay.").Produces(200).ProducesProblem(404).ProducesProblem(409);
    }

    private static Task<IResult> OfPerson(Guid id, ErasureRequest request, Dispatch dispatch, HttpContext http) =>
        Ask(http, dispatch, new(http.NewId<ErasureId>(), new(id), null, request.Reason, request.Words, http.User.AccountId()));

    private static async Task<IResult> OfBuyer(Guid id, ErasureRequest request, IQuerySession session, Dispatch dispatch,
        HttpContext http) =>
        await FindOrderStanding.Of(session, new(id), http.RequestAborted) is { } order
            ? await Ask(http, dispatch,
                new(http.NewId<ErasureId>(), null, order.OrderId, request.Reason, request.Words, http.User.AccountId(),
                order.UnderWay))
            : Refusal.Missing().Problem(http);

    private static async Task<IResult> Ask(HttpContext http, Dispatch dispatch, AskErasure command) =>
        (await dispatch.Send(command))
        .Reply(http, () => Results.Created((string?)null, new Asked(command.ErasureId)));

    private static async Task<IResult> List(string? status, IQuerySession session, IKeyStore keys, TimeProvider clock,
        HttpContext http, int page = 1) =>
        Words.TryRead<ErasureStatus>(status, out var wanted)
            ? Results.Ok(await ListErasures.Run(session, keys, wanted, page, clock.GetUtcNow(), http.RequestAborted))
            : UnknownStatus.Problem(http);

    private static async Task<IResult> Agree(Guid id, IQuerySession session, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(await session.Agreement(new(id), http.User, http.RequestAborted))).Reply(http, () => Results.Ok());

    private static async Task<IResult> Decline(Guid id, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new DeclineErasure(new(id), http.User.AccountId()))).Reply(http, () => Results.Ok());

    /// <summary>The agreement of who is signed in, with what the order says of itself now.</summary>
    internal static async Task<AgreeErasure> Agreement(this IQuerySession session, ErasureId id,
        System.Security.Claims.ClaimsPrincipal user, CancellationToken cancellation) =>
        new(id, user.AccountId(), (await ListErasures.Find(session, id, cancellation))?.OrderId is { } order
            && await FindOrderStanding.Of(session, order, cancellation) is { UnderWay: true });

    private static readonly Refusal UnknownStatus =
        Refusal.Invalid("unknown_status", "Status ini tidak ada. Pilih waiting, agreed atau declined.",
        "There is no such status. Choose waiting, agreed or declined.", "status");

    internal sealed record ErasureRequest(string? Reason, string? Words)
    {
        public override string ToString() => "erasure ****";
    }

    internal sealed record Asked(ErasureId Id);
}
