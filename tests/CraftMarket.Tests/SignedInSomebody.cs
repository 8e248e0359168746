using System.Security.Claims;
using CraftMarket.People.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CraftMarket.Tests;

/// <summary>Somebody who is signed in without the trouble of an invitation and a password: an account and a session of the
/// database, and claims that name them.</summary>
public static class SignedInSomebody
{
    /// <param name="claims">Further claims; <c>account</c> is the account's id, a new one without it.</param>
    public static ClaimsPrincipal SignedIn(this RunningMarket market, string scheme, string role,
        params (string Type, string Value)[] claims)
    {
        var account = claims.FirstOrDefault(x => x.Type == "account").Value ?? Guid.NewGuid().ToString();
        var session = Open(market, Guid.Parse(account), role, claims.FirstOrDefault(x => x.Type == "area").Value);
        var further = claims.Where(x => x.Type != "account").Select(x => new Claim(x.Type, x.Value));
        return new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account), new(ClaimTypes.Name, account),
            new(ClaimTypes.Role, role), new(AccountClaims.Session, session.ToString()), .. further],
            scheme, ClaimTypes.Name, ClaimTypes.Role));
    }

    /// <summary>What the cookie of somebody says who is signed in on the pages.</summary>
    public static string Cookie(this RunningMarket market, string role, params (string Type, string Value)[] claims)
    {
        var scheme = IdentityConstants.ApplicationScheme;
        var options = market.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        return options.TicketDataFormat.Protect(new(market.SignedIn(scheme, role, claims),
            new() { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) }, scheme));
    }

    private static Guid Open(RunningMarket market, Guid account, string role, string? area)
    {
        var id = Guid.NewGuid();
        using var command = market.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("""
            with opened as (insert into people.accounts (id, user_name, normalized_user_name, security_stamp, roles, area)
                values ($2, $3, upper($3), $4, $5, $6) on conflict (id) do nothing)
            insert into people.sessions (id, account_id, stamp, device, opened_at, last_used_at, ends_at, second_factor)
            values ($1, $2, coalesce((select security_stamp from people.accounts where id = $2), $4), '', now(), now(),
                now() + interval '8 hours', false)
            """);
        foreach (var value in new object[] { id, account, account.ToString(), Guid.NewGuid().ToString("N"), role,
            (object?)area ?? DBNull.Value })
            command.Parameters.Add(new() { Value = value });
        command.ExecuteNonQuery();
        return id;
    }
}
