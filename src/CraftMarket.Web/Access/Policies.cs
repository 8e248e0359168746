using Microsoft.AspNetCore.Authorization;

namespace CraftMarket.Web.Access;

/// <summary>Who may use a route or page. What names no policy is closed to everybody.</summary>
public static class Policies
{
    public const string Artisan = "artisan";
    public const string Companion = "companion";
    public const string Staff = "staff";
    public const string Curator = "curator";
    public const string Operator = "operator";
    public const string CompanionOrStaff = "companion-or-staff";
    public const string ArtisanOrCompanion = "artisan-or-companion";
    public const string ArtisanOrStaff = "artisan-or-staff";
    public const string CuratorOrOperator = "curator-or-operator";
    public const string CuratorOrStaff = "curator-or-staff";
    public const string OperatorOrStaff = "operator-or-staff";
    public const string SignedIn = "signed-in";

    public static void Register(AuthorizationOptions options)
    {
        Allow(options, Artisan, Roles.Artisan);
        Allow(options, Companion, Roles.Companion);
        Allow(options, Staff, Roles.Staff);
        Allow(options, Curator, Roles.Curator);
        Allow(options, Operator, Roles.Operator);
        Allow(options, CompanionOrStaff, Roles.Companion, Roles.Staff);
        Allow(options, ArtisanOrCompanion, Roles.Artisan, Roles.Companion);
        Allow(options, ArtisanOrStaff, Roles.Artisan, Roles.Staff);
        Allow(options, CuratorOrOperator, Roles.Curator, Roles.Operator);
        Allow(options, CuratorOrStaff, Roles.Curator, Roles.Staff);
        Allow(options, OperatorOrStaff, Roles.Operator, Roles.Staff);
        Allow(options, SignedIn, [.. Roles.All]);
        options.FallbackPolicy = Builder().RequireAssertion(_ => false).Build();
    }

    private static void Allow(AuthorizationOptions options, string policy, params string[] roles) =>
        options.AddPolicy(policy, Builder().RequireRole(roles).Build());

    private static AuthorizationPolicyBuilder Builder() =>
        new AuthorizationPolicyBuilder(Schemes.ByPath).RequireAuthenticatedUser();
}
