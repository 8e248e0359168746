namespace CraftMarket.Web.Access;

/// <summary>The roles of signed-in people; a buyer needs none.</summary>
public static class Roles
{
    public const string Artisan = "artisan";
    public const string Companion = "companion";
    public const string Staff = "staff";
    public const string Curator = "curator";
    public const string Operator = "operator";

    public static readonly IReadOnlyList<string> All = [Artisan, Companion, Staff, Curator, Operator];
}
