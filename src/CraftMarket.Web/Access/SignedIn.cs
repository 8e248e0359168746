using System.Security.Claims;
using CraftMarket.People.Accounts;

namespace CraftMarket.Web.Access;

/// <summary>Reads who is signed in; each throws when the route's policy let somebody through who lacks it.</summary>
internal static class SignedIn
{
    public const string ArtisanClaim = AccountClaims.Artisan;
    public const string PersonClaim = AccountClaims.Person;
    public const string AreaClaim = AccountClaims.Area;

    /// <summary>The account id, which is also the actor recorded with events.</summary>
    public static string AccountId(this ClaimsPrincipal user) => user.Required(ClaimTypes.NameIdentifier);

    public static Guid Account(this ClaimsPrincipal user) => Guid.Parse(user.AccountId());

    /// <summary>The session on the server that the cookie or token names.</summary>
    public static Guid Session(this ClaimsPrincipal user) => Guid.Parse(user.Required(AccountClaims.Session));

    /// <summary>Whose what the browser keeps of forms is: the artisan's, else the account's.</summary>
    public static string Owner(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ArtisanClaim) ?? user.AccountId(), out var id) ? id.ToString("N") : user.AccountId();

    public static ArtisanId ArtisanId(this ClaimsPrincipal user) => new(Guid.Parse(user.Required(ArtisanClaim)));

    /// <summary>Whose the photos are that this person sends: an artisan's are the artisan's own, staff's are the
    /// office's.</summary>
    public static PhotoOwner PhotoOwner(this ClaimsPrincipal user) => user.IsInRole(Roles.Staff) ? Kernel.PhotoOwner.Office
        : user.ArtisanId();

    public static PersonId PersonId(this ClaimsPrincipal user) => new(Guid.Parse(user.Required(PersonClaim)));

    /// <summary>The region whose villages a companion serves.</summary>
    public static RegionCode Area(this ClaimsPrincipal user) => RegionCode.Parse(user.Required(AreaClaim));

    private static string Required(this ClaimsPrincipal user, string claim) => user.FindFirstValue(claim)
        ?? throw new InvalidOperationException($"The signed-in account has no claim '{claim}'.");
}
