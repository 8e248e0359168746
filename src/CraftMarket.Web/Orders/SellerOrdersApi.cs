using System.Text.Json;
using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Workflows;
using CraftMarket.Web.Idempotency;
using Marten;

namespace CraftMarket.Web.Orders;

/// <summary>Artisans fill their own parts of orders.</summary>
internal static class SellerOrdersApi
{
    public static void MapSellerOrders(this IEndpointRouteBuilder api)
    {
        api.MapGet("/artisans/me/orders", List).RequireAuthorization(Policies.Artisan).WithName("listOwnOrders")
            .WithTags("Ordering")
            .WithSummary("Lists the artisan's own parts of orders, newest first.").Produces<ArtisanOrders>();
        Step(api, "acceptance", "acceptSellerOrder", "The artisan takes a part on.", Accept)
            .RequireAuthorization(Policies.Artisan);
        Step(api, "refusal", "refuseSellerOrder", "The artisan cannot fill a part; what was paid goes back.", Refuse)
            .RequireAuthorization(Policies.Artisan);
        Step(api, "shipment", "shipSellerOrder", "The artisan handed a part to a courier, tracked or noTracking: true.", Ship)
            .RequireAuthorization(Policies.Artisan).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Step(api, "delivery", "deliverSellerOrder", "The buyer (with the order's key) or staff say that a part has arrived.",
            Deliver).AllowAnonymous();
        api.MapPost("/seller-orders/{id:guid}/refunds", Refund).RequireAuthorization(Policies.ArtisanOrStaff)
            .WithName("refundSellerOrder")
            .WithTags("Ordering").WithSummary("Gives money of a part back to the buyer.")
                .Produces<RefundReply>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static RouteHandlerBuilder Step(IEndpointRouteBuilder api, string noun, string name, string summary,
        Delegate handler) =>
        api.MapPost($"/seller-orders/{{id:guid}}/{noun}", handler).WithName(name).WithTags("Ordering").WithSummary(summary)
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> List(string? status, int? page, IQuerySession session, IKeyStore keys, HttpContext http) =>
        !Words.TryRead<SellerOrderStatus>(status, out var wanted)
            ? UnknownStatus.Problem(http)
            : Results.Ok(await ArtisanOrders.Find(session, keys, http.User.ArtisanId(), wanted, page ?? 1,
                http.RequestAborted));

    private static async Task<IResult> Accept(Guid id, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new AcceptSellerOrder(new(id), http.User.ArtisanId()))).Reply(http, () => Results.Ok());

    private static async Task<IResult> Refuse(Guid id, RefusalRequest request, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new RefuseSellerOrder(new(id), http.User.ArtisanId(), request.Reason ?? "")))
            .Reply(http, () => Results.Ok());

    private static async Task<IResult> Ship(Guid id, ShipmentRequest request, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new ShipSellerOrder(new(id), http.User.ArtisanId(), request.Courier ?? "",
            request.TrackingNumber ?? "", request.NoTracking ?? false))).Reply(http, () => Results.Ok());

    /// <summary>The key stands in the query or the body. A declared body would hide the route from a request that has
    /// none.</summary>
    private static async Task<IResult> Deliver(Guid id, string? key, Dispatch dispatch, HttpContext http)
    {
        key ??= await KeyInBody(http);
        return (await dispatch.Send(new TakeDelivery(new(id), key, http.User.IsInRole(Roles.Staff))))
            .Reply(http, () => Results.Ok());
    }

    internal static async Task<string?> KeyInBody(HttpContext http)
    {
        if (!http.Request.HasJsonContentType() || http.Request.ContentLength == 0) return null;
        try
        {
            return (await http.Request.ReadFromJsonAsync<DeliveryRequest>(http.RequestAborted))?.Key;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<IResult> Refund(Guid id, RefundRequest request, Dispatch dispatch, HttpContext http)
    {
        ArtisanId? artisan = http.User.IsInRole(Roles.Staff) ? null : http.User.ArtisanId();
        var refund = http.NewId<RefundId>();
        var answer = await dispatch.Send(new RefundSellerOrder(new(id), refund, artisan, new(request.Amount), request.Reason
            ?? ""));
        return answer.Reply(http, () => Results.Accepted(value: new RefundReply(refund)));
    }

    private static readonly Refusal UnknownStatus = Refusal.Invalid("unknown_status",
        "Status ini tidak ada. Pilih received, accepted, refused, shipped, delivered atau givenBack.",
        "There is no such status. Choose received, accepted, refused, shipped, delivered or givenBack.", "status");

    internal sealed record RefusalRequest(string? Reason);
    internal sealed record ShipmentRequest(string? Courier, string? TrackingNumber, bool? NoTracking);
    internal sealed record DeliveryRequest(string? Key);
    internal sealed record RefundRequest(long Amount, string? Reason);
    internal sealed record RefundReply(RefundId Id);
}
