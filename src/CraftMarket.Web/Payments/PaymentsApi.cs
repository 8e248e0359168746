using CraftMarket.Ordering;
using CraftMarket.Payments;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Idempotency;
using Marten;

namespace CraftMarket.Web.Payments;

/// <summary>Transfers seen by staff, artisans' earnings, payouts by the operator.</summary>
internal static class PaymentsApi
{
    public static void MapPayments(this IEndpointRouteBuilder api)
    {
        api.MapPost("/orders/{id:guid}/payment-confirmation", ConfirmTransfer).RequireAuthorization(Policies.Staff)
            .WithName("confirmTransfer")
            .WithTags("Payments")
                .WithSummary("Staff saw a bank transfer for an order. Another amount is recorded too; a second transfer adds up.")
            .Produces<TransferRecorded>().ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/orders/{id:guid}/transfer-acceptance", AcceptTransfers).RequireAuthorization(Policies.Staff)
            .WithName("acceptTransfers")
            .WithTags("Payments").WithSummary("Takes on an order whose transfers were over; the difference goes back by bank.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/orders/{id:guid}/transfer-return", ReturnTransfers).RequireAuthorization(Policies.Staff)
            .WithName("returnTransfers")
            .WithTags("Payments")
                .WithSummary("Gives back all that was transferred for an order of another amount, and ends the order.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/artisans/me/earnings", ReadEarnings).RequireAuthorization(Policies.Artisan).WithName("readOwnEarnings")
            .WithTags("Payments")
                .WithSummary("The artisan's balance and every row it is the sum of; with a month, as it stood at that month's "
                + "end.")
            .Produces<Earnings>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("/payouts", Ask).RequireAuthorization(Policies.Operator).WithName("askPayout").WithTags("Payments")
            .WithSummary("Takes money out of an artisan's balance to send it.")
                .Produces<PayoutReply>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/payouts", Read).RequireAuthorization(Policies.Operator).WithName("listPayouts").WithTags("Payments")
            .WithSummary("Balances, payouts and refunds to be made by hand.").Produces<PayoutOverview>();
        api.MapPost("/payouts/{id:guid}/paid", Paid).RequireAuthorization(Policies.Operator).WithName("markPayoutPaid")
            .WithTags("Payments")
            .WithSummary("The money was sent; told twice, it is recorded once.").Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/payouts/{id:guid}/returned", Returned).RequireAuthorization(Policies.Operator)
            .WithName("markPayoutReturned").WithTags("Payments")
            .WithSummary("The money came back; the balance holds it again.").Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ConfirmTransfer(Guid id, ConfirmationRequest request, Dispatch dispatch,
        ReadYourWrites writes, IQuerySession session, HttpContext http)
    {
        if (await PaymentOf(id, writes, session, http) is not { } payment) return Refusal.Missing().Problem(http);
        var answer = await dispatch.Send(new ConfirmTransfer(payment, request.Reference ?? "", new(request.Amount)));
        if (answer is TransferRecorded { Status: "paid" })
            await writes.Seen(async x => await x.LoadAsync<Order>(new OrderId(id).Value, http.RequestAborted) is
            { Status: OrderStatus.Confirmed or OrderStatus.Returned }, http.RequestAborted);
        return answer.Reply<TransferRecorded>(http, Results.Ok);
    }

    private static async Task<IResult> AcceptTransfers(Guid id, Dispatch dispatch, ReadYourWrites writes, IQuerySession session,
        HttpContext http) => await PaymentOf(id, writes, session, http) is { } payment
            ? (await dispatch.Send(new AcceptTransfers(payment, http.NewId<RefundId>()))).Reply(http, () => Results.Ok())
            : Refusal.Missing().Problem(http);

    private static async Task<IResult> ReturnTransfers(Guid id, Dispatch dispatch, ReadYourWrites writes, IQuerySession session,
        HttpContext http) => await PaymentOf(id, writes, session, http) is { } payment
            ? (await dispatch.Send(new ReturnTransfers(payment, http.NewId<RefundId>()))).Reply(http, () => Results.Ok())
            : Refusal.Missing().Problem(http);

    /// <summary>Null for an unknown order. The payment of one that was placed this moment begins a moment later.</summary>
    private static async Task<PaymentId?> PaymentOf(Guid order, ReadYourWrites writes, IQuerySession session, HttpContext http)
    {
        if (await session.LoadAsync<Order>(new OrderId(order).Value, http.RequestAborted) is null) return null;
        var payment = PaymentId.Of(new(order));
        await writes.Seen(async x => await x.LoadAsync<Payment>(payment.Value, http.RequestAborted) is not null,
            http.RequestAborted);
        return payment;
    }

    private static async Task<IResult> ReadEarnings(string? month, IQuerySession session, HttpContext http)
    {
        LocalMonth? wanted = LocalMonth.TryParse(month, out var read) ? read : null;
        return month is { Length: > 0 } && wanted is null
            ? BadMonth.Problem(http)
            : Results.Ok(await Earnings.Of(session, http.User.ArtisanId(), wanted, http.RequestAborted));
    }

    private static async Task<IResult> Ask(PayoutRequest request, Dispatch dispatch, HttpContext http)
    {
        var id = http.NewId<PayoutId>();
        var answer = await dispatch.Send(new AskPayout(id, request.ArtisanId, new(request.Amount)));
        return answer.Reply(http, () => Results.Created($"/api/v1/payouts/{id.Value}", new PayoutReply(id)));
    }

    private static async Task<IResult> Read(IQuerySession session, TimeProvider clock, HttpContext http) =>
        Results.Ok(await PayoutOverview.Read(session, clock.GetUtcNow(), http.RequestAborted));

    private static async Task<IResult> Paid(Guid id, PaidRequest request, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new MarkPayoutPaid(new(id), request.Reference ?? ""))).Reply(http, () => Results.Ok());

    private static async Task<IResult> Returned(Guid id, Dispatch dispatch, HttpContext http) =>
        (await dispatch.Send(new MarkPayoutReturned(new(id)))).Reply(http, () => Results.Ok());

    private static readonly Refusal BadMonth = Refusal.Invalid("bad_month", "Tulis bulan seperti 2026-11.",
        "Write a month as 2026-11.", "month");

    internal sealed record ConfirmationRequest(string? Reference, long Amount);
    internal sealed record PayoutRequest(ArtisanId ArtisanId, long Amount);
    internal sealed record PayoutReply(PayoutId Id);
    internal sealed record PaidRequest(string? Reference);
}
