using CraftMarket.Web.Access;

namespace CraftMarket.Web.Api;

internal static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in", SignIn).AllowAnonymous().WithName("signIn").WithTags("People")
            .WithSummary("Gives an access token to the holder of a phone number or e-mail address and its password.")
            .Produces<SignInReply>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> SignIn(SignInRequest request, SignInDesk desk, HttpContext http) =>
        (await desk.IssueToken(request.Login, request.Password, http.RequestAborted)).Reply<AccessToken>(http, token =>
            Results.Ok(new SignInReply(token.Token, token.ExpiresIn, token.Roles)));

    private sealed record SignInRequest(string? Login, string? Password)
    {
        public override string ToString() => "sign-in ****";
    }

    private sealed record SignInReply(string AccessToken, int ExpiresIn, IReadOnlyList<string> Roles);
}
