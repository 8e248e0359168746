using CraftMarket.People.Joining;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Brands;
using CraftMarket.Web.Consents;
using CraftMarket.Web.Erasures;
using CraftMarket.Web.Idempotency;
using CraftMarket.Web.Limits;

namespace CraftMarket.Web.Accounts;

internal static class PeopleApi
{
    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in", SignIn).AllowAnonymous().WithName("signIn").WithTags("People")
            .WithSummary("Gives an access token to the holder of a phone number or e-mail address and its password.")
            .WithMetadata(NeverKept.Instance)
            .Produces<SignInReply>().ProducesProblem(StatusCodes.Status401Unauthorized).LimitBySource(Limited.SignIns);
        api.MapPost("/invitations/{token}", Accept).AllowAnonymous().WithName("acceptInvitation").WithTags("People")
            .WithSummary("Uses an invitation up: sets the password and records the consents.")
            .Produces<AcceptReply>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapAccounts();
        api.MapContact();
        api.MapConsents();
        api.MapErasures();
    }

    private static async Task<IResult> SignIn(SignInRequest request, SignInFlow signIn, HttpContext http) =>
        (await signIn.IssueToken(http, request.Login, request.Password, request.Code)).Reply<AccessToken>(http, token =>
            Results.Ok(new SignInReply(token.Token, token.ExpiresIn, token.Roles)));

    private static async Task<IResult> Accept(string token, AcceptRequest request, Invitations invitations, SignInFlow signIn,
        HttpContext http)
    {
        var answer = await invitations.Accept(token, request.Password, again: null, request.Consents, http.RequestAborted);
        if (answer is InvitationAccepted welcome) await signIn.Remember(http, welcome);
        return answer.Reply<InvitationAccepted>(http,
            accepted => Results.Created((string?)null, new AcceptReply(accepted.ArtisanId)));
    }

    internal sealed record AcceptRequest(string? Password, IReadOnlyList<string?>? Consents)
    {
        public override string ToString() => "invitation ****";
    }

    internal sealed record AcceptReply(ArtisanId ArtisanId);

    internal sealed record SignInRequest(string? Login, string? Password, string? Code = null)
    {
        public override string ToString() => "sign-in ****";
    }

    internal sealed record SignInReply(string AccessToken, int ExpiresIn, IReadOnlyList<string> Roles);
}
