using CraftMarket.People.Accounts;
using CraftMarket.People.Joining;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CraftMarket.Web.Access;

/// <summary>A token for a program that acts for somebody.</summary>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record AccessToken(string Token, int ExpiresIn, IReadOnlyList<string> Roles) : Answer;

/// <summary>Where people and their programs sign in: a cookie for pages, a bearer token for the API.</summary>
public sealed class SignInDesk(Credentials credentials, IOptionsMonitor<BearerTokenOptions> tokens, TimeProvider clock)
{
    /// <summary>Signs a visitor of the pages in.</summary>
    /// <returns><see cref="Admitted"/>, or the refusal <c>bad_credentials</c> or <c>locked</c>.</returns>
    public async Task<Answer> SignIn(HttpContext http, string? login, string? password)
    {
        ArgumentNullException.ThrowIfNull(http);
        var answer = await credentials.CheckAsync(login, password, http.RequestAborted);
        if (answer is Admitted admitted)
            await http.SignInAsync(IdentityConstants.ApplicationScheme, admitted.Principal, new() { IsPersistent = true });
        return answer;
    }

    /// <summary>Signs in who has just made an account, so that nobody types a new password three times.</summary>
    public async Task SignIn(HttpContext http, InvitationAccepted accepted)
    {
        ArgumentNullException.ThrowIfNull(http);
        var admitted = await credentials.WelcomeAsync(accepted, http.RequestAborted);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, admitted.Principal, new() { IsPersistent = true });
    }

    public static Task SignOut(HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);

    /// <returns><see cref="AccessToken"/>, or the refusal <c>bad_credentials</c> or <c>locked</c>.</returns>
    public async Task<Answer> IssueToken(string? login, string? password, CancellationToken cancellation)
    {
        var answer = await credentials.CheckAsync(login, password, cancellation);
        return answer is Admitted admitted ? Token(admitted) : answer;
    }

    private AccessToken Token(Admitted admitted)
    {
        var options = tokens.Get(IdentityConstants.BearerScheme);
        var ticket = new AuthenticationTicket(admitted.Principal,
            new() { ExpiresUtc = clock.GetUtcNow() + options.BearerTokenExpiration }, $"{IdentityConstants.BearerScheme}:AccessToken");
        return new(options.BearerTokenProtector.Protect(ticket), (int)options.BearerTokenExpiration.TotalSeconds, admitted.Roles);
    }
}
