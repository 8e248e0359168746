using Microsoft.AspNetCore.Identity;

namespace CraftMarket.People.Accounts;

/// <summary>Somebody who may sign in. Its user name is its id, so that no log or event ever shows a name.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const string ArtisanRole = "artisan";

    /// <summary>Whose account it is; none for the office's own people.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>The artisan that it sells as.</summary>
    public ArtisanId? ArtisanId { get; set; }

    /// <summary>The region whose villages a companion serves.</summary>
    public RegionCode? Area { get; set; }

    public IReadOnlyList<string> Roles { get; set; } = [];

    /// <summary>Since when nobody can sign in with it any more.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>A new account that is reached by one login, a phone number or an e-mail address.</summary>
    public static Account For(Guid id, Login login, params string[] roles)
    {
        var account = new Account
        {
            Id = id, UserName = id.ToString(), SecurityStamp = Guid.NewGuid().ToString("N"),
            Roles = roles
        };
        account.NormalizedUserName = account.UserName.ToUpperInvariant();
        if (login.IsPhone) account.PhoneNumber = login.Value;
        else
        {
            account.Email = login.Value;
            account.NormalizedEmail = login.Value.ToUpperInvariant();
        }

        return account;
    }

    /// <summary>Whether it is one of the office's own, which see other people's details.</summary>
    public bool IsOffice() => OfficeAccounts.Roles.Any(Roles.Contains);

    /// <summary>What its holder signs in with; null once it is closed.</summary>
    public Login? ToLogin() => Login.TryParse(PhoneNumber ?? Email, out var login) ? login : null;
}
