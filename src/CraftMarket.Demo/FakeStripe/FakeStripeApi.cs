using CraftMarket.Payments;
using Marten;

namespace CraftMarket.Demo;

/// <summary>The part of Stripe's API that this house speaks.</summary>
internal static class FakeStripeApi
{
    public static void MapFakeStripeApi(this IEndpointRouteBuilder standIn)
    {
        var api = standIn.MapGroup("/v1").AddEndpointFilter(async (call, next) =>
            call.HttpContext.RequestServices.GetRequiredService<StripeConnection>().Settings is { } settings
            && call.HttpContext.Request.Headers.Authorization == $"Bearer {settings.SecretKey}"
                ? await next(call)
                : Error(StatusCodes.Status401Unauthorized, "Invalid API Key provided.", code: "bad_credentials"));
        api.MapPost("/checkout/sessions", Create);
        api.MapGet("/checkout/sessions", List);
        api.MapGet("/checkout/sessions/{id}", Read);
        api.MapPost("/checkout/sessions/{id}/expire", Expire);
        api.MapPost("/refunds", Refund);
        api.MapGet("/refunds", Refunds);
    }

    private static async Task<IResult> Create(IDocumentSession documents, FakeStripe fake, StripeConnection stripe,
        HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var drafted = FakeStripeForm.Session(form, Key(http), fake.Now);
        if (drafted.Refusal is { } refusal) return Error(StatusCodes.Status400BadRequest, refusal);
        var session = drafted.Session!;
        if (await documents.LoadAsync<FakeStripeSession>(session.Id, http.RequestAborted) is { } known)
            return known.Request == session.Request
                ? Results.Json(known.Json(stripe.Site))
                : Error(FakeStripeProblem.OtherParameters);
        await fake.Open(session, http.RequestAborted);
        return Results.Json(session.Json(stripe.Site));
    }

    private static async Task<IResult> Read(string id, IQuerySession documents, StripeConnection stripe, HttpContext http) =>
        await documents.LoadAsync<FakeStripeSession>(id, http.RequestAborted) is { } session
            ? Results.Json(session.Json(stripe.Site))
            : Error(StatusCodes.Status404NotFound, $"No such checkout.session: {id}");

    private static async Task<IResult> List(IQuerySession documents, StripeConnection stripe, HttpContext http)
    {
        var (status, since) = (http.Request.Query["status"].ToString(),
            FakeStripeForm.Number(http.Request.Query["created[gte]"]));
        var found = await documents.Query<FakeStripeSession>()
            .Where(x => x.Created >= since && (status == "" || x.Status == status))
            .OrderByDescending(x => x.Created).ToListAsync(http.RequestAborted);
        return Page(found.Select(x => x.Json(stripe.Site)), "/v1/checkout/sessions");
    }

    private static async Task<IResult> Refunds(IQuerySession documents, HttpContext http)
    {
        var intent = http.Request.Query["payment_intent"].ToString();
        var found = await documents.Query<FakeStripeRefund>().Where(x => x.PaymentIntent == intent)
            .ToListAsync(http.RequestAborted);
        return Page(found.Select(x => x.Json()), "/v1/refunds");
    }

    private static IResult Page(IEnumerable<object> items, string url) =>
        Results.Json(new Dictionary<string, object>
        {
            ["object"] = "list", ["data"] = items, ["has_more"] = false,
            ["url"] = url
        });

    private static async Task<IResult> Expire(string id, FakeStripe fake, StripeConnection stripe, HttpContext http) =>
        await fake.End(id, http.RequestAborted) is { } session
            ? Results.Json(session.Json(stripe.Site))
            : Error(StatusCodes.Status400BadRequest, "Only Checkout Sessions with a status in [\"open\"] can be expired.");

    private static async Task<IResult> Refund(FakeStripe fake, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var refund = FakeStripeForm.Refund(form, Key(http), fake.Now);
        return await fake.Refund(refund, http.RequestAborted) is { } problem
            ? Error(problem)
            : Results.Json(refund.Json());
    }

    private static string Key(HttpContext http) =>
        http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : Guid.NewGuid().ToString();

    private static IResult Error(FakeStripeProblem problem) =>
        Error(StatusCodes.Status400BadRequest, problem.Message, problem.Type, problem.Code);

    private static IResult Error(int status, string message, string type = "invalid_request_error", string? code = null) =>
        Results.Json(new { error = new { type, code, message } }, statusCode: status);
}
