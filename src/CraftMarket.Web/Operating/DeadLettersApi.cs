using CraftMarket.Web.Access;
using CraftMarket.Web.Api;

namespace CraftMarket.Web.Operating;

internal static class DeadLettersApi
{
    public static void MapDeadLetters(this IEndpointRouteBuilder api)
    {
        api.MapGet("/dead-letters", (DeadLetters letters, CancellationToken cancellation, int page = 1) =>
            letters.List(page, cancellation))
            .RequireAuthorization(Policies.Operator)
            .WithName("ListDeadLetters").WithSummary("Messages that failed too often and wait for the operator");
        api.MapPost("/dead-letters/{id:guid}/retry",
            async (Guid id, HttpContext http, DeadLetters letters, CancellationToken cancellation) =>
                await letters.Retry(id, cancellation) ? Results.Accepted() : Refusal.Missing().Problem(http))
            .RequireAuthorization(Policies.Operator)
            .WithName("RetryDeadLetter").WithSummary("Sends such a message on its way again")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound);
    }
}
