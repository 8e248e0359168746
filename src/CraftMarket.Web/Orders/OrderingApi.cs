using CraftMarket.Ordering;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Idempotency;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Payments;
using Marten;

namespace CraftMarket.Web.Orders;

/// <summary>Buyers place orders and follow them with the key that placing gave them.</summary>
internal static class OrderingApi
{
    public static void MapOrdering(this IEndpointRouteBuilder api)
    {
        api.MapPost("/orders", Place).AllowAnonymous().WithName("placeOrder").WithTags("Ordering")
            .WithSummary("Places an order with one or more artisans and holds its stock until it is paid.")
            .Produces<PlacedReply>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).LimitBySource(Limited.Orders);
        api.MapPost("/orders/{id:guid}/release", Release).RequireAuthorization(Policies.Staff).WithName("freeHold")
            .WithTags("Ordering")
            .WithSummary("Frees what an order holds that is neither paid nor answered; it ends and its buyer is told.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/orders/{id:guid}/cancellation", Cancel).AllowAnonymous().WithName("cancelOrder").WithTags("Ordering")
            .WithSummary("The buyer, with the order's key, cancels what is not sent yet; what was paid for it goes back.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/orders/{id:guid}", Read).AllowAnonymous().WithName("readOrder").WithTags("Ordering")
            .WithSummary("Shows an order to who holds its key.").Produces<OrderReply>()
                .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapSellerOrders();
    }

    private static async Task<IResult> Place(OrderRequest request, Dispatch dispatch, OrderPayments payments, HttpContext http)
    {
        if (PaymentTerms.All.FirstOrDefault(x => x.Code == request.Payment) is not { Method: var method })
            return PaymentWords.Unknown.Problem(http);
        if (payments.WhyNot(method) is { } closed) return closed.Problem(http);
        var key = http.NewSecret("order access key") ?? AccessKey.New();
        var command = new PlaceOrder(http.NewId<OrderId>(), key, request.Buyer?.Name ?? "", request.Buyer?.Phone ?? "",
            request.Buyer?.Email, request.ShipTo?.Address ?? "", request.ShipTo?.RegionCode ?? "",
            [.. (request.Lines ?? []).Select(x => new Wish(x.ProductId, x.Quantity, x.VariantId))], method, Language.Of(http));
        var answer = await dispatch.Send(command);
        if (answer is not PlacedOrder placed) return answer.Reply(http, () => Results.NoContent());
        var payment = await payments.Await(placed.Id, method, http.RequestAborted);
        return Results.Created($"/api/v1/orders/{placed.Id.Value}", new PlacedReply(placed.Id, key, placed.Total,
            [.. placed.Parts.Select(x => new PartReply(x.SellerOrderId, x.ArtisanId, x.Goods, x.Shipping, x.Fee, x.Total))],
                payment));
    }

    private static async Task<IResult> Release(Guid id, ReleaseRequest request, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new FreeHold(new(id), request.Reason ?? ""))).Reply(http, () => Results.Ok());

    private static async Task<IResult> Cancel(Guid id, string? key, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new CancelOrder(new(id), key ?? await SellerOrdersApi.KeyInBody(http))))
            .Reply(http, () => Results.Ok());

    private static async Task<IResult> Read(Guid id, string? key, IQuerySession session, IKeyStore keys, OrderPayments payments,
        HttpContext http) =>
        await FindOrder.ByKey(session, keys, new(id), key, http.RequestAborted) is { } order
            ? Results.Ok(OrderReply.Of(order, await payments.Of(order.Id, order.Method, http.RequestAborted)))
            : Refusal.Missing().Problem(http);

    internal sealed record ReleaseRequest(string? Reason)
    {
        public override string ToString() => "release ****";
    }

    internal sealed record OrderRequest(BuyerRequest? Buyer, ShipToRequest? ShipTo, IReadOnlyList<LineRequest>? Lines,
        string? Payment);
    internal sealed record BuyerRequest(string? Name, string? Phone, string? Email);
    internal sealed record ShipToRequest(string? Address, string? RegionCode);
    internal sealed record LineRequest(ProductId ProductId, int Quantity, VariantId? VariantId = null);

    internal sealed record PlacedReply(OrderId Id, string AccessKey, Rupiah Total, IReadOnlyList<PartReply> Parts,
        PaymentReply Payment);
    internal sealed record PartReply(SellerOrderId Id, ArtisanId ArtisanId, Rupiah Goods, Rupiah Shipping, Rupiah Fee,
        Rupiah Total);
}

/// <summary>An order as the buyer's program reads it.</summary>
internal sealed record OrderReply(OrderId Id, string? Number, OrderStatus Status, Rupiah Total, DateTimeOffset PlacedAt,
    DateTimeOffset HeldUntil, Recipient? Recipient, IReadOnlyList<BuyerPart> Parts, IReadOnlyList<ShipmentReply> Shipments,
    PaymentReply Payment)
{
    public static OrderReply Of(BuyerOrder order, PaymentReply payment) => new(order.Id, order.Number, order.Status, order.Total,
        order.PlacedAt, order.HeldUntil, order.Recipient, order.Parts,
        [.. order.Parts.Where(x => x.Courier is not null)
            .Select(x => new ShipmentReply(x.Id, x.Courier!, x.TrackingNumber, x.DeliveredOn))], payment);
}

/// <summary>A parcel on its way.</summary>
internal sealed record ShipmentReply(SellerOrderId SellerOrderId, string Courier, string? TrackingNumber, DateOnly? DeliveredOn);
