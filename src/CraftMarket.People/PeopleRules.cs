namespace CraftMarket.People;

/// <summary>What only a demonstration allows.</summary>
/// <param name="AllowFictitiousNik">Identity numbers of province 99, which exists nowhere.</param>
/// <param name="AllowDemoAccounts">Sign-in with the accounts whose password everybody knows.</param>
public sealed record PeopleRules(bool AllowFictitiousNik, bool AllowDemoAccounts = false);
