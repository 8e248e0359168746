using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CraftMarket.People.Accounts;

/// <summary>What a cookie or token says about its holder: ids and roles, never a name.</summary>
public sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    public const string Artisan = "artisan";
    public const string Person = "person";
    public const string Area = "area";
    public const string Session = "session";

    protected override Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaims([new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(ClaimTypes.Name, user.Id.ToString())]);
        identity.AddClaims(user.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        if (user.ArtisanId is { } artisan) identity.AddClaim(new(Artisan, artisan.Value.ToString()));
        if (user.PersonId is { } person) identity.AddClaim(new(Person, person.Value.ToString()));
        if (user.Area is { } area) identity.AddClaim(new(Area, area.Value));
        return Task.FromResult(identity);
    }
}
