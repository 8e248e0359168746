using CraftMarket.Payments;
using CraftMarket.Web.Api;
using CraftMarket.Web.Composition;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.Mvc;

namespace CraftMarket.Web.Payments;

/// <summary>Where Stripe tells what happened on its side.</summary>
internal static class StripeWebhook
{
    public static void MapStripeWebhook(this IEndpointRouteBuilder app) =>
        app.MapPost("/webhooks/stripe", Take).AllowAnonymous().DisableAntiforgery().WithName("stripeWebhook").WithTags("Payments")
            .WithSummary("Takes a signed event of Stripe, once.").Accepts<object>("application/json")
                .Produces(StatusCodes.Status200OK)
            .WithMetadata(new RequestSizeLimitAttribute(BodySizes.Usual)).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> Take(StripeConnection stripe, Dispatch dispatch, HttpContext http)
    {
        if (stripe.Settings is not { } settings) return Refusal.Missing().Problem(http);
        using var reader = new StreamReader(http.Request.Body);
        var json = await reader.ReadToEndAsync(http.RequestAborted);
        var (command, refusal) = StripeEvents.Read(json, http.Request.Headers["Stripe-Signature"], settings);
        if (command is null)
        {
            if (refusal!.Code == "bad_signature") http.NoteForged(refusal.Code);
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: refusal.Why.In(Language.Of(http)),
                extensions: new Dictionary<string, object?> { ["code"] = refusal.Code });
        }

        return (await dispatch.Send(command)).Reply(http, () => Results.Ok());
    }
}
