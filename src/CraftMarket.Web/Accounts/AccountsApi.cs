using System.Text.Json;
using CraftMarket.People.Accounts;
using CraftMarket.Web.Access;
using CraftMarket.Web.Api;
using CraftMarket.Web.Outside;

namespace CraftMarket.Web.Accounts;

/// <summary>Sessions, passwords and the end of accounts.</summary>
internal static class AccountsApi
{
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        api.MapDelete("/session", SignOut).RequireAuthorization(Policies.SignedIn).WithName("signOut").WithTags("People")
            .WithSummary("Ends the session of this token; it opens nothing from now on.")
            .Produces(StatusCodes.Status204NoContent);
        api.MapPost("/account/password", ChangePassword).RequireAuthorization(Policies.SignedIn).WithName("changePassword")
            .WithTags("People")
            .WithSummary("Changes one's own password and ends one's other sessions; the code is that of a second factor.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(422).ProducesProblem(429);
        api.MapPost("/accounts/{login}/reset", Reset).RequireAuthorization(Policies.OperatorOrStaff).WithName("resetPassword")
            .WithTags("People")
            .WithSummary("Makes a link that sets a new password, once and within a day: staff for artisans, operators for "
                + "everybody.")
            .Produces<ResetReply>(StatusCodes.Status201Created);
        api.MapDelete("/accounts/{login}/sessions", EndSessions).RequireAuthorization(Policies.Operator)
            .WithName("endSessions").WithTags("People")
            .WithSummary("Signs somebody out on every device; password and second factor stay.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(409);
        api.MapDelete("/accounts/{login}", Close).RequireAuthorization(Policies.Operator).WithName("closeAccount")
            .WithTags("People")
            .WithSummary("Closes an account and ends its sessions at once; the reason is kept sealed.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> SignOut(HttpContext http, SignInFlow signIn)
    {
        await signIn.SignOut(http);
        return Results.NoContent();
    }

    private static async Task<IResult> ChangePassword(HttpContext http, PasswordRequest request, OwnPassword password) =>
        (await password.ChangeAsync(http.User.Account(), http.User.Session(), request.Current, request.Code, request.New,
            again: null, http.RequestAborted))
            .Reply(http, () => Results.Ok());

    private static async Task<IResult> Reset(HttpContext http, string login, Resets resets, PublicAddress house)
    {
        var answer = await resets.MakeAsync(await resets.HolderOf(login, http.RequestAborted),
            http.User.IsInRole(Roles.Operator), http.User.Account(), cancellation: http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return answer.Reply<ResetLink>(http,
            link => Results.Created((string?)null, new ResetReply(house.Of(http.Request, $"/sandi/{link.Token}"))));
    }

    private static async Task<IResult> EndSessions(HttpContext http, string login, Resets resets, SigningOut signingOut) =>
        (await signingOut.EndAsync(await resets.HolderOf(login, http.RequestAborted), http.User.Account(), http.RequestAborted))
            .Reply(http, () => Results.NoContent());

    private static async Task<IResult> Close(HttpContext http, string login, Resets resets, Closing closing) =>
        (await closing.CloseAsync(await resets.HolderOf(login, http.RequestAborted), await ReasonIn(http), http.User.Account(),
            http.RequestAborted)).Reply(http, () => Results.NoContent());

    /// <summary>Read by hand: a DELETE without a body is told what it lacks, where the framework would find no such
    /// route.</summary>
    private static async Task<string?> ReasonIn(HttpContext http)
    {
        if (!http.Request.HasJsonContentType()) return null;
        try
        {
            return (await http.Request.ReadFromJsonAsync<CloseRequest>(http.RequestAborted))?.Reason;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record PasswordRequest(string? Current, string? New, string? Code)
    {
        public override string ToString() => "password ****";
    }

    internal sealed record ResetReply(string Link)
    {
        public override string ToString() => "reset ****";
    }

    internal sealed record CloseRequest(string? Reason)
    {
        public override string ToString() => "closing ****";
    }
}
