namespace CraftMarket.People;

/// <summary>What only a demonstration allows.</summary>
/// <param name="AllowFictitiousNik">Identity numbers of province 99, which exists nowhere.</param>
/// <param name="SharedPassword">The one that everybody there knows and may have; null where people are real.</param>
public sealed record PeopleRules(bool AllowFictitiousNik, string? SharedPassword = null)
{
    /// <summary>Whether it is the one that is refused everywhere else.</summary>
    internal bool Shares(string? password) => SharedPassword is not null && password == SharedPassword;
}
