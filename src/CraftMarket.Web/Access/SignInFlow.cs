using System.Security.Claims;
using System.Security.Cryptography;
using CraftMarket.People.Accounts;
using CraftMarket.People.Joining;
using CraftMarket.Web.Limits;
using CraftMarket.Web.Operating;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CraftMarket.Web.Access;

/// <summary>A token for a program that acts for somebody.</summary>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record AccessToken(string Token, int ExpiresIn, IReadOnlyList<string> Roles) : Answer;

/// <summary>The password was right; the form that asks for the code carries this, for five minutes.</summary>
public sealed record CodeStep(string Ticket) : Answer;

/// <summary>Where people and their programs sign in: a cookie for pages, a bearer token for the API. Both name a session on the
/// server.</summary>
public sealed class SignInFlow(Credentials credentials, Sessions sessions, IOptionsMonitor<BearerTokenOptions> tokens,
    IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan CodeWithin = TimeSpan.FromMinutes(5);

    private static readonly Refusal StepOver =
        new("bad_credentials",
        new("Terlalu lama. Masuk lagi dengan kata sandi.", "That took too long. Sign in with the password again."),
        RefusalKind.NotSignedIn);

    private readonly ITimeLimitedDataProtector _steps = protection.CreateProtector("CraftMarket.CodeStep")
        .ToTimeLimitedDataProtector();

    /// <summary>Signs a visitor of the pages in.</summary>
    /// <returns><see cref="Admitted"/>, <see cref="CodeStep"/>, or the refusal <c>bad_credentials</c> or <c>locked</c>.</returns>
    public async Task<Answer> SignIn(HttpContext http, string? login, string? password)
    {
        ArgumentNullException.ThrowIfNull(http);
        var answer = await credentials.CheckAsync(login, password, Source.Of(http), cancellation: http.RequestAborted);
        if (answer is CodeWanted wanted)
            return new CodeStep(_steps.Protect($"{wanted.Account.Id} {wanted.Account.SecurityStamp}", CodeWithin));
        if (answer is Admitted admitted) await Enter(http, admitted);
        return answer;
    }

    /// <summary>The second step: the code of the authenticator app, or one on paper.</summary>
    /// <returns><see cref="Admitted"/>, or the refusal <c>bad_credentials</c>, <c>wrong_code</c> or <c>locked</c>.</returns>
    public async Task<Answer> SignInByCode(HttpContext http, string ticket, string? code)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (Read(http, ticket) is not [var account, var stamp]) return StepOver;
        var answer = await credentials.CheckCodeAsync(Guid.Parse(account), stamp, code, Source.Of(http), http.RequestAborted);
        if (answer is Admitted admitted) await Enter(http, admitted);
        return answer;
    }

    /// <summary>Signs in who has just made an account, so that nobody types a new password three times.</summary>
    public async Task SignIn(HttpContext http, InvitationAccepted accepted)
    {
        ArgumentNullException.ThrowIfNull(http);
        await Enter(http, await credentials.WelcomeAsync(accepted, Source.Of(http), http.RequestAborted));
    }

    /// <summary>A program accepted an invitation for somebody; their login knows from then on where that was.</summary>
    public Task Remember(HttpContext http, InvitationAccepted accepted)
    {
        ArgumentNullException.ThrowIfNull(http);
        return credentials.WelcomeAsync(accepted, Source.Of(http), http.RequestAborted);
    }

    /// <summary>Ends the session on the server, so that a copy of the cookie or token is worth nothing either, and has the
    /// browser forget what it keeps of forms (it listens to that on a safe line only).</summary>
    public async Task SignOut(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        await EndOwn(http);
        if (http.IsApi()) return;
        if (http.Request.IsHttps) http.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <returns><see cref="AccessToken"/>, or the refusal <c>bad_credentials</c>, <c>code_needed</c>, <c>wrong_code</c> or
    /// <c>locked</c>.</returns>
    public async Task<Answer> IssueToken(HttpContext http, string? login, string? password, string? code)
    {
        ArgumentNullException.ThrowIfNull(http);
        var answer = await credentials.CheckAsync(login, password, Source.Of(http), code, http.RequestAborted);
        return answer switch
        {
            Admitted admitted => await Token(admitted, http.RequestAborted),
            CodeWanted => SecondFactors.CodeNeeded,
            _ => answer,
        };
    }

    private async Task Enter(HttpContext http, Admitted admitted)
    {
        await EndOwn(http);
        var endsAt = sessions.EndOf(admitted.Account);
        await Open(admitted, DeviceWords.Of(http.Request.Headers.UserAgent), endsAt, http.RequestAborted);
        // An artisan's cookie slides along with the session; one of the office ends when the session does.
        var properties = admitted.Account.IsOffice()
            ? new AuthenticationProperties { IsPersistent = true, ExpiresUtc = endsAt, AllowRefresh = false }
            : new AuthenticationProperties { IsPersistent = true };
        await http.SignInAsync(IdentityConstants.ApplicationScheme, admitted.Principal, properties);
    }

    private async Task<AccessToken> Token(Admitted admitted, CancellationToken cancellation)
    {
        var options = tokens.Get(IdentityConstants.BearerScheme);
        var endsAt = clock.GetUtcNow() + options.BearerTokenExpiration;
        await Open(admitted, DeviceWords.Program, endsAt, cancellation);
        var ticket = new AuthenticationTicket(admitted.Principal, new() { ExpiresUtc = endsAt },
            $"{IdentityConstants.BearerScheme}:AccessToken");
        return new(options.BearerTokenProtector.Protect(ticket), (int)options.BearerTokenExpiration.TotalSeconds, admitted.Roles);
    }

    private async Task Open(Admitted admitted, string device, DateTimeOffset endsAt, CancellationToken cancellation)
    {
        var session = await sessions.OpenAsync(admitted.Account, device, endsAt, admitted.SecondFactor, cancellation);
        ((ClaimsIdentity)admitted.Principal.Identity!).AddClaim(new(AccountClaims.Session, session.ToString()));
    }

    /// <summary>Who signs in as somebody else leaves no session behind.</summary>
    private async Task EndOwn(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated == true)
            await sessions.EndAsync(http.User.Account(), http.User.Session(), http.RequestAborted);
    }

    private string[]? Read(HttpContext http, string ticket)
    {
        try
        {
            return _steps.Unprotect(ticket).Split(' ');
        }
        catch (CryptographicException)
        {
            http.NoteForged("bad_ticket");
            return null;
        }
    }
}
