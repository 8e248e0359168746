using CraftMarket.People.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;

namespace CraftMarket.Web.Access;

/// <summary>Turns away tokens of accounts that were closed or whose password changed since; noticed within half a minute.</summary>
internal sealed class RevokedTokens(RequestDelegate next, IMemoryCache seen)
{
    private static readonly TimeSpan TrustedFor = TimeSpan.FromSeconds(30);

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.IsApi() && http.User.FindFirst(AccountClaims.Stamp)?.Value is { } stamp && !await IsCurrent(http, stamp))
            await http.ChallengeAsync();
        else await next(http);
    }

    private async Task<bool> IsCurrent(HttpContext http, string stamp) => await seen.GetOrCreateAsync((http.User.AccountId(), stamp),
        async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TrustedFor;
            var accounts = http.RequestServices.GetRequiredService<SignInManager<Account>>();
            return await accounts.ValidateSecurityStampAsync(http.User) is not null;
        });
}
